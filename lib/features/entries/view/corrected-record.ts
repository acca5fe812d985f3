import type { Moment, Period, Precision } from "@/lib/domain/moment";
import type { Quantity, Unit, UnknownReason } from "@/lib/domain/quantity";
import { validateQuantity } from "@/lib/domain/quantity";
import { fieldOf } from "@/lib/domain/record-diff";
import type { RecordField } from "@/lib/domain/record-fields";
import type { CitationRow, FigureRow, RecordRow, Texts } from "@/lib/domain/wave-record";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readTypedNumber } from "@/lib/shared/number-input";
import type { FieldProblem } from "../schema/input";
import { ruleOf, unitOf, wordsAgree } from "../schema/quantity";
import { endOf, type RecordClock, startOf } from "./record-clock";
import { type Answers, correctableFields, formOf, quantityParts, type RecordForm } from "./record-form";
import { ruleProblems } from "./record-rules";

export type Corrected = { row: RecordRow; problems: FieldProblem[] };
type Reading = { form: RecordForm; changes: RecordForm; clock: RecordClock; problems: FieldProblem[] };

/** The record as it would stand, with every problem there is. What was not changed keeps its own value exactly. */
export function correctedRecord(base: RecordRow, changes: RecordForm, clock: RecordClock): Corrected {
  const reading: Reading = { form: { ...formOf(base, clock), ...changes }, changes, clock, problems: [] };
  const values = correctableFields(base)
    .filter((field) => isTouched(field, base, reading))
    .map((field) => [field.name, newValue(field, base, reading)] as const);
  const row = withValues(base, Object.fromEntries(values));
  return { row, problems: [...reading.problems, ...ruleProblems(base, row, Object.keys(changes))] };
}

function isTouched({ name }: RecordField, base: RecordRow, { changes }: Reading): boolean {
  const isOwn = (path: string) => path === name || path.startsWith(`${name}.`);
  // The unit of a figure follows its measure.
  const follows = name === "quantity" && "measure" in base && "measure" in changes;
  return follows || Object.keys(changes).some(isOwn);
}

/** Start, end and open end are the parts of a period; a claimant's name in English tells claimants apart. */
function withValues(base: RecordRow, values: Record<string, unknown>): RecordRow {
  const { start, end, openEnd, ...plain } = values;
  const row: Record<string, unknown> = { ...base, ...plain };
  if ("period" in base) {
    const given = Object.entries({ start, end, openEnd }).filter(([name]) => name in values);
    row.period = { ...base.period, ...Object.fromEntries(given) } as Period;
  }
  if ("claimantNames" in plain && "measure" in base) {
    row.claimantName = (plain.claimantNames as Texts | null)?.en ?? null;
  }
  return row as RecordRow;
}

function newValue(field: RecordField, base: RecordRow, reading: Reading): unknown {
  const { name, shape } = field;
  const typed = reading.form[name] ?? "";
  switch (shape) {
    case "texts":
      return textsIn(name, reading);
    case "lines":
      return typed.split("\n").flatMap((line) => line.trim() || []);
    case "flag":
      return typed === "yes";
    case "quantity":
      return quantityIn(name, base, reading);
    case "moment":
      return momentIn(name, fieldOf(base, name) as Moment | null, reading);
    case "instant":
      return typed === "" ? null : timed(name, startOf(typed, reading.clock), reading);
    case "references":
      return idsIn(typed);
    case "answers":
      return idsIn(typed).map((demandId): Answers[number] => {
        return { demandId, outcome: textsIn(`${name}.${demandId}`, reading) };
      });
    default:
      return typed === "" ? null : typed;
  }
}

function textsIn(name: string, { form }: Reading): Texts | null {
  const known = LOCALES.flatMap((locale) => {
    const text = form[`${name}.${locale}`] ?? "";
    return text === "" ? [] : [[locale, text] as const];
  });
  return known.length === 0 ? null : Object.fromEntries(known);
}

function idsIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((id) => id !== ""))].toSorted();
}

function timed(field: string, at: number | null, { problems }: Reading): number | null {
  if (at === null) problems.push({ field, code: "time_wrong" });
  return at;
}

