import { z } from "zod";
import { personalData } from "@/lib/domain/personal-data";
import type { Texts } from "@/lib/domain/wave-record";
import { isLocale, LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { isCalendarDate } from "@/lib/shared/local-time";

/** Every message is a key below `preparation.problems` of the catalogues. */

// What cannot be stored or would show text in another order than it was typed is left out before anything else.
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const tidy = (typed: string) =>
  typed
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(UNPRINTABLE, (sign) => (sign === "\n" ? sign : ""))
    .trim();
const typed = (longest: number) => z.string().overwrite(tidy).max(longest, "too_long");
/** What is written here is public at once, before anybody else has looked. */
const publicText = (longest: number) =>
  typed(longest)
    .refine((text) => personalData(text).length === 0, "leads_to_person")
    .default("");
export const line = publicText(200);
const paragraph = publicText(2000);
/** A line as it was typed, whatever is wrong with it. */
export const anyLine = typed(200).default("");
export const flag = z.enum(["", "yes"], "unknown_choice").default("");

export const localeField = z
  .string()
  .refine(isLocale, "unknown_choice")
  .transform((value) => value as Locale);

/** One field for each language: `name_en`, `name_kk`, … */
export function inEachLanguage<P extends string, T extends z.ZodType>(name: P, field: T) {
  return Object.fromEntries(LOCALES.map((locale) => [`${name}_${locale}`, field])) as Record<`${P}_${Locale}`, T>;
}

/** The texts of such fields; an empty one is no text. */
export function textsOf(fields: Readonly<Record<string, unknown>>, name: string): Texts {
  const told = LOCALES.flatMap((locale) => {
    const text = fields[`${name}_${locale}`];
    return typeof text === "string" && text !== "" ? [[locale, text] as const] : [];
  });
  return Object.fromEntries(told);
}

/** A part of an address: small Latin letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const slugField = anyLine.pipe(z.string().max(60, "too_long").regex(SLUG, "slug_form"));

const daysFields = { firstDay: anyLine, lastDay: anyLine };
const frameFields = { ...inEachLanguage("name", line), ...inEachLanguage("summary", paragraph), ...daysFields };

type Frame = { firstDay: string; lastDay: string } & Record<`name_${Locale}`, string>;

/** What no single field can know. An empty last day is a wave that goes on. */
function wholeFrame(frame: Frame, context: z.RefinementCtx): void {
  const refuse = (field: string, code: string) => context.addIssue({ code: "custom", path: [field], message: code });
  if (Object.keys(textsOf(frame, "name")).length === 0) refuse("name_en", "name_missing");
  if (!isCalendarDate(frame.firstDay)) refuse("firstDay", frame.firstDay === "" ? "day_missing" : "day_wrong");
  if (frame.lastDay === "") return;
  if (!isCalendarDate(frame.lastDay)) refuse("lastDay", "day_wrong");
  else if (frame.lastDay < frame.firstDay) refuse("lastDay", "days_order");
  else if (daysBetween(frame.firstDay, frame.lastDay) > LONGEST_DAYS) refuse("lastDay", "days_many");
}

/** A wave's pages draw each of its days. */
const LONGEST_DAYS = 730;

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

/** Whether it is one of the country's is asked when the wave is written. */
function isZone(timeZone: string): boolean {
  try {
    return timeZone !== "" && new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const startWaveSchema = z
  .object({
    locale: localeField,
    ...frameFields,
    slug: slugField,
    country: anyLine.pipe(z.string().regex(/^[A-Z]{2}$/, "country_missing")),
    timeZone: anyLine.refine(isZone, "zone_unknown"),
    synthetic: flag,
  })
  .superRefine(wholeFrame);
export type StartWaveInput = z.output<typeof startWaveSchema>;

const waveId = z.string().regex(/^[a-z0-9]{2,12}$/, "wave_gone");

/** What may still change when readers have the wave: never its address, its country or its clock. */
export const changeWaveSchema = z.object({ waveId, seen: z.string().max(100), ...frameFields }).superRefine(wholeFrame);
export type ChangeWaveInput = z.output<typeof changeWaveSchema>;

export const WAVE_VERBS = ["publish", "close", "reopen"] as const;
export type WaveVerb = (typeof WAVE_VERBS)[number];
export const waveStateSchema = z.object({ waveId, verb: z.enum(WAVE_VERBS) });
