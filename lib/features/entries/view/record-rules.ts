import { parseRecordId } from "@/lib/domain/id";
import { PRECISIONS } from "@/lib/domain/moment";
import { UNITS, UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { fieldOf } from "@/lib/domain/record-diff";
import type { RecordField, ReferenceTo } from "@/lib/domain/record-fields";
import type { CitationRow, RecordRow, Texts } from "@/lib/domain/wave-record";
import { isCountry } from "@/lib/shared/i18n/countries";
import { isCalendarDate } from "@/lib/shared/local-time";
import { type FieldProblem, isLanguageTag } from "../schema/input";
import { readAddress } from "../schema/source";
import { correctableFields } from "./record-form";

/**
 * What a corrected record must hold, as the database repeats it: a slip is answered beside its field and never by an
 * error. Only what the correction touched is held against the form; what the fields say together, always.
 */
export function ruleProblems(base: RecordRow, row: RecordRow, changed: readonly string[]): FieldProblem[] {
  const touched = (name: string) => changed.some((path) => path === name || path.startsWith(`${name}.`));
  const single = correctableFields(row)
    .filter(({ name }) => touched(name))
    .flatMap((field) => fieldProblems(field, fieldOf(row, field.name), base));
  return changed.length === 0 ? [] : [...single, ...togetherProblems(row)];
}

function fieldProblems(field: RecordField, value: unknown, base: RecordRow): FieldProblem[] {
  const { name, shape, isNeeded, options } = field;
  const wrong = (code: string, at = name): FieldProblem[] => [{ field: at, code }];
  if (shape === "texts") return isNeeded ? lostTexts(name, value as Texts | null, base) : [];
  if (value === null) return isNeeded ? wrong("value_missing", firstPart(field)) : [];
  switch (shape) {
    case "choice":
      return options?.includes(value as string) ? [] : wrong("unknown_choice");
    case "language":
      return isLanguageTag(value as string) ? [] : wrong("language_wrong");
    case "date":
      return isCalendarDate(value as string) ? [] : wrong("date_wrong");
    case "line":
      return lineProblem(name, value as string).flatMap((code) => wrong(code));
    case "moment":
      return momentProblems(name, value as { earliest: number; latest: number; precision: string });
    case "quantity":
      return quantityProblems(name, value as { unit: string; unknown?: string | null });
    default:
      return [];
  }
}

function firstPart({ name, shape }: RecordField): string {
  return shape === "moment" ? `${name}.earliest` : shape === "quantity" ? `${name}.lower` : name;
}

/** A text that every language had stays in every language. */
function lostTexts(name: string, texts: Texts | null, base: RecordRow): FieldProblem[] {
  const before = (fieldOf(base, name) ?? {}) as Texts;
  const lost = Object.keys(before).filter((language) => !texts?.[language as keyof Texts]);
  return lost.map((language) => ({ field: `${name}.${language}`, code: "text_missing" }));
}

function lineProblem(name: string, value: string): string[] {
  if (name === "fromCountry") return isCountry(value) ? [] : ["country_wrong"];
  if (name === "url" || name === "archivedUrl") return readAddress(value) === null ? ["url_wrong"] : [];
  return [];
}

function momentProblems(name: string, moment: { earliest: number; latest: number; precision: string }): FieldProblem[] {
  if (!(PRECISIONS as readonly string[]).includes(moment.precision))
    return [{ field: `${name}.precision`, code: "unknown_choice" }];
  return moment.earliest > moment.latest ? [{ field: `${name}.latest`, code: "ends_before_start" }] : [];
}

function quantityProblems(
  name: string,
  { unit, unknown = null }: { unit: string; unknown?: string | null },
): FieldProblem[] {
  if (!(UNITS as readonly string[]).includes(unit)) return [{ field: `${name}.unit`, code: "unknown_choice" }];
  const isReason = unknown === null || (UNKNOWN_REASONS as readonly string[]).includes(unknown);
  return isReason ? [] : [{ field: `${name}.unknown`, code: "unknown_choice" }];
}

const RELIABILITIES: readonly string[] = ["a", "b", "c"];

/** What is wrong with the citations as corrected. What rested on sources rests on one that carries it, or on a new one. */
export function citationProblems(
  before: readonly CitationRow[],
  after: readonly CitationRow[],
  added: number,
): FieldProblem[] {
  const problems = after.flatMap(({ sourceId, wordsLanguage, reliability }) => [
    ...(wordsLanguage === null || isLanguageTag(wordsLanguage)
      ? []
      : [{ field: `citations.${sourceId}.wordsLanguage`, code: "language_wrong" }]),
    ...(reliability === null || RELIABILITIES.includes(reliability)
      ? []
      : [{ field: `citations.${sourceId}.reliability`, code: "unknown_choice" }]),
  ]);
  const carrying = (all: readonly CitationRow[]) => all.filter(({ contradicts }) => !contradicts);
  const lost = carrying(before).find(({ sourceId }) => !carrying(after).some((one) => one.sourceId === sourceId));
  const isBare = lost !== undefined && carrying(after).length === 0 && added === 0;
  return isBare ? [...problems, { field: `citations.${lost.sourceId}.remove`, code: "source_missing" }] : problems;
}

const SUBJECTS = { actionId: "action", eventId: "event", regionId: "region" } as const;

function togetherProblems(row: RecordRow): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (isWrong: boolean, field: string, code: string) => isWrong && problems.push({ field, code });
  if ("standing" in row)
    add(row.standing !== "normal" && !row.standingReason, "standingReason.en", "standing_reason_missing");
  if ("disputed" in row) add(row.disputed && !row.disputeReason, "disputeReason.en", "dispute_reason_missing");
  if ("subject" in row) {
    for (const [name, subject] of Object.entries(SUBJECTS)) {
      add((row[name as keyof typeof SUBJECTS] !== null) !== (row.subject === subject), name, "subject_differs");
    }
  }
  if ("wholeEmployer" in row) add(row.wholeEmployer && row.employerId === null, "employerId", "employer_missing");
  if ("type" in row) add(!isPlaceWhole(row), "placePrecision", "place_differs");
  if ("target" in row) {
    const { lower = null, upper = null } = row.target ?? {};
    add(row.target !== null && lower === null && upper === null, "target.lower", "range_empty");
    add(lower !== null && upper !== null && lower > upper, "target.lower", "quantity_lower_above_upper");
  }
  if ("period" in row) {
    const { start, end, openEnd } = row.period;
    add(end !== null && end.latest < start.earliest, "end.latest", "ends_before_start");
    add(openEnd && end !== null, "openEnd", "open_end_with_end");
  }
  return problems;
}

