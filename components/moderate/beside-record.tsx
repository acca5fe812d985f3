import { getLocale, getTranslations } from "next-intl/server";
import { ClaimTable } from "@/components/contribute/claim-table";
import { entryWords } from "@/components/contribute/entry-words";
import { Notice } from "@/components/ui/notice";
import type { AcceptedRange } from "@/lib/domain/accepted";
import type { Quantity } from "@/lib/domain/quantity";
import type { FigureRow } from "@/lib/domain/wave-record";
import { claimAxis } from "@/lib/features/entries/view/claim-axis";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { AxisDrawing } from "./axis-drawing";
import { rangeWords } from "./decide-offers";
import { LookAt } from "./look-at";

/** The claim among those on record: what is accepted before and after, duplicates, and what to look at. */
export async function BesideRecord({ entry }: { entry: ModeratedEntry }) {
  const t = await getTranslations("entries");
  const { comparison, subject, plain } = entry;
  const record = (subject ?? plain)?.record;
  if (comparison === null || record === undefined) return null;
  const elsewhere = t(subject ? "moderated.elsewhere" : "moderated.elsewhereOfSame");
  return (
    <>
      {comparison.duplicates.length > 0 ? (
        <Notice tone="note">{t("moderated.duplicates", { ids: comparison.duplicates.join(", ") })}</Notice>
      ) : null}
      <LookAt notes={comparison.notes} contradicted={comparison.contradicted} />
      <BeforeAndAfter entry={entry} />
      <Axis entry={entry} />
      <ClaimTable
        caption={t("moderated.existing")}
        empty={t("moderated.noExisting")}
        record={record}
        figures={comparison.existing}
      />
      {comparison.near.length > 0 ? (
        <div className="mt-6">
          <ClaimTable caption={t("moderated.near")} empty="" record={record} figures={comparison.near} withMeasure />
        </div>
      ) : null}
      {comparison.elsewhere.length > 0 ? (
        <details className="mt-4">
          <summary className="py-2">{elsewhere}</summary>
          <ClaimTable
            caption={elsewhere}
            empty=""
            record={record}
            figures={comparison.elsewhere}
            withMeasure
            captionHidden
          />
        </details>
      ) : null}
    </>
  );
}

/** What is accepted now and would be: of each standing that can be chosen, shown as it is chosen in the form below. */
async function BeforeAndAfter({ entry }: { entry: ModeratedEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries.moderated");
  const weighing = await getTranslations("weighing.standing");
  const words = await rangeWords(locale);
  const say = (range: AcceptedRange | null) => (range === null ? t("nothing") : words(range));
  const { comparison, standings, verbs, chosen } = entry;
  if (comparison === null) return null;
  const isChoice = verbs.includes("approve");
  const shown = standings.filter(({ standing }) => isChoice || standing === (chosen?.standing ?? "normal"));
  return (
    <dl className="mb-6 grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-[16rem_1fr]">
      <dt className="text-ink-2">{t("before")}</dt>
      <dd>{say(comparison.before)}</dd>
      <dt className="text-ink-2">{t("after")}</dt>
      <dd>
        {shown.map(({ standing, range }) => (
          <span key={standing} className="block" data-choice={isChoice ? standing : undefined}>
            <strong>{say(range)}</strong>
            {standing === "normal" ? null : ` (${weighing(`as.${standing}`)})`}
          </span>
        ))}
      </dd>
    </dl>
  );
}

async function Axis({ entry: { comparison, subject, plain } }: { entry: ModeratedEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const record = (subject ?? plain)?.record;
  if (comparison === null || record === undefined) return null;
  const { claim, existing, near } = comparison;
  const isPercent = claim.quantity.unit === "percent";
  const nearOnes = near.filter(({ quantity }) => quantity.unit === claim.quantity.unit);
  const claims = [{ id: "proposed", quantity: claim.quantity }, ...existing, ...nearOnes];
  const axis = claimAxis(claims.map(({ id, quantity }) => ({ id, quantity, isPercent })));
  if (axis === null) return null;
  const say = (value: number) => formatNumber(value, locale);
  const named = (name: string, quantity: Quantity) => `${name}: ${words.quantity(quantity)}`;
  const nameOfNear = ({ id, asOf, basis }: FigureRow) => {
    const how = basis === claim.basis ? [] : [t(`bases.${basis}`)];
    return `${id} (${[words.moment(asOf, record), ...how].join(", ")})`;
  };
  return (
    <AxisDrawing
      axis={axis}
      label={t("moderated.axis", { from: say(0), to: say(axis.high) })}
      names={
        new Map([
          ["proposed", named(t("moderated.proposed"), claim.quantity)],
          ...existing.map(({ id, quantity }) => [id, named(id, quantity)] as const),
          ...nearOnes.map((figure) => [figure.id, named(nameOfNear(figure), figure.quantity)] as const),
        ])
      }
      near={new Set(nearOnes.map(({ id }) => id))}
      nearTitle={t("moderated.nearTitle")}
      say={say}
    />
  );
}
