import { can } from "@/lib/domain/can";
import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { readAuditPage } from "./data/log";
import { type LogFilter, logFilterSchema } from "./schema";
import { type AuditPage, type LogRights, logQuery, withinRights } from "./view";

/** A page of the log for whoever may read it, with the filter as it was understood. */
export async function loadAuditLog(
  locale: Locale,
  asked: SearchParams,
): Promise<{ filter: LogFilter; log: AuditPage }> {
  const filter = logFilterSchema.parse(asked);
  const actor = await requireRole(locale, "read_audit_log", `/${locale}/moderate/log${logQuery(filter, filter.page)}`);
  const may: LogRights = {
    entries: can(actor, "read_entry").allowed,
    people: can(actor, "see_invitation_tree").allowed,
  };
  const log = await readAuditPage(filter);
  return { filter, log: { ...log, rows: log.rows.map((row) => withinRights(row, may)) } };
}
