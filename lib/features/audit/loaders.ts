import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { readAuditPage } from "./data/log";
import { type LogFilter, logFilterSchema } from "./schema";
import type { AuditPage } from "./view";

/** A page of the log for whoever may read it, with the filter as it was understood. */
export async function loadAuditLog(
  locale: Locale,
  asked: SearchParams,
): Promise<{ filter: LogFilter; log: AuditPage }> {
  const filter = logFilterSchema.parse(asked);
  await requireRole(locale, "read_audit_log", `/${locale}/moderate/log`);
  return { filter, log: await readAuditPage(filter) };
}
