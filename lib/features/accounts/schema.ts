import { z } from "zod";
import { ROLES } from "@/lib/domain/can";
import { personalData } from "@/lib/domain/personal-data";
import { handleKey, tidyHandle } from "@/lib/shared/handle";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { INVITATION_DAYS } from "@/lib/shared/invitation-days";

/*
 * Every message is a key below `accounts.errors` of the catalogues. Nothing here says what a pseudonym or a passphrase
 * was, so that no message can repeat one.
 */
export const passphraseLeast = 15;
export const passphraseMost = 200;
const handleLeast = 3;
const handleMost = 40;

/** Names that would speak for Turnout itself, folded as pseudonyms are compared. */
const reservedKeys = new Set(
  ["admin", "administrator", "moderator", "auditor", "contributor", "turnout", "system", "support"].map(handleKey),
);

const commonKeys = new Set(
  [
    "correct horse battery staple",
    "password password",
    "passwordpassword1",
    "mypasswordispassword",
    "password123456789",
    "123456789012345",
    "1234567890123456",
    "12345678901234567890",
    "987654321098765",
    "qwertyuiopasdfg",
    "qwertyuiopasdfghjkl",
    "qwertyuiop123456",
    "qwerty123456789",
    "qwerty qwerty qwerty",
    "1q2w3e4r5t6y7u8i",
    "1qaz2wsx3edc4rfv",
    "iloveyouiloveyou",
    "iloveyousomuch123",
    "letmeinletmeinletmein",
    "thisismypassword",
    "this is my passphrase",
    "administrator123",
    "abcdefghijklmno",
    "abcdefghijklmnopqrstuvwxyz",
    "to be or not to be",
    "the quick brown fox",
    "парольпарольпароль",
    "йцукенгшщзхъфыва",
    "kazakhstan kazakhstan",
  ].map(handleKey),
);

const text = (key: string) => z.string({ error: key });

export const localeField = z
  .string()
  .refine(isLocale, "locale_unknown")
  .transform((value) => value as Locale);

export const handleSchema = text("handle_missing")
  .transform(tidyHandle)
  .superRefine((handle, context) => {
    const problem = problemOfHandle(handle);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

/** What was typed to sign in is only made one form; whether it is right is for the hash to say. */
const typedPassphrase = text("passphrase_missing")
  .min(1, "passphrase_missing")
  .max(passphraseMost * 4, "passphrase_long")
  .transform((value) => value.normalize("NFKC"));

const newPassphrase = typedPassphrase.superRefine((passphrase, context) => {
  const problem = problemOfPassphrase(passphrase);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const signInSchema = z.object({
  locale: localeField,
  handle: text("handle_missing").min(1, "handle_missing").max(200, "handle_long"),
  passphrase: typedPassphrase,
  next: z.string().max(2000).optional(),
});

const typedCode = text("second_step_needed").max(100, "second_step_wrong");
export const secondStepSchema = z.object({
  locale: localeField,
  next: z.string().max(2000).optional(),
  code: typedCode.default(""),
  passkeyAnswer: z.string().max(20_000, "second_step_passkey").optional(),
});
/** Only the first factor of an account asks for the passphrase. */
const ofFirstFactor = { currentPassphrase: typedPassphrase.optional() };
export const setUpAuthenticatorSchema = z.object({ code: typedCode, ...ofFirstFactor });

const passkeyAnswer = z.string().min(1, "passkey_wrong").max(20_000, "passkey_wrong");
const passkeyName = z.string({ error: "passkey_name" }).trim().min(1, "passkey_name").max(40, "passkey_name_long");
const passkeyId = z.string().max(1400, "gone");
export const passkeySignInSchema = z.object({
  locale: localeField,
  next: z.string().max(2000).optional(),
  passkeyAnswer,
});
export const beginPasskeySchema = z.object({ name: passkeyName, ...ofFirstFactor });
export const addPasskeySchema = z.object({ name: passkeyName, passkeyAnswer });
export const renamePasskeySchema = z.object({ passkeyId, name: passkeyName });
export const removePasskeySchema = z.object({ passkeyId });

export const acceptInvitationSchema = z
  .object({ locale: localeField, token: z.string().max(100), handle: handleSchema, passphrase: newPassphrase })
  .superRefine(({ handle, passphrase }, context) => {
    if (holdsHandle(passphrase, handle))
      context.addIssue({ code: "custom", path: ["passphrase"], message: "passphrase_handle" });
  });

export const restoreSchema = z.object({ locale: localeField, token: z.string().max(100), passphrase: newPassphrase });

export const changePassphraseSchema = z.object({ currentPassphrase: typedPassphrase, passphrase: newPassphrase });

const givenRole = z.enum(ROLES, { error: "role_missing" }).exclude(["reader"], { error: "role_missing" });
const rowId = z.uuid({ error: "account_gone" });

const days = z.coerce.number().pipe(z.literal(INVITATION_DAYS, { error: "days_unknown" }));
const note = z
  .string()
  .trim()
  .max(200, "note_long")
  .transform((typed) => typed || null);

export const createInvitationSchema = z
  .object({
    locale: localeField,
    role: givenRole,
    days: days.default(7),
    note: note.default(null),
    /** Its writer has read what the note may give away, and keeps it. */
    noteLooked: z.literal("yes").optional(),
  })
  .superRefine(({ note: typed, noteLooked }, context) => {
    if (typed !== null && noteLooked === undefined && personalData(typed).length > 0)
      context.addIssue({ code: "custom", path: ["note"], message: "note_personal" });
  });
export const deleteAccountSchema = z.object({ locale: localeField, currentPassphrase: typedPassphrase });
export const revokeInvitationSchema = z.object({ invitationId: rowId });
export const endSessionSchema = z.object({ label: rowId });
export const accountSchema = z.object({ userId: rowId });
export const suspendSchema = z.object({
  userId: rowId,
  reason: z.string({ error: "reason_missing" }).trim().min(1, "reason_missing").max(1000, "reason_long"),
  message: z
    .string()
    .trim()
    .max(1000, "reason_long")
    .transform((typed) => typed || null)
    .default(null),
});
export const setRoleSchema = z.object({ userId: rowId, role: givenRole });
export const nothingSchema = z.object({});
export const signOutSchema = z.object({ locale: localeField });

export type GivenRole = z.infer<typeof givenRole>;

function problemOfHandle(handle: string): string | null {
  if (handle.length < handleLeast) return "handle_short";
  if (handle.length > handleMost) return "handle_long";
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u.test(handle)) return "handle_letters";
  if (handle.replace(/\P{Nd}/gu, "").length >= 6) return "handle_number";
  const key = handleKey(handle);
  if (key.length < 2) return "handle_short";
  return reservedKeys.has(key) ? "handle_reserved" : null;
}

function problemOfPassphrase(passphrase: string): string | null {
  const letters = [...passphrase];
  if (letters.length < passphraseLeast) return "passphrase_short";
  if (letters.length > passphraseMost) return "passphrase_long";
  if (new Set(letters).size < 6 || commonKeys.has(handleKey(passphrase))) return "passphrase_common";
  return null;
}

/** Whether a passphrase gives away that it belongs to this pseudonym. */
export function holdsHandle(passphrase: string, handle: string): boolean {
  return handleKey(passphrase).includes(handleKey(handle));
}
