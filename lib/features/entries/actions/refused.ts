import type { ActionOutcome } from "@/lib/server/action-client";
import type { EntryRefusal } from "../mutations/refusal";

/** What the form is told: the problems of its fields by the names they have in it, or the one reason. */
export function refused(
  result: EntryRefusal,
  nameOf: (field: string) => string = (field) => field,
): Extract<ActionOutcome, { ok: false }> {
  if (result.refused !== "incomplete") return { ok: false, formError: result.refused };
  const fieldErrors: Record<string, string> = {};
  for (const { field, code } of result.problems) fieldErrors[nameOf(field)] ??= code;
  return { ok: false, formError: "check_fields", fieldErrors };
}

const BESIDE = /^(evidence|reason|reasonLanguage|grounds|recordId|changes|sources\..+)$/;

/** The fields of the record itself stand in the form of a correction under `changes`. */
export function correctionRefused(result: EntryRefusal): Extract<ActionOutcome, { ok: false }> {
  return refused(result, (field) => (BESIDE.test(field) ? field : `changes.${field}`));
}