/** A bound that was not touched keeps its instant, also where the form shows it rounded to the minute. */
function momentIn(name: string, base: Moment | null, reading: Reading): Moment | null {
  const { form, changes, clock } = reading;
  const typed = (part: string) => form[`${name}.${part}`] ?? "";
  if (typed("earliest") === "" && typed("latest") === "") return null;
  const isKept = (part: string) => base !== null && !(`${name}.${part}` in changes);
  const first = typed("earliest") || typed("latest");
  const last = typed("latest") || typed("earliest");
  const earliest = isKept("earliest")
    ? (base?.earliest ?? null)
    : timed(`${name}.earliest`, startOf(first, clock), reading);
  const latest = isKept("latest") ? (base?.latest ?? null) : timed(`${name}.latest`, endOf(last, clock), reading);
  const precision = (typed("precision") || "day") as Precision;
  return { earliest: earliest ?? 0, latest: latest ?? earliest ?? 0, precision };
}

/** The rule is named only where the words really say this number, as in the form of a new figure. */
function quantityIn(name: string, base: RecordRow, reading: Reading): Partial<Quantity> | null {
  const { form, problems } = reading;
  const typed = (part: ReturnType<typeof quantityParts>[number]) => form[`${name}.${part}`] ?? "";
  const unit = unitFor(name, base, reading);
  if (unit === null) return withoutUnit(name, reading);
  const before = fieldOf(base, name) as Partial<Quantity> | null;
  const bound = (part: "lower" | "upper") => {
    // As it stands it may have more decimals than anybody types.
    if (!(`${name}.${part}` in reading.changes)) return before?.[part] ?? null;
    if (typed(part) === "") return null;
    const read = readTypedNumber(typed(part), unit === "people" || unit === "places" ? "whole" : "fractional");
    if ("value" in read) return read.value;
    problems.push({ field: `${name}.${part}`, code: `number_${read.refusal}` });
    return null;
  };
  const said = {
    ...{ lower: bound("lower"), upper: bound("upper"), unit },
    words: typed("words") === "" ? null : typed("words"),
  };
  if (name === "target") return said;
  const unknown = typed("unknown") === "" ? null : (typed("unknown") as UnknownReason);
  const quantity: Quantity = { ...said, approximate: typed("approximate") === "yes", unknown, rule: null };
  const problem = validateQuantity(quantity)[0];
  if (problem !== undefined && problems.length === 0)
    problems.push({ field: `${name}.lower`, code: `quantity_${problem}` });
  if (
    problem === undefined &&
    unknown === null &&
    saidSo(before) &&
    wordsAgree(quantity, quantity.words ?? "") === false
  )
    problems.push({ field: `${name}.words`, code: "words_say_other" });
  return { ...quantity, rule: quantity.words === null || name === "amount" ? null : ruleOf(quantity, quantity.words) };
}

/** Whether the words of the record as it stands say its number: then one is not corrected without the other. */
function saidSo(before: Partial<Quantity> | null): boolean {
  return before !== null && typeof before.words === "string" && wordsAgree(before as Quantity, before.words) === true;
}

/** Nothing counted in nothing is no amount. What has a number or words but no unit is refused, never dropped. */
function withoutUnit(name: string, { form, problems }: Reading): null {
  const typed = quantityParts(name).filter((part) => (form[`${name}.${part}`] ?? "") !== "");
  if (typed.length > 0) problems.push({ field: `${name}.unit`, code: "unit_missing" });
  return null;
}

function unitFor(name: string, base: RecordRow, { form }: Reading): Unit | null {
  if (quantityParts(name).includes("unit")) return (form[`${name}.unit`] || null) as Unit | null;
  return "measure" in base ? unitOf((form.measure || base.measure) as FigureRow["measure"]) : "people";
}

/** The citations as corrected: those taken away are gone, what was not touched stays. */
export function correctedCitations(base: RecordRow, changes: RecordForm): CitationRow[] {
  return base.citations.flatMap((citation) => {
    const at = (part: string) => changes[`citations.${citation.sourceId}.${part}`];
    if (at("remove") === "yes") return [];
    const orNull = (typed: string | undefined, stands: string | null) => (typed === undefined ? stands : typed || null);
    return [
      {
        ...citation,
        words: orNull(at("words"), citation.words),
        wordsLanguage: orNull(at("wordsLanguage"), citation.wordsLanguage),
        reliability: orNull(at("reliability"), citation.reliability) as CitationRow["reliability"],
        contradicts: at("contradicts") === undefined ? citation.contradicts : at("contradicts") === "yes",
      },
    ];
  });
}
