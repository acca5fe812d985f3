import { newRecordKind, readFigure } from "../schema";
import { readAction } from "./action-proposal";
import type { FieldProblem } from "./input";
import { NEW_RECORD_INPUTS, type NewRecordInput, readPlainInput, readPlainProposal } from "./kinds";
import { readSolidarity } from "./solidarity-proposal";

const READINGS: Readonly<Record<string, (input: unknown) => object>> = {
  figure: readFigure,
  action: readAction,
  solidarity: readSolidarity,
};

/** What a new record of whatever kind still needs to be read whole. */
export function readingProblems(input: NewRecordInput): readonly FieldProblem[] {
  const plain = readPlainInput(input);
  const reading = plain ? readPlainProposal(plain) : (READINGS[newRecordKind(input)]?.(input) ?? {});
  return "problems" in reading ? (reading.problems as FieldProblem[]) : [];
}

/** The problems in the order in which the form of their kind asks for its fields. */
export function inOrderOfForm(problems: readonly FieldProblem[], input: NewRecordInput): FieldProblem[] {
  const names = Object.keys(NEW_RECORD_INPUTS[newRecordKind(input)].shape);
  const placeOf = ({ field }: FieldProblem) => names.indexOf(field.split(".")[0] ?? "");
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other));
}
