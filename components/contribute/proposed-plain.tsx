import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { recordValues } from "@/lib/domain/record-diff";
import { RECORD_FIELDS } from "@/lib/domain/record-fields";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ChangeContext, fieldLabel, valuePart } from "@/lib/features/corrections/view/change-words";
import { recordKindOf } from "@/lib/features/entries/schema/kinds";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import type { PlainEntry } from "@/lib/features/entries/view/plain-entry";
import type { Part } from "@/lib/features/records/view/context";
import type { Found } from "@/lib/features/records/view/find";
import { listedTitle, recordTitle } from "@/lib/features/records/view/titles";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";
import { ProposedWiderClaim } from "./proposed-claim";
import { ProposedFacts } from "./proposed-facts";
import { saidOf } from "./said";

/** "Event: …"; what it says as far as it was typed. A number begins with what it counts, which says what it is. */
export async function plainTitle(entry: PlainEntry, locale: Locale, withDay = true): Promise<string> {
  const { kind, row, record } = entry;
  const t = await getTranslations({ locale, namespace: "contribute" });
  if (row === null) return [t(`kinds.${kind}.unfinished`), beginning(entry)].filter(Boolean).join(": ");
  const { context } = await saidOf(record, locale);
  const isNumber = kind === "wider_figure" || kind === "workforce_size";
  const { text } = (withDay || isNumber ? listedTitle : recordTitle)(
    { kind: recordKindOf(kind), row } as Found,
    context,
  );
  return isNumber ? text : `${t(`kinds.${kind}.aria`)}: ${text}`;
}

const LONGEST_BEGINNING = 60;

/** What tells one draft from another: the first words of what was typed in it. */
function beginning({ input }: PlainEntry): string {
  const typed: Readonly<Record<string, unknown>> = { title: input.sources[0]?.title, ...input };
  const text = ["text", "workforceName", "words", "number", "title"].map((name) => typed[name]).find(Boolean);
  const words = String(text ?? "").replaceAll(/\s+/g, " ");
  return words.length > LONGEST_BEGINNING ? `${words.slice(0, LONGEST_BEGINNING).trimEnd()}…` : words;
}

/** A proposed record of a plain kind, field by field in the words its own page will have. */
export async function ProposedPlain({ entry }: { entry: PlainEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries.moderated");
  const { kind, row, record, proposal } = entry;
  if (row === null || proposal === null) return <p className="mb-6">{t("incomplete")}</p>;
  if (kind === "wider_figure") return <ProposedWiderClaim entry={entry} />;
  const said = await saidWithYears(record, locale);
  const fixed = new Set(RECORD_FIELDS[recordKindOf(kind)].filter(({ isFixed }) => isFixed).map(({ name }) => name));
  const values = recordValues(row).filter(({ name }) => name !== "state" && !fixed.has(name));
  const rows = values.map(({ path, name, value }): [string, ReactNode] => {
    const part = valuePart(value, { name, kind: recordKindOf(kind) }, said);
    return [fieldLabel({ path, name }, said), <ValueText key={path} part={part} />];
  });
  return <ProposedFacts rows={[...rows, [t("confidential"), proposal.confidentialNote]]} />;
}

/** Every year is said: of one that was typed in two digits this is where it is read in full. */
async function saidWithYears(record: WaveRecord, locale: Locale): Promise<ChangeContext> {
  const { context, ...said } = await saidOf(record, locale);
  const words = await entryWords(locale);
  const zone = (regionId: string | null = null) => zoneOf(record, { regionId });
  return { ...said, context: { ...context, moment: (at, regionId) => words.moment(at, record, zone(regionId), true) } };
}

function ValueText({ part: { text, href, language } }: { part: Part }) {
  return <span {...(language ? { lang: language } : {})}>{href === null ? text : <a href={href}>{text}</a>}</span>;
}