type Placed = { placePrecision: string; regionId: string | null; localityId: string | null };

function isPlaceWhole({ placePrecision, regionId, localityId }: Placed): boolean {
  switch (placePrecision) {
    case "country":
      return regionId === null && localityId === null;
    case "region":
      return regionId !== null && localityId === null;
    case "unnamed_localities":
      return localityId === null;
    default:
      return localityId !== null;
  }
}

export type Reference = { field: string; to: ReferenceTo; id: string };

/** Everything a record points to, with the field that does: whether it is there is for whoever reads the record to say. */
export function referencesOf(row: RecordRow): Reference[] {
  return correctableFields(row).flatMap(({ name, shape, to }) => {
    const value = fieldOf(row, name);
    if (to === undefined || value === null) return [];
    if (shape === "reference") return [{ field: name, to, id: value as string }];
    const ids =
      shape === "answers" ? (value as { demandId: string }[]).map(({ demandId }) => demandId) : (value as string[]);
    return ids.map((id) => ({ field: name, to, id }));
  });
}

/** Whether an id is one of the kind of record it must lead to. */
export function isIdOf({ to, id }: Reference): boolean {
  return to === "region" || to === "locality" || to === "employer" || parseRecordId(id)?.kind === to;
}

/** What a new record would point to and is not there, at the question of its form that named it. */
export function goneProblem({ field, to }: Reference): FieldProblem {
  if (to === "workforce") return { field, code: "workforce_gone" };
  return { field: ["actionId", "eventId", "regionId"].includes(field) ? "about" : field, code: "reference_unknown" };
}
