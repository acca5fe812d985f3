import { parseRecordId, type RecordKind } from "./id";
import type { Epoch, Moment, Period } from "./moment";
import type { Quantity, RuleRef } from "./quantity";
import { RECORD_FIELDS, type RecordField } from "./record-fields";
import type { CitationRow, RecordRow, Texts } from "./wave-record";
import { isWithheldMark } from "./withholding";

/** A quantity without its words and rule, which are values of their own. */
export type Amount = Pick<Quantity, "lower" | "upper" | "unit" | "approximate" | "unknown">;

/** One value of a record, said apart from what it belongs to. A field that is empty has none. */
export type FieldValue =
  | { is: "text"; text: string; language: string | null }
  | { is: "lines"; lines: string[] }
  | { is: "language"; tag: string }
  | { is: "choice"; value: string }
  | { is: "flag"; value: boolean }
  | { is: "quantity"; quantity: Amount }
  | { is: "rule"; rule: RuleRef }
  | { is: "moment"; moment: Moment }
  | { is: "instant"; at: Epoch }
  | { is: "date"; date: string }
  | { is: "references"; ids: string[] }
  | { is: "citation"; citation: CitationRow }
  /** Words that were taken down: that there were some, in no language. */
  | { is: "withheld" };

/**
 * One difference between two versions. `path` tells it apart within the record (`note.ru`, `citations.KZ22-S4`), `name`
 * is the field it belongs to. Null is nothing: a value that came or went.
 */
export type FieldChange = { path: string; name: string; before: FieldValue | null; after: FieldValue | null };

type Told = { path: string; name: string; value: FieldValue };

export function kindOf(row: Pick<RecordRow, "id">): RecordKind {
  const kind = parseRecordId(row.id)?.kind;
  if (kind === undefined) throw new RangeError(`Not a record id: ${row.id}`);
  return kind;
}

/**
 * What differs between two versions of one record, in the order of its fields: texts by language, a quantity apart from
 * its words and its rule, each citation by its source. Revision number and record time are no difference; lists of
 * references have no order. Words that were taken down are told once for all languages. Empty exactly when both versions
 * say the same.
 */
