import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import {
  ACTION_TYPES,
  AS_OF_PRECISIONS,
  BOUNDS,
  CERTAINTIES_PROPOSED,
  PARTS_OF_DAY,
  SCOPES,
  SOURCE_KINDS,
  SOURCE_TIERS,
  STOPPAGES,
} from "@/lib/features/entries/schema/choices";
import { LOCALES } from "@/lib/shared/i18n/locales";

/** The kinds of record that can be proposed by a file. */
export const IMPORT_KINDS = ["figure", "action", "workforce", "source"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Where in the catalogues the words of a choice stand, so that cells may hold them in any language. */
export type ChoiceWords =
  | `entries.${"measures" | "bases" | "precisions" | "parts" | "bounds" | "reasons" | "claimants"}`
  | `entries.${"sourceKinds" | "tiers" | "actionTypes"}`
  | `record.${"stoppage" | "scope" | "certainty"}`;

export type FieldShape =
  | "text"
  | "date"
  | "number"
  | "flag"
  | "reference"
  | { values: readonly string[]; words: ChoiceWords | null };

/** One thing a row can say. */
export type ImportField = {
  name: string;
  shape: FieldShape;
  /** The field of the form it fills, whose label and problems it shares. */
  into: string;
  /** Headers it is known by, in small letters, beside its own name: those of our own files first. */
  headers?: readonly string[];
  /** The whole file has to say it, in a column or once for every row: what a form has chosen beforehand is no answer here. */
  needed?: true;
};

const choice = (values: readonly string[], words: ChoiceWords | null = null) => ({ values, words });
const text = (name: string, into: string, headers: readonly string[] = []): ImportField => ({
  ...{ name, into, headers },
  shape: "text",
});

/** A column of these names holds ids of sources, or addresses where its cells are such. */
export const SOURCE_HEADERS: readonly string[] = [
  ...["sources", "source_id", "source", "источник", "источники", "ссылка_на_источник"],
  ...["дереккөз", "дереккөздер", "kaynak", "kaynaklar"],
];

const SOURCE: readonly ImportField[] = [
  text("source_ids", "sources.0.existing", SOURCE_HEADERS),
  text("source_url", "sources.0.url", ["url", "address", "link", "ссылка", "сілтеме", "bağlantı"]),
  text("source_description", "sources.0.description"),
  text("source_title", "sources.0.title", ["заголовок", "тақырып", "başlık"]),
  text("source_publisher", "sources.0.publisher", ["publisher", "издание", "басылым", "yayın"]),
  { name: "source_published_on", shape: "date", into: "sources.0.publishedOn", headers: ["published_on", "published"] },
  text("source_language", "sources.0.language", ["language", "lang", "язык", "тіл", "dil"]),
  {
    ...{ name: "source_kind", into: "sources.0.kind" },
    shape: choice(SOURCE_KINDS, "entries.sourceKinds"),
  },
  { name: "source_tier", into: "sources.0.tier", headers: ["tier"], shape: choice(SOURCE_TIERS, "entries.tiers") },
  text("quote", "sources.0.quote", ["quotation", "цитата", "дәйексөз", "alıntı"]),
];

const NOTES: readonly ImportField[] = [
  text("note", "note", ["notes", "comment", "примечание", "ескертпе", "not"]),
  { name: "note_language", into: "noteLanguage", shape: choice(LOCALES) },
  text("confidential_note", "confidentialNote"),
];

const LANGUAGE_OF_TEXT: ImportField = {
  ...{ name: "text_language", into: "textLanguage", headers: ["language"], shape: choice(LOCALES), needed: true },
};

const DAY = [
  ...["day", "дата", "дата_начала", "начало", "когда", "күні", "басталған_күні", "басталуы", "қашан"],
  ...["tarih", "başlangıç_tarihi", "başlangıç", "ne_zaman"],
];
/** Whoever keeps a table of strikes calls the workforce by the name of its enterprise. */
const ENTERPRISE = ["предприятие", "организация", "кәсіпорын", "işletme"];
const when = (first: string, last: string, precision: string): readonly ImportField[] => [
  { name: "date", shape: "date", into: "date", headers: [...DAY, first, "as_of", "on"], needed: true },
  { name: "until", shape: "date", into: "date", headers: [last] },
  {
    ...{ name: "precision", into: "precision", headers: [precision] },
    shape: choice(AS_OF_PRECISIONS, "entries.precisions"),
  },
  { name: "part_of_day", into: "partOfDay", shape: choice(PARTS_OF_DAY, "entries.parts") },
  text("hour", "hour", ["час", "сағат", "saat"]),
];

const WORKFORCE: ImportField = {
  ...{ name: "workforce", shape: "reference", into: "workforceId" },
  headers: ["workforce_id", "workforces", "коллектив", "ұжым", "işyeri", ...ENTERPRISE],
};

const PLACE: ImportField = {
  ...{ name: "place", shape: "reference", into: "place" },
  headers: [
    ...["locality", "locality_id", "town", "city", "место", "город", "населенный_пункт", "где"],
    ...["жер", "қала", "елді_мекен", "қайда", "yer", "şehir", "kent", "nerede"],
  ],
};
const REGION: ImportField = {
  ...{ name: "region", shape: "reference", into: "place" },
  headers: ["region_id", "область", "регион", "облыс", "өңір", "bölge", "il"],
};

const WHO = [
  ...["who", "кто", "кто_сообщил", "кто_сообщает", "кто_утверждает", "кто_говорит", "по_чьим_данным"],
  ...["кім", "кім_айтты", "кім_хабарлады", "мұны_кім_айтады", "kim", "kim_bildirdi", "kim_söyledi", "kim_iddia_ediyor"],
];

const FIGURE: readonly ImportField[] = [
  { ...WORKFORCE, needed: true },
  { name: "action", shape: "reference", into: "actionId", headers: ["action_id"], needed: true },
  {
    ...{ name: "measure", into: "measure", headers: ["показатель", "көрсеткіш", "ölçü"] },
    ...{ shape: choice(MEASURES, "entries.measures"), needed: true },
  },
  { name: "basis", into: "basis", shape: choice(BASES, "entries.bases"), needed: true },
  ...when("as_of_earliest", "as_of_latest", "as_of_precision"),
  text("value", "number", ["figure", "number", "count", "число", "количество", "саны", "sayı"]),
  { name: "bound", into: "bound", shape: choice(BOUNDS, "entries.bounds") },
  { name: "lower", shape: "number", into: "lower", headers: ["from", "min", "minimum", "от", "бастап"] },
  { name: "upper", shape: "number", into: "upper", headers: ["to", "max", "maximum", "до", "дейін"] },
  { name: "approximate", shape: "flag", into: "rangeAbout", headers: ["about"] },
  text("words", "words", ["слова", "сөздер", "sözler"]),
  text("words_language", "wordsLanguage"),
  { name: "unknown", into: "unknownReason", shape: choice(UNKNOWN_REASONS, "entries.reasons") },
  {
    ...{ name: "claimant", into: "claimant", headers: WHO },
    ...{ shape: choice(CLAIMANTS, "entries.claimants"), needed: true },
  },
  text("claimant_name", "claimantName"),
  ...SOURCE,
  ...NOTES,
];

const LAST_DAY = [
  ...["end", "last_day", "end_latest", "дата_окончания", "окончание", "конец", "последний_день"],
  ...["аяқталған_күні", "аяқталуы", "соңғы_күні", "bitiş_tarihi", "bitiş", "son_gün"],
];

const ACTION: readonly ImportField[] = [
  {
    ...{ name: "type", into: "actionType", headers: ["kind", "action_type", "вид", "вид_акции", "тип", "түрі", "tür"] },
    ...{ shape: choice(ACTION_TYPES, "entries.actionTypes"), needed: true },
  },
  { name: "stoppage", into: "stoppage", shape: choice(STOPPAGES, "record.stoppage"), needed: true },
  { name: "scope", into: "scope", shape: choice(SCOPES, "record.scope"), needed: true },
  { name: "general", shape: "flag", into: "general" },
  { name: "political", shape: "flag", into: "political" },
  WORKFORCE,
  text("participants", "participants", [
    ...["участники", "кто_участвовал", "кто_участвует", "кто_бастовал", "қатысушылар", "кім_қатысты"],
    ...["katılanlar", "katılımcılar", "kim_katıldı"],
  ]),
  PLACE,
  REGION,
  ...when("start_earliest", "start_latest", "start_precision"),
  { name: "end_date", shape: "date", into: "endDate", headers: LAST_DAY },
  { name: "open_end", shape: "flag", into: "openEnd" },
  { name: "certainty", into: "certainty", shape: choice(CERTAINTIES_PROPOSED, "record.certainty"), needed: true },
  ...SOURCE,
  ...NOTES,
];

const WORKFORCE_ITSELF: readonly ImportField[] = [
  {
    ...{ name: "name", shape: "text", into: "workforceName", needed: true },
    headers: ["name_en", "name_kk", "name_ru", "name_tr", "название", "атауы", "adı"],
  },
  {
    ...{ name: "occupation", shape: "text", into: "occupation", needed: true },
    headers: ["occupation_en", "occupation_kk", "occupation_ru", "occupation_tr", "профессия", "кәсібі", "meslek"],
  },
  LANGUAGE_OF_TEXT,
  {
    ...{ name: "employer", shape: "reference", into: "employerId" },
    headers: ["employer_id", "работодатель", "жұмыс_беруші", "işveren", ...ENTERPRISE],
  },
  { name: "whole_employer", shape: "flag", into: "wholeEmployer" },
  PLACE,
  REGION,
  ...SOURCE,
  ...NOTES,
];

/** The source is the row itself: what says nothing of it cannot be left to a form. */
const NEEDED_OF_SOURCE = new Set(["source_title", "source_language", "source_kind", "source_tier"]);
const SOURCE_ITSELF: readonly ImportField[] = [
  ...SOURCE.filter(({ name }) => name !== "source_ids" && name !== "quote").map(
    (field): ImportField => ({
      ...field,
      headers: [...(field.headers ?? []), field.name.replace("source_", "")],
      ...(NEEDED_OF_SOURCE.has(field.name) ? { needed: true } : {}),
    }),
  ),
  text("archived_url", "archivedUrl", ["archive"]),
  text("origin", "origin"),
  ...NOTES,
];

export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  ...{ figure: FIGURE, action: ACTION, workforce: WORKFORCE_ITSELF, source: SOURCE_ITSELF },
};

export function isImportKind(kind: string): kind is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(kind);
}
