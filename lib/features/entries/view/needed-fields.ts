import { readFigure } from "../schema";
import { readAction } from "../schema/action-proposal";
import { MODES } from "../schema/choices";
import type { FieldProblem } from "../schema/input";
import {
  NEW_RECORD_INPUTS,
  type NewRecordKind,
  readNewRecord,
  readPlainInput,
  readPlainProposal,
} from "../schema/kinds";
import { readSolidarity } from "../schema/solidarity-proposal";

/** The fields that may not be empty: always, and beside each answer to what the source says. */
export type NeededFields = { always: string[]; byMode: Readonly<Record<string, string[]>> };

/** What the form of a kind asks for, as its own reading of a form in which nothing stands has it. */
export function neededFields(kind: NewRecordKind): NeededFields {
  const always = lackingIn(kind, {});
  const hasMode = "mode" in NEW_RECORD_INPUTS[kind].shape;
  const more = (mode: string) => lackingIn(kind, { mode }).filter((name) => !always.includes(name));
  return { always, byMode: hasMode ? Object.fromEntries(MODES.map((mode) => [mode, more(mode)])) : {} };
}

function lackingIn(kind: NewRecordKind, typed: Record<string, string>): string[] {
  const problems = problemsOf({ ...(kind === "figure" ? {} : { recordKind: kind }), waveId: "a wave", ...typed });
  return [...new Set(problems.filter(({ code }) => !IS_OTHER.has(code)).map(({ field }) => field))];
}

/** What is said of the whole of several fields, one of which is enough. */
const IS_OTHER: ReadonlySet<string> = new Set(["words_or_quote"]);

function problemsOf(payload: Record<string, string>): FieldProblem[] {
  const plain = readPlainInput(payload);
  if (plain) return problemsIn(readPlainProposal(plain));
  const input = readNewRecord(payload) ?? payload;
  if (payload.recordKind === "action") return problemsIn(readAction(input));
  return problemsIn(payload.recordKind === "solidarity" ? readSolidarity(input) : readFigure(input));
}

function problemsIn(reading: object): FieldProblem[] {
  return "problems" in reading ? (reading.problems as FieldProblem[]) : [];
}
