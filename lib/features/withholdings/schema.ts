import { z } from "zod";
import { WITHHOLDING_GROUNDS, WITHHOLDING_SCOPES } from "@/lib/domain/withholding";
import { selectionSchema } from "@/lib/features/entries/schema/queue-filter";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";

const locale = z
  .string()
  .refine(isLocale, "form_unknown")
  .transform((value) => value as Locale);
export const recordIdSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,11}-[A-Z][1-9][0-9]{0,8}$/);
const told = z.string().trim().min(1, "reason_required").max(2000, "too_long");

/** One box ticked comes as a text, several as a list. */
const partsSchema = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => (Array.isArray(sent) ? sent : [sent]).filter((part) => part !== ""));

export const placeFormSchema = z
  .object({
    ...{ locale, recordId: recordIdSchema, parts: partsSchema, note: told },
    scope: z.enum(WITHHOLDING_SCOPES, "unknown_choice"),
    ground: z.enum(WITHHOLDING_GROUNDS, "unknown_choice"),
  })
  .refine(({ scope, parts }) => scope === "record" || parts.length > 0, { path: ["parts"], error: "parts_missing" });
export type Placing = Omit<z.output<typeof placeFormSchema>, "locale">;

const ofOne = { locale, recordId: recordIdSchema, id: z.uuid() };
/** Erasing is asked twice: with the box that says the words were read. */
export const confirmFormSchema = z.object({ ...ofOne, read: z.literal("yes", "read_first") });
export const liftFormSchema = z.object({ ...ofOne, reason: told });

/** What a note is about: an entry or a record, by the one id that the form names. */
export const noteFormSchema = z
  .object({
    ...{ locale, text: told, entryId: z.uuid().optional(), recordId: recordIdSchema.optional() },
    /** Of an entry opened from a selection of the queue. */
    selection: selectionSchema,
  })
  .transform(({ locale: language, text, entryId, recordId, selection }, context) => {
    if (entryId !== undefined && recordId === undefined)
      return { locale: language, text, about: { entryId }, selection };
    if (recordId !== undefined && entryId === undefined)
      return { locale: language, text, about: { recordId }, selection: "" };
    context.issues.push({ code: "custom", message: "form_unknown", input: text });
    return z.NEVER;
  });
export type NoteInput = { text: string; about: { entryId: string } | { recordId: string } };
