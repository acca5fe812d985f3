import { getLocale, getTranslations } from "next-intl/server";
import type { EvidenceRow } from "@/lib/features/entries/view/rows";
import { entryWords } from "./entry-words";
import { RemoveEvidence } from "./remove-evidence";

/** That photographs are there, for their author: not what is on them, so that an open session shows nobody anything. */
export async function OwnEvidence({ entryId, evidence }: { entryId: string; evidence: readonly EvidenceRow[] }) {
  const t = await getTranslations("evidence");
  const words = await entryWords(await getLocale());
  if (evidence.length === 0) return null;
  return (
    <section aria-labelledby="evidence" className="mb-8 max-w-prose">
      <h2 id="evidence" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-2 text-ink-2">{t("own")}</p>
      <ol>
        {evidence.map(({ id, at }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2">
            <span>{t("one", { number: index + 1, at: words.at(at) })}</span>
            <RemoveEvidence entryId={entryId} evidenceId={id} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}
