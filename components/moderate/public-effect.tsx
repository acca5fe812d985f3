import { getTranslations } from "next-intl/server";
import type { EffectLine } from "@/lib/features/entries/view/public-effect";

/** What the dashboard and the totals say now, and what they would say; null where that cannot be told. */
export async function PublicEffect({ lines }: { lines: EffectLine[] | null }) {
  const t = await getTranslations("review.effect");
  return (
    <section className="mb-8" aria-labelledby="public-effect">
      <h2 id="public-effect" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-prose text-ink-2">{t("lead")}</p>
      {lines === null ? <p className="max-w-prose">{t("unknown")}</p> : null}
      {lines?.length === 0 ? <p className="max-w-prose">{t("same")}</p> : null}
      <ul className="max-w-4xl">
        {lines?.map(({ key, before, after }) => (
          <li key={key} className="border-b border-rule py-3">
            <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
              <dt className="text-ink-2">{t("before")}</dt>
              <dd>{before ?? t("none")}</dd>
              <dt className="text-ink-2">{t("after")}</dt>
              <dd>
                <strong>{after ?? t("none")}</strong>
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
