import { getTranslations } from "next-intl/server";
import type { EvidenceRow } from "@/lib/features/entries/view/rows";

/** The photographs of an entry, for the moderator who decides on it. */
export async function ShownEvidence({ evidence }: { evidence: readonly EvidenceRow[] }) {
  const t = await getTranslations("evidence");
  if (evidence.length === 0) return null;
  return (
    <section aria-labelledby="evidence" className="mt-8">
      <h2 id="evidence" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-prose text-ink-2">{t("moderator")}</p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {evidence.map(({ id, width, height }, index) => (
          <li key={id}>
            <a href={`/api/evidence/${id}`}>
              {/* biome-ignore lint/performance/noImgElement: seen by moderators alone, made small when it came */}
              <img
                src={`/api/evidence/${id}`}
                width={width}
                height={height}
                alt={t("alt", { number: index + 1 })}
                className="h-auto w-full border border-rule"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
