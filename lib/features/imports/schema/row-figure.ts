import type { Measure } from "@/lib/domain/measure";
import { isUnknown } from "@/lib/domain/quantity";
import { readWords } from "@/lib/domain/words";
import { unitOf } from "@/lib/features/entries/schema/quantity";
import { withoutAbout } from "@/lib/shared/number-input";
import { endsOf, readNumberCell } from "./numbers";
import type { RowCells } from "./row-cells";
import { foundIn } from "./row-references";
import { notesOf, sourcesOf } from "./row-sources";
import { whenOf } from "./row-when";

/** What the form of a figure would send for this row. */
export function figureOf(row: RowCells): Record<string, unknown> {
  const { directory } = row.reading;
  const workforceId = foundIn(row, "workforce", directory.workforces);
  const actionId = row.text("action").toUpperCase();
  const measure = row.choice("measure");
  const where = { action: directory.actions.get(actionId), workforce: directory.placed.get(workforceId) };
  return {
    ...{ waveId: directory.waveId, workforceId, actionId, measure, basis: row.choice("basis") },
    ...whenOf(row, where),
    ...saidOf(row, measure),
    wordsLanguage: row.text("words_language"),
    ...{ claimant: row.choice("claimant"), claimantName: row.text("claimant_name") },
    sources: sourcesOf(row),
    ...notesOf(row),
  };
}

type Said = Partial<
  Record<"mode" | "number" | "bound" | "lower" | "upper" | "rangeAbout" | "words" | "unknownReason", string>
>;

/** What the source says, as the form's first question asks it: a number, a range, words, or why there is none. */
function saidOf(row: RowCells, measure: string): Said {
  const unit = unitOf(measure as Measure);
  const kind = unit === "percent" || unit === "days" ? "fractional" : "whole";
  const words = row.text("words");
  const about = row.flag("approximate");
  const value = row.text("value");
  const [lower, upper] = [row.number("lower", kind), row.number("upper", kind)];
  const hasEnds = row.text("lower") !== "" || row.text("upper") !== "";
  if (value !== "" && hasEnds) return { mode: row.refuse("value", "value_twice") };
  if (hasEnds) return { mode: "range", lower, upper, rangeAbout: about, words };
  if (value !== "") return saidIn(row, { value, kind, words, about });
  const unknownReason = row.choice("unknown");
  if (unknownReason !== "") return { mode: "no_number", unknownReason, words };
  const isSaid = words !== "" && (!hasNumberColumn(row) || saysNumber(words));
  return isSaid ? { mode: "words_only", words } : { mode: "", words };
}

/** Words instead of a number are what the source gives; words beside an empty number may be anything. */
function hasNumberColumn(row: RowCells): boolean {
  return ["value", "lower", "upper"].some((name) => row.columnOf(name) !== null);
}

function saysNumber(words: string): boolean {
  const reading = readWords(words);
  return "quantity" in reading && !isUnknown(reading.quantity);
}

type Value = { value: string; kind: "whole" | "fractional"; words: string; about: "" | "yes" };

/** One cell for everything: digits, two ends with a dash, words the rules can read, or why there is no number. */
function saidIn(row: RowCells, { value: cell, kind, words, about: said }: Value): Said {
  const { text: value, isAbout } = withoutAbout(cell);
  const reason = row.answerIn("unknown", value);
  if (reason !== null) return { mode: "no_number", unknownReason: reason, words };
  const decimal = row.decimalOf("value");
  const whole = readNumberCell(value, kind, decimal);
  const about = isAbout ? "yes" : said;
  const bound = row.choice("bound") || (about === "yes" ? "about" : "");
  // "More than" in one cell and "~1000" in another are two answers to one question.
  if (isAbout && bound !== "about") return { mode: row.refuse("value", "value_unreadable") };
  if ("text" in whole) return { mode: "number", number: whole.text, bound, words };
  const [lower, upper] = (endsOf(value) ?? []).map((end) => readNumberCell(end, kind, decimal));
  if (lower !== undefined && upper !== undefined && "text" in lower && "text" in upper)
    return { mode: "range", lower: lower.text, upper: upper.text, rangeAbout: about, words };
  if (/\p{L}/u.test(value) && !("refusal" in readWords(value))) return { mode: "words_only", words: value };
  const isDigits = !/\p{L}/u.test(value) && whole.refusal !== "not_a_number";
  return { mode: row.refuse("value", isDigits ? `number_${whole.refusal}` : "value_unreadable") };
}
