import { getLocale, getTranslations } from "next-intl/server";
import type { EvidenceRow } from "@/lib/features/entries/view/rows";
import { entryWords } from "./entry-words";
import { RemoveEvidence } from "./remove-evidence";

/** `isApproved`: a moderator has approved the entry with them, so that none can be taken away. */
type Props = { entryId: string; evidence: readonly EvidenceRow[]; isApproved: boolean };

/** That photographs are there, for their author: not what is on them, so that an open session shows nobody anything. */
export async function OwnEvidence({ entryId, evidence, isApproved }: Props) {
  const t = await getTranslations("evidence");
  const words = await entryWords(await getLocale());
  if (evidence.length === 0) return null;
  return (
    <section aria-labelledby="evidence" className="mb-8 max-w-prose">
      <h2 id="evidence" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-2 text-ink-2">{t("own")}</p>
      {isApproved ? <p className="mb-2 text-ink-2">{t("problems.photograph_approved")}</p> : null}
      <ol>
        {evidence.map(({ id, at }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2">
            <span>{t("one", { number: index + 1, at: words.at(at) })}</span>
            {isApproved ? null : <RemoveEvidence entryId={entryId} evidenceId={id} number={index + 1} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
