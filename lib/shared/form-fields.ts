import type { z } from "zod";
import type { TypedValues } from "./action-state";

/**
 * Names that occur more than once become lists; files are not among them; React's own fields are left out, and so is the
 * one sign that the database holds in no text.
 */
export function readForm(formData: FormData): TypedValues {
  const values: TypedValues = Object.create(null);
  for (const name of new Set(formData.keys())) {
    const all = formData.getAll(name).flatMap((value) => (typeof value === "string" ? value.replaceAll("\0", "") : []));
    const [first] = all;
    if (name.startsWith("$ACTION") || name.includes("\0") || first === undefined) continue;
    values[name] = all.length === 1 ? first : all;
  }
  return { ...values };
}

/** What may come back of a form that was refused or could not be sent: never a passphrase, nor what a second step was taken with. */
export function withoutSecrets(values: TypedValues): TypedValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/passphrase|secondStep|passkeyAnswer/i.test(name)),
  );
}

/** The first problem of each field, as a key; a message zod made itself is a sentence and becomes the general key. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    found[path.join(".")] ??= /^[a-z][a-z0-9_]*$/.test(message) ? message : "invalid";
  }
  return found;
}
