import { isCorrection, readEntryInput } from "../schema";
import type { CorrectionInput } from "../schema/correction";
import type { NewRecordInput } from "../schema/kinds";
import { namedChanges, typedBeside } from "./correction-entry";

export type FieldDifference = { field: string; before: string; after: string };

/** Field by field what differs between two payloads, in the order of the form; sources by their slot. */
export function fieldDifferences(before: unknown, after: unknown): FieldDifference[] {
  const [old, now] = [flatten(before), flatten(after)];
  const fields = [...new Set([...now.keys(), ...old.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? "", after: now.get(field) ?? "" }))
    .filter((one) => one.before !== one.after);
}

export function changedFields(before: unknown, after: unknown): string[] {
  return fieldDifferences(before, after).map(({ field }) => field);
}

function flatten(payload: unknown): Map<string, string> {
  const input = readEntryInput(payload);
  if (input === null) return new Map();
  return new Map(Object.entries(isCorrection(input) ? correctionValues(input) : formValues(input)));
}

function correctionValues(input: CorrectionInput): Record<string, string> {
  return { ...namedChanges(input.changes), ...typedBeside(input) };
}

/** What was typed under the names the form's fields have. */
export function formValues({ sources, ...fields }: NewRecordInput): Record<string, string> {
  const slots = sources.flatMap((source, slot) =>
    Object.entries(source).map(([name, value]): [string, string] => [`sources.${slot}.${name}`, value]),
  );
  return { ...fields, ...Object.fromEntries(slots) };
}
