import { getTranslations } from "next-intl/server";
import type { ChosenStanding } from "@/lib/domain/chosen-standing";
import type { EffectLine } from "@/lib/features/entries/view/public-effect";

/** What would change if the entry were published with this standing; null where it is no claim, or cannot be told. */
export type Effect = { standing: ChosenStanding | null; lines: EffectLine[] | null };

/**
 * What the dashboard and the totals say now, and what they would say. Of a claim for each standing: which one is shown
 * follows what is chosen in the form below, by style alone, so that it needs no script and loses nothing typed.
 */
export async function PublicEffect({ effects }: { effects: readonly Effect[] }) {
  const t = await getTranslations("review.effect");
  const weighing = await getTranslations("weighing.standing");
  const isChoice = effects.length > 1;
  return (
    <section className="mb-8" aria-labelledby="public-effect">
      <h2 id="public-effect" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-prose text-ink-2">
        {t("lead")} {isChoice ? <Follows text={weighing("follows")} /> : null}
      </p>
      {effects.map(({ standing, lines }) => (
        <div key={standing ?? ""} data-choice={isChoice ? standing : undefined}>
          {isChoice && standing !== null ? <h3 className="mb-1 text-lg">{weighing(`if.${standing}`)}</h3> : null}
          <Lines lines={lines} />
        </div>
      ))}
    </section>
  );
}

/** A browser that cannot follow what is chosen shows every choice, each under its name. */
function Follows({ text }: { text: string }) {
  return <span className="hidden supports-[selector(:has(*))]:inline">{text}</span>;
}

async function Lines({ lines }: Pick<Effect, "lines">) {
  const t = await getTranslations("review.effect");
  if (lines === null) return <p className="max-w-prose">{t("unknown")}</p>;
  if (lines.length === 0) return <p className="max-w-prose">{t("same")}</p>;
  return (
    <ul className="max-w-4xl">
      {lines.map(({ key, before, after }) => (
        <li key={key} className="border-b border-rule py-3">
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <div>
              <dt className="text-sm text-ink-2">{t("before")}</dt>
              <dd>{before ?? t("none")}</dd>
            </div>
            <div>
              <dt className="text-sm text-ink-2">{t("after")}</dt>
              <dd className="font-semibold">{after ?? t("none")}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
