import { getLocale, getTranslations } from "next-intl/server";
import type { Messages } from "@/lib/shared/i18n/messages";

type What = keyof Messages["contribute"]["start"]["said"];

/** What somebody may know, said as it happened, in the order in which it is most often known. */
const KNOWN: readonly What[] = [
  ...(["figure", "action", "solidarity", "demand", "event"] as const),
  ...(["workforce_size", "workforce", "coverage_note", "source", "correction"] as const),
];

/** The first question of all: what happened. Each answer leads to its form; `wave` goes along where one was chosen. */
export async function StartList({ wave }: { wave: string | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("contribute.start");
  const of = wave === undefined ? "" : `&wave=${encodeURIComponent(wave)}`;
  return (
    <ul className="max-w-prose">
      {KNOWN.map((kind) => (
        <li key={kind} className="border-b border-rule">
          <a href={`/${locale}/contribute/new?kind=${kind}${of}`} className="block min-h-11 py-3">
            <span className="block font-semibold">{t(`said.${kind}`)}</span>
            <span className="block text-sm text-ink-2">{t(`about.${kind}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
