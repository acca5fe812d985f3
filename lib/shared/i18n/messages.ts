import type { Locale } from "./locales";
import type accounts from "./messages/en/accounts.json";
import type audit from "./messages/en/audit.json";
import type charts from "./messages/en/charts.json";
import type contribute from "./messages/en/contribute.json";
import type corrections from "./messages/en/corrections.json";
import type demands from "./messages/en/demands.json";
import type desk from "./messages/en/desk.json";
import type dictionary from "./messages/en/dictionary.json";
import type entries from "./messages/en/entries.json";
import type evidence from "./messages/en/evidence.json";
import type imports from "./messages/en/imports.json";
import type large from "./messages/en/large.json";
import type moderateDesk from "./messages/en/moderate-desk.json";
import type outbox from "./messages/en/outbox.json";
import type pages from "./messages/en/pages.json";
import type preparation from "./messages/en/preparation.json";
import type queue from "./messages/en/queue.json";
import type record from "./messages/en/record.json";
import type regions from "./messages/en/regions.json";
import type review from "./messages/en/review.json";
import type security from "./messages/en/security.json";
import type site from "./messages/en/site.json";
import type solidarity from "./messages/en/solidarity.json";
import type spread from "./messages/en/spread.json";
import type texts from "./messages/en/texts.json";
import type totals from "./messages/en/totals.json";
import type weighing from "./messages/en/weighing.json";

/** Every text of the interface, by the part of the product it belongs to; English fixes the keys. */
export type Messages = {
  accounts: typeof accounts;
  audit: typeof audit;
  charts: typeof charts;
  contribute: typeof contribute;
  corrections: typeof corrections;
  demands: typeof demands;
  desk: typeof desk;
  dictionary: typeof dictionary;
  entries: typeof entries;
  evidence: typeof evidence;
  imports: typeof imports;
  large: typeof large;
  "moderate-desk": typeof moderateDesk;
  outbox: typeof outbox;
  pages: typeof pages;
  preparation: typeof preparation;
  queue: typeof queue;
  record: typeof record;
  regions: typeof regions;
  review: typeof review;
  security: typeof security;
  site: typeof site;
  solidarity: typeof solidarity;
  spread: typeof spread;
  texts: typeof texts;
  totals: typeof totals;
  weighing: typeof weighing;
};

export const MESSAGE_PARTS = [
  "accounts",
  "audit",
  "charts",
  "contribute",
  "corrections",
  "demands",
  "desk",
  "dictionary",
  "entries",
  "evidence",
  "imports",
  "large",
  "moderate-desk",
  "outbox",
  "pages",
  "preparation",
  "queue",
  "record",
  "regions",
  "review",
  "security",
  "site",
  "solidarity",
  "spread",
  "texts",
  "totals",
  "weighing",
] as const;

/** The catalogue of one language, whole. */
export async function readMessages(locale: Locale): Promise<Messages> {
  const parts = await Promise.all(
    MESSAGE_PARTS.map(async (part) => [part, (await import(`./messages/${locale}/${part}.json`)).default] as const),
  );
  return Object.fromEntries(parts) as Messages;
}
