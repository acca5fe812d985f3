import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Moment } from "@/lib/domain/moment";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { EntryAbout } from "@/lib/features/entries/view/entry-about";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import type { PlainEntry } from "@/lib/features/entries/view/plain-entry";
import { regionPart, subjectPart } from "@/lib/features/records/view/titles";
import { readLocalText, type ShownText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";
import { ProposedFacts } from "./proposed-facts";
import { saidOf } from "./said";

/** What the contributor proposes of a workforce, field by field, with the source's own words. */
export async function ProposedClaim({ entry }: { entry: Pick<EntryAbout, "proposal" | "subject" | "comparison"> }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const { proposal, subject, comparison } = entry;
  if (proposal === null || subject === null || comparison === null) return <p>{t("moderated.incomplete")}</p>;
  const { action, record } = subject;
  const zone = zoneOf(record, action);
  const about = action ? (
    <a key="action" href={`/${locale}/records/${action.id}`}>
      {t(`actionTypes.${action.type}`)}, {words.moment(action.period.start, record, zone)}
    </a>
  ) : null;
  const { confidentialNote } = proposal;
  const note = proposal.note === null ? null : { text: proposal.note, language: proposal.noteLanguage };
  const told = { record, zone, asOf: comparison.asOf, about: [t("moderated.action"), about] as const };
  return <ClaimFacts claim={proposal} told={{ ...told, note, confidentialNote }} />;
}

/** The same of a figure that is of no single workforce. */
export async function ProposedWiderClaim({ entry: { row, record, proposal } }: { entry: PlainEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries.moderated");
  const said = await getTranslations("contribute.labels.wider_figure");
  if (row === null || proposal === null) return <p className="mb-6">{t("incomplete")}</p>;
  const figure = row as FigureRow;
  const { context } = await saidOf(record, locale);
  const { text, href, language } = subjectPart(figure, context);
  const action = record.actions.find(({ id }) => id === figure.actionId) ?? null;
  const where = action?.regionId ? regionPart(action.regionId, context).text : null;
  const about = (
    <span key="about">
      {href === null ? (
        text
      ) : (
        <a href={href} lang={language ?? undefined}>
          {text}
        </a>
      )}
      {where === null ? null : ` (${where})`}
    </span>
  );
  const { confidentialNote } = proposal;
  const told = { record, zone: zoneOf(record, action ?? figure), about: [said("about"), about] as const };
  const note = readLocalText(figure.note, locale);
  return <ClaimFacts claim={figure} told={{ ...told, asOf: figure.asOf, note, confidentialNote }} />;
}

type Claim = Pick<FigureRow, "quantity" | "measure" | "basis" | "claimant" | "claimantName" | "wordsLanguage">;
type Told = {
  record: WaveRecord;
  /** The zone of the clock it speaks by. */
  zone: string;
  asOf: Moment;
  about: readonly [label: string, value: ReactNode];
  note: ShownText | null;
  confidentialNote: string | null;
};

async function ClaimFacts({ claim, told }: { claim: Claim; told: Told }) {
  const t = await getTranslations("entries");
  const words = await entryWords(await getLocale());
  const { quantity, claimant, claimantName } = claim;
  const { note } = told;
  const rows: (readonly [string, ReactNode])[] = [
    [t("moderated.quantity"), <strong key="quantity">{words.quantity(quantity)}</strong>],
    [t("moderated.measure"), `${t(`measures.${claim.measure}`)}, ${t(`bases.${claim.basis}`)}`],
    [t("moderated.asOf"), words.moment(told.asOf, told.record, told.zone, true)],
    told.about,
    [t("moderated.claimant"), [t(`claimants.${claimant}`), claimantName].filter(Boolean).join(", ")],
    [t("moderated.words"), quantity.words ? <Words key="words" claim={claim} /> : null],
    [t("moderated.note"), note && <span lang={note.language}>{note.text}</span>],
    [t("moderated.confidential"), told.confidentialNote],
  ];
  return <ProposedFacts rows={rows} />;
}

async function Words({ claim: { quantity, wordsLanguage } }: { claim: Claim }) {
  const t = await getTranslations("entries.moderated");
  const { words, rule } = quantity;
  return (
    <>
      <q lang={wordsLanguage ?? "und"}>{words}</q>
      {rule ? (
        <span className="block text-sm text-ink-2">{t("rule", { rule: rule.id, version: rule.version })}</span>
      ) : null}
    </>
  );
}
