import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { fieldLabels } from "@/components/contribute/field-labels";
import { approvalsOf } from "@/lib/features/entries/view/counted-approvals";
import type { FieldDifference } from "@/lib/features/entries/view/differences";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";

/** `seenBefore`: the version whose differences are told at the head of the page already. */
type Props = { entry: ModeratedEntry; seenBefore: number | null };

/** What changed since the last decision, every version, and every decision with who gave it. */
export async function EntryHistory({ entry: { row, sinceDecision, history }, seenBefore }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const as = await getTranslations("weighing.standing.as");
  const acts = await getTranslations("weighing.acts");
  const counting = new Set(approvalsOf(row).flatMap(({ id, counts }) => (counts ? [id] : [])));
  return (
    <>
      {sinceDecision && sinceDecision.version !== seenBefore ? (
        <section className="mb-6">
          <h2 className="mb-2 text-xl">{t("moderated.since", { version: sinceDecision.version })}</h2>
          <Differences differences={sinceDecision.differences} />
        </section>
      ) : null}
      <section className="mb-6">
        <h2 className="mb-2 text-xl">{t("moderated.decisions")}</h2>
        {row.decisions.length === 0 ? <p className="text-ink-2">{t("moderated.noDecisions")}</p> : null}
        <ol className="max-w-prose">
          {row.decisions.map(({ id, moderatorHandle, verb, entryVersion, at, reason, standing }) => (
            <li key={id} className="border-b border-rule py-2">
              {t("moderated.decision", {
                handle: moderatorHandle,
                verb: t(`verbs.${verb}`),
                version: entryVersion,
                at: words.at(at),
              })}
              {verb === "approve" && !counting.has(id) ? ` (${t("moderated.void")})` : null}
              {standing === null || standing === "normal" ? null : ` (${as(standing)})`}
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
        <p>
          <a href={`/${locale}/moderate/log?on=${row.id}`}>{acts("inLog")}</a>
        </p>
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
