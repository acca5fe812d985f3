import type { UnsentForm } from "@/lib/shared/unsent-form";

export type TypedValue = { name: string; value: string };

/** What the forms carry for themselves and nobody typed or chose. */
const technical = new Set([
  ...[
    "locale",
    "next",
    "token",
    "intent",
    "submissionKey",
    "sending",
    "entryId",
    "seenVersion",
    "invitationId",
    "userId",
    "label",
  ],
  ...["waveId", "possibleFrom", "possibleUntil", "noteLanguage"],
]);
const reactOwn = /^\$ACTION/;

/** What somebody typed or chose, in the order of the form, to be read and copied. */
export function typedValues({ fields }: Pick<UnsentForm, "fields">): TypedValue[] {
  return fields
    .filter(([name, value]) => value.trim() !== "" && !reactOwn.test(name) && !technical.has(name))
    .map(([name, value]) => ({ name, value }));
}