export function recordDiff(before: RecordRow, after: RecordRow): FieldChange[] {
  const [old, now] = [before, after].map((row) => new Map(recordValues(row).map((told) => [told.path, told]))) as [
    Map<string, Told>,
    Map<string, Told>,
  ];
  const names = ["state", ...RECORD_FIELDS[kindOf(after)].map(({ name }) => name), "citations"];
  const changes = [...new Set([...now.keys(), ...old.keys()])]
    .map((path) => {
      const name = (now.get(path) ?? old.get(path))?.name ?? "";
      return { path, name, before: old.get(path)?.value ?? null, after: now.get(path)?.value ?? null };
    })
    .filter((change) => !isSameValue(change.before, change.after));
  return [...Map.groupBy(changes, textOfPath).values()]
    .flatMap(toldOfWithheld)
    .toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

/** A text by its path in every language; a part of the path that only looks like a language is in no record. */
function textOfPath({ path, before, after }: FieldChange): string {
  const isText = (before ?? after)?.is === "text";
  return isText ? path.replace(/\.[a-z]{2}$/, "") : path;
}

/**
 * A mark stands in every language, whatever the words were in: beside words that came or went it says nothing more, and
 * alone it is one line of no language.
 */
function toldOfWithheld(changes: FieldChange[]): FieldChange[] {
  const sides = changes.map((change) => ({
    ...change,
    before: withoutMark(change.before),
    after: withoutMark(change.after),
  }));
  const isMark = (value: FieldValue | null) => value?.is === "withheld";
  const [first] = sides.filter(({ before, after }) => isMark(before) || isMark(after));
  if (first === undefined) return changes;
  const words = sides.filter(({ before, after }) => [before, after].some((side) => side !== null && !isMark(side)));
  const [was, is] = [sides.some(({ before }) => isMark(before)), sides.some(({ after }) => isMark(after))];
  if (words.length > 0) {
    const told = (side: FieldValue | null, isWithheld: boolean) =>
      side ?? (isWithheld ? { is: "withheld" as const } : null);
    return words.map(({ before, after, ...of }) => ({ ...of, before: told(before, was), after: told(after, is) }));
  }
  const of = { path: textOfPath({ ...first, before: { is: "text", text: "", language: null } }), name: first.name };
  return [{ ...of, before: was ? { is: "withheld" } : null, after: is ? { is: "withheld" } : null }];
}

function withoutMark(value: FieldValue | null): FieldValue | null {
  return value?.is === "text" && isWithheldMark(value.text) ? { is: "withheld" } : value;
}

/** Everything a record says, value by value; what is empty is left out. */
export function recordValues(row: RecordRow): Told[] {
  const fields = RECORD_FIELDS[kindOf(row)].flatMap((field) => valuesOf(field, fieldOf(row, field.name), row));
  const citations = row.citations.map((citation): Told => {
    return { path: `citations.${citation.sourceId}`, name: "citations", value: { is: "citation", citation } };
  });
  return [{ path: "state", name: "state", value: { is: "choice", value: row.state } }, ...fields, ...citations];
}

/** A field of a row by its name; start, end and open end are the parts of its period. */
export function fieldOf(row: RecordRow, name: string): unknown {
  const columns = row as unknown as Record<string, unknown>;
  const period = columns.period as Period | undefined;
  return period !== undefined && name in period ? period[name as keyof Period] : columns[name];
}

/** Under which name a value of each of these shapes is told. */
const AS_IT_STANDS = {
  language: "tag",
  choice: "value",
  flag: "value",
  moment: "moment",
  instant: "at",
  date: "date",
} as const satisfies Partial<Record<RecordField["shape"], string>>;

function valuesOf({ name, shape }: RecordField, value: unknown, row: RecordRow): Told[] {
  if (value === null || value === undefined) return [];
  const one = (told: FieldValue): Told[] => [{ path: name, name, value: told }];
  // What a field of this shape holds is told as it stands.
  if (shape in AS_IT_STANDS) {
    const under = AS_IT_STANDS[shape as keyof typeof AS_IT_STANDS];
    return one({ is: shape, [under]: value } as FieldValue);
  }
  switch (shape) {
    case "texts":
      return textsOf(name, name, value as Texts);
    case "line":
      return one({ is: "text", text: value as string, language: null });
    case "lines":
      return (value as string[]).length === 0 ? [] : one({ is: "lines", lines: value as string[] });
    case "quantity":
      return quantityValues(name, value as Quantity, row);
    case "reference":
      return one({ is: "references", ids: [value as string] });
    case "references":
      return idsOf(name, value as string[]);
    default:
      return answerValues(name, value as { demandId: string; outcome: Texts | null }[]);
  }
}

function textsOf(path: string, name: string, texts: Texts): Told[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text ? [{ path: `${path}.${language}`, name, value: { is: "text" as const, text, language } }] : [],
  );
}

/** The target of a demand is a quantity that is never approximate, unknown or made by a rule. */
function quantityValues(name: string, quantity: Partial<Quantity> & Pick<Quantity, "unit">, row: RecordRow): Told[] {
  const { lower = null, upper = null, unit, approximate = false, unknown = null, words, rule } = quantity;
  const language = (fieldOf(row, "wordsLanguage") as string | null | undefined) ?? null;
  return [
    { path: name, name, value: { is: "quantity", quantity: { lower, upper, unit, approximate, unknown } } },
    ...(words ? [{ path: `${name}.words`, name, value: { is: "text" as const, text: words, language } }] : []),
    ...(rule ? [{ path: `${name}.rule`, name, value: { is: "rule" as const, rule } }] : []),
  ];
}

function idsOf(name: string, ids: readonly string[]): Told[] {
  return ids.length === 0 ? [] : [{ path: name, name, value: { is: "references", ids: ids.toSorted() } }];
}

function answerValues(name: string, answers: readonly { demandId: string; outcome: Texts | null }[]): Told[] {
  const ids = answers.map(({ demandId }) => demandId);
  return [
    ...idsOf(name, ids),
    ...answers.flatMap(({ demandId, outcome }) => textsOf(`${name}.${demandId}`, name, outcome ?? {})),
  ];
}

/** The language of a text stands in its path or in a field of its own. */
function isSameValue(one: FieldValue | null, other: FieldValue | null): boolean {
  return one?.is === "text" && other?.is === "text" ? one.text === other.text : isSame(one, other);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const part = (of: object, name: string) => (of as Record<string, unknown>)[name];
  return [...names].every((name) => isSame(part(one, name), part(other, name)));
}
