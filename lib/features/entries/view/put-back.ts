import { WITHHELD_TEXTS } from "@/lib/domain/withholding";
import { readCorrection } from "../schema/correction";

/** Texts of a record that were taken down and are not public again. */
export type TakenDown = { recordId: string; parts: readonly string[] };

const MARKS: ReadonlySet<string> = new Set(Object.values(WITHHELD_TEXTS));

/** The parts of a record in which a correction would put words again where some were taken down; none of anything else. */
export function partsPutBack(payload: unknown, takenDown: readonly TakenDown[]): string[] {
  const input = readCorrection(payload);
  if (input === null) return [];
  const said = Object.entries(input.changes).flatMap(([name, text]) => (isSaid(text) ? partOf(name) : []));
  const quoted = input.sources.some(({ quote }) => isSaid(quote)) ? ["citations"] : [];
  const taken = takenDown.filter(({ recordId }) => recordId === input.recordId).flatMap(({ parts }) => parts);
  return [...new Set([...said, ...quoted])].filter((part) => taken.includes(part));
}

function isSaid(text: string): boolean {
  return text.trim() !== "" && !MARKS.has(text.trim());
}

/** A field of the form by the name its words have where they are withheld; what holds no words is none of them. */
function partOf(name: string): string[] {
  const [field = "", ...rest] = name.split(".");
  const last = rest.at(-1);
  if (field === "citations") return last === "words" ? [field] : [];
  if (field === "answers") return last === undefined ? [] : [field];
  if (last === "words") return ["words"];
  return [field === "claimantNames" ? "claimantName" : field];
}
