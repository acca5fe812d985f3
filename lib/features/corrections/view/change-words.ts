import type { RecordKind } from "@/lib/domain/id";
import type { FieldChange, FieldValue } from "@/lib/domain/record-diff";
import { isWithheldMark } from "@/lib/domain/withholding";
import { type Part, plain, type RecordKey, type RecordsContext } from "@/lib/features/records/view/context";
import { linkTo, regionPart } from "@/lib/features/records/view/titles";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import type { Correction } from "../view";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text about corrections; a key that does not exist does not compile. */
export type CorrectionKey = Leaves<Messages["corrections"]>;
export type CorrectionWords = (key: CorrectionKey, values?: Record<string, string | number>) => string;
/** What changes of one wave's records are said with. */
export type ChangeContext = { context: RecordsContext; words: CorrectionWords };

/**
 * One difference as it is read: what it is, what it was, what it is now. Nothing is said as nothing. Where words of it are
 * withheld `told` says what happened, and the side that has no words to show is null.
 */
export type ChangeView = { path: string; label: string } & (
  | { told: null; before: Part; after: Part }
  | { told: string; before: Part | null; after: Part | null }
);

export function changeView(change: FieldChange, kind: RecordKind, said: ChangeContext): ChangeView {
  const side = (value: FieldValue | null) =>
    value === null ? plain(said.words("value.nothing")) : valuePart(value, { ...change, kind }, said);
  const of = { path: change.path, label: fieldLabel(change, said) };
  const told = withheldWords(change);
  if (told === null) return { ...of, told, before: side(change.before), after: side(change.after) };
  const shown = (value: FieldValue | null) => (value === null || value.is === "withheld" ? null : side(value));
  return { ...of, told: said.words(told), before: shown(change.before), after: shown(change.after) };
}

/** A change as one line of plain text. */
export function changeLine({ label: field, told, before, after }: ChangeView, { words }: ChangeContext): string {
  if (told === null) return words("log.changed", { field, before: before.text, after: after.text });
  const rest = [before, after].flatMap((part) => part?.text ?? []);
  return [`${field}: ${told}`, ...rest].join(" ");
}

/** What became of words of which some are withheld: readers never see these, so no arrow leads from or to them. */
function withheldWords({ before, after }: FieldChange): CorrectionKey | null {
  if (before?.is === "withheld") return after === null ? "withheldWords.removed" : "withheldWords.again";
  if (after?.is !== "withheld") return null;
  return before === null ? "withheldWords.added" : "withheldWords.replaced";
}

/** The sentence for a line that does not tell field by field what changed; null for a correction. */
export function actWords({ kind, revision }: Pick<Correction, "kind" | "revision">): CorrectionKey | null {
  if (kind === "correction") return null;
  if (kind === "retraction") return "log.retracted";
  if (kind === "put_back") return "log.putBack";
  return revision === null ? "log.withheldTexts" : "log.withheldWhole";
}

/** "Note (Русский)", "Amount: words of the source", "Source cited KZ22-S4". */
export function fieldLabel({ path, name }: Pick<FieldChange, "path" | "name">, { words }: ChangeContext): string {
  const field = words(`fields.${name}` as "fields.note");
  const [, ...rest] = path.split(".");
  const part = rest.at(-1);
  if (part === undefined) return field;
  if ((name === "citations" || name === "answers") && rest.length === 1) return words("label.of", { field, id: part });
  const about = rest.length > 1 ? words("label.of", { field, id: rest[0] ?? "" }) : field;
  const language = LOCALES.find((locale) => locale === part);
  return language
    ? words("label.inLanguage", { field: about, language: LANGUAGE_NAMES[language] })
    : words("label.part", { field: about, part: words(`parts.${part}` as "parts.words") });
}

type Where = { name: string; kind: RecordKind };

/** One value in the words of the record's own page. */
export function valuePart(value: FieldValue, where: Where, { context, words }: ChangeContext): Part {
  switch (value.is) {
    case "text":
      return { text: value.text, href: null, language: value.language };
    case "lines":
      return plain(value.lines.join("; "));
    case "language":
      return plain(context.language(value.tag));
    case "choice":
      return plain(choiceWords(where, value.value, { context, words }));
    case "flag":
      return plain(words(value.value ? "value.yes" : "value.no"));
    case "quantity":
      return plain(context.measured(value.quantity));
    case "rule":
      return plain(words("value.rule", { rule: value.rule.id, version: value.rule.version }));
    case "moment":
      return plain(context.moment(value.moment));
    case "instant":
      return plain(context.moment({ earliest: value.at, latest: value.at, precision: "minute" }));
    case "date":
      return plain(context.date(value.date));
    case "references":
      return referencesPart(value.ids, where, context);
    case "citation":
      return citationPart(value.citation, { context, words });
    case "withheld":
      return plain(words("value.withheld"));
  }
}

function referencesPart(ids: readonly string[], { name }: Where, context: RecordsContext): Part {
  const [only] = ids;
  if (only === undefined) return plain("");
  const { employers, localities } = context.record;
  if (name === "regionId") return regionPart(only, context);
  if (name === "localityId") return context.part(localities.find(({ id }) => id === only)?.names ?? { en: only });
  if (name === "employerId") return context.part(employers.find(({ id }) => id === only)?.names ?? { en: only });
  const links = ids.map((id) => linkTo(id, context));
  return ids.length === 1 && links[0] ? links[0] : plain(links.map(({ text }) => text).join("; "));
}

type Cited = Extract<FieldValue, { is: "citation" }>["citation"];

function citationPart(citation: Cited, { context, words }: ChangeContext): Part {
  const isWithheld = citation.words !== null && isWithheldMark(citation.words);
  const quoted = isWithheld ? null : citation.words;
  const said = [
    words(citation.contradicts ? "value.citedAgainst" : "value.cited"),
    isWithheld ? words("value.withheld") : "",
    quoted === null ? "" : `“${quoted}”`,
    quoted === null || citation.wordsLanguage === null ? "" : context.language(citation.wordsLanguage),
    citation.reliability === null ? "" : words("value.reliability", { grade: citation.reliability.toUpperCase() }),
  ];
  return plain(said.filter((text) => text !== "").join(", "));
}

const OF_RECORDS: Readonly<Record<string, string>> = {
  ...{ measure: "measure", basis: "basis", claimant: "claimant", standing: "standing", stoppage: "stoppage" },
  ...{ scope: "scope", certainty: "certainty", tier: "tier", cause: "cause", citations: "reliability" },
};
const KINDS: Partial<Record<RecordKind, string>> = {
  ...{ event: "eventKind", demand: "demandKind", solidarity: "solidarityKind", source: "sourceKind" },
};
const OWN: Readonly<Record<string, string>> = {
  ...{ state: "states", subject: "subjects", type: "types" },
  ...{ placePrecision: "placePrecisions", supporterKind: "supporterKinds" },
};

/** One value of a choice, in the words that the record's own page has for it. */
export function choiceWords({ name, kind }: Where, value: string, { context, words }: ChangeContext): string {
  const own = OWN[name];
  if (own !== undefined) return words(`${own}.${value}` as CorrectionKey);
  const group = name === "kind" ? KINDS[kind] : OF_RECORDS[name];
  return group === undefined ? value : context.words(`${group}.${value}` as RecordKey);
}
