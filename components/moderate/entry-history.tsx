import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { fieldLabels } from "@/components/contribute/field-labels";
import type { FieldDifference } from "@/lib/features/entries/view/differences";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";

/** What changed since the last decision, every version, and every decision with who gave it. */
export async function EntryHistory({ entry: { row, sinceDecision, history } }: { entry: ModeratedEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  return (
    <>
      {sinceDecision ? (
        <section className="mb-6">
          <h2 className="mb-2 text-xl">{t("moderated.since", { version: sinceDecision.version })}</h2>
          <Differences differences={sinceDecision.differences} />
        </section>
      ) : null}
      <section className="mb-6">
        <h2 className="mb-2 text-xl">{t("moderated.decisions")}</h2>
        {row.decisions.length === 0 ? <p className="text-ink-2">{t("moderated.noDecisions")}</p> : null}
        <ol className="max-w-prose">
          {row.decisions.map(({ id, moderatorHandle, verb, entryVersion, at, reason }) => (
            <li key={id} className="border-b border-rule py-2">
              {t("moderated.decision", {
                handle: moderatorHandle,
                verb: t(`verbs.${verb}`),
                version: entryVersion,
                at: words.at(at),
              })}
              {reason ? <p className="whitespace-pre-line text-ink-2">{reason}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      <details className="mb-6">
        <summary className="py-2">{t("moderated.history")}</summary>
        <ol>
          {history.map(({ version, at, differences }) => (
            <li key={version} className="py-2">
              {t("moderated.versionOf", { version, at: words.at(at) })}
              {version === 1 ? `: ${t("moderated.firstVersion")}` : null}
              <Differences differences={differences} />
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

async function Differences({ differences }: { differences: FieldDifference[] }) {
  const t = await getTranslations("entries.moderated");
  const labelOf = await fieldLabels();
  return (
    <ul className="list-disc ps-5">
      {differences.map(({ field, before, after }) => (
        <li key={field}>{t("change", { field: labelOf(field), before, after })}</li>
      ))}
    </ul>
  );
}
