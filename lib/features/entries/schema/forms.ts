import { z } from "zod";
import { CHOSEN_STANDINGS } from "@/lib/domain/chosen-standing";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { entryIdSchema, submissionKeySchema, versionSchema } from "../schema";
import { SOURCE_SLOTS } from "./choices";
import { type CorrectionInput, correctionInputSchema, flagsOf } from "./correction";
import { givenReason, UNFIT_REASON, usesFittingReason } from "./given-reason";
import { sourceInputSchema } from "./input";
import { NEW_RECORD_INPUTS, sentKind } from "./kinds";
import { datedOf, dateProblems } from "./possible-dates";
import { selectionSchema } from "./queue-filter";
import { inOrderOfForm, readingProblems } from "./readings";
import { recordedInstead } from "./recorded-instead";
import { withFullYears } from "./short-years";

/** What a browser sent: a name that came twice is a list. */
const sentSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
type Sent = z.output<typeof sentSchema>;

const localeField = z
  .string()
  .refine(isLocale, "form_unknown")
  .transform((value) => value as Locale);

/** Fields named `sources.0.url` become the nested input; of the others those that the form has, by their names. */
const payloadOf = (sent: Sent, fields: readonly string[]) => {
  const one = (name: string) => {
    const value = sent[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const names = fields.filter((name) => name !== "sources");
  const slots = Array.from({ length: SOURCE_SLOTS }, (_, slot) =>
    Object.fromEntries(Object.keys(sourceInputSchema.shape).map((name) => [name, one(`sources.${slot}.${name}`)])),
  );
  const filled = slots.findLastIndex((slot) => Object.values(slot).some((typed) => typed.trim() !== ""));
  return { ...Object.fromEntries(names.map((name) => [name, one(name)])), sources: slots.slice(0, filled + 1) };
};

/** The dates the form told its reader are possible, so that the answer can be the same. */
const possibleFields = { possibleFrom: z.iso.date().optional(), possibleUntil: z.iso.date().optional() };
type Head = { locale: Locale; intent: string; possibleFrom?: string; possibleUntil?: string };

/** The form of a new record of whatever kind: its kind's own fields, sources in slots, and when it speaks of. */
function newRecordForm<T extends z.ZodRawShape>(around: T) {
  const head = z.object({ ...around, locale: localeField, intent: z.string().default("save"), ...possibleFields });
  return sentSchema.transform((typed, context) => {
    const instead = recordedInstead(typed.intent);
    const sent: Sent = { ...typed, ...instead };
    const form = head.safeParse(sent);
    const kind = sentKind(sent);
    const input = NEW_RECORD_INPUTS[kind ?? "figure"];
    const payload = input.safeParse(payloadOf(sent, Object.keys(input.shape)));
    for (const parsed of [form, payload]) {
      for (const issue of parsed.error?.issues ?? [])
        context.issues.push({ code: "custom", message: issue.message, path: issue.path, input: sent });
    }
    if (kind === null)
      context.issues.push({ code: "custom", message: "form_unknown", path: ["recordKind"], input: sent });
    if (kind === null || !form.success || !payload.success) return z.NEVER;
    const { intent, possibleFrom, possibleUntil, ...rest } = form.data as z.output<z.ZodObject<T>> & Head;
    const submit = intent === "submit";
    // Another source is put into the form and nothing is saved: it comes back, held beside the record anew.
    const check = intent === "check" || instead !== null;
    const dates = possibleFrom ? { from: possibleFrom, until: possibleUntil } : null;
    const { input: read, read: days } = dates ? withFullYears(payload.data, dates) : { input: payload.data, read: [] };
    const outside = dates ? dateProblems(datedOf(read), dates) : [];
    // A draft may be wrong; what is sent may not. A form that names no dates is held by the write alone.
    if (submit && outside.length > 0) {
      // Everything at once: what else is wrong would else come to light only at the next sending.
      for (const { field, code } of inOrderOfForm([...outside, ...readingProblems(read)], read))
        context.issues.push({ code: "custom", message: code, path: field.split("."), input: sent });
      return z.NEVER;
    }
    return { ...rest, submit, check, outside: check ? outside : [], instead, days, payload: read };
  });
}

const CHANGE = "changes.";

/** Fields named `changes.note.ru` become the changes of a correction; sources stand in their slots as in a figure. */
const correctionPayloadOf = (sent: Sent) => {
  const { sources } = payloadOf(sent, []);
  const first = (value: string | string[]) => (Array.isArray(value) ? (value[0] ?? "") : value);
  const all = Object.entries(sent).map(([name, value]) => [name, first(value)] as const);
  const changes = all.flatMap(([name, value]) => (name.startsWith(CHANGE) ? [[name.slice(CHANGE.length), value]] : []));
  const own = all.filter(([name]) => name !== "changes" && name !== "sources" && name in correctionInputSchema.shape);
  return { ...Object.fromEntries(own), changes: Object.fromEntries(changes), sources };
};

function correctionForm<T extends z.ZodRawShape>(around: T) {
  const head = z.object({ ...around, locale: localeField, intent: z.string().default("save") });
  return sentSchema.transform((sent, context) => {
    const form = head.safeParse(sent);
    const payload = correctionInputSchema.safeParse(withFlags(correctionPayloadOf(sent)));
    for (const parsed of [form, payload]) {
      for (const issue of parsed.error?.issues ?? [])
        context.issues.push({ code: "custom", message: issue.message, path: issue.path, input: sent });
    }
    if (!form.success || !payload.success) return z.NEVER;
    const { intent, ...rest } = form.data as z.output<z.ZodObject<T>> & Head;
    const { reasonLanguage, ...typed } = payload.data as CorrectionInput;
    // Whoever chose none wrote in the language of the page, which asked for it in that language.
    const said: CorrectionInput = { ...typed, reasonLanguage: reasonLanguage || rest.locale };
    return { ...rest, submit: intent === "submit", check: intent === "check", payload: said };
  });
}

/** A box that is not ticked is not sent: what the form shows of the record but a browser left out is empty. */
function withFlags(payload: ReturnType<typeof correctionPayloadOf>) {
  const flags = flagsOf(String((payload as { recordId?: string }).recordId ?? ""), Object.keys(payload.changes));
  return { ...payload, changes: { ...Object.fromEntries(flags.map((name) => [name, ""])), ...payload.changes } };
}

/** Which sending of its form it is, where scripts count them. */
const sendingSchema = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);
const ofNewEntry = { submissionKey: submissionKeySchema, sending: sendingSchema };

export const newCorrectionFormSchema = correctionForm(ofNewEntry);
export const editCorrectionFormSchema = correctionForm({ entryId: entryIdSchema, seenVersion: versionSchema });
export const newRecordFormSchema = newRecordForm(ofNewEntry);
export const editRecordFormSchema = newRecordForm({ entryId: entryIdSchema, seenVersion: versionSchema });
export const evidenceFormSchema = z.object({ entryId: entryIdSchema, evidenceId: entryIdSchema });
export const ownEntryFormSchema = z.object({ entryId: entryIdSchema, seenVersion: versionSchema });

export const DECISION_VERBS = ["approve", "request_changes", "reject", "mark_unverifiable", "reopen"] as const;
export const decisionFormSchema = z
  .object({
    locale: localeField,
    entryId: entryIdSchema,
    seenVersion: versionSchema,
    /** The photographs that were seen, as `evidenceSeen` says them; what says nothing saw none. */
    seenEvidence: z.string().max(200).default(""),
    verb: z.enum(DECISION_VERBS),
    ...givenReason,
    /** What an approval makes of the claim. */
    standing: z.enum(CHOSEN_STANDINGS).default("normal"),
    /** The box by which a moderator says that what seems to lead to a person was read. */
    looked: z
      .literal("yes")
      .optional()
      .transform((ticked) => ticked === "yes"),
    /** What was listed above that box, by `namesOfRead`, one on a line. */
    shown: z
      .string()
      .default("")
      .transform((names) => names.split(/\r?\n/)),
    /** The entry to open afterwards; anything else leads to the queue. */
    next: z.union([entryIdSchema, z.literal("")]).catch(""),
    /** The selection of the queue it was opened from, as the query of an address. */
    selection: selectionSchema,
  })
  .refine(usesFittingReason, UNFIT_REASON);
