import { fieldErrorsOf, readForm } from "@/lib/shared/form-fields";
import { type EntryInput, isCorrection } from "../schema";
import { readGrounds } from "./correction";
import type { FieldProblem } from "./input";
import { messageFormSchema } from "./message";
import { changeFormOf, isMessageForm, newFormOf } from "./outbox";
import { readingProblems } from "./readings";

/**
 * What would be refused of a form of an entry if it were sent as it stands, by field, as codes of `entries.problems`:
 * read by the schemas of the write, in the browser and without a line. What only the database knows, such as whether a
 * source is on record or what a correction changes, the write alone tells.
 */
export function problemsOfForm(form: FormData): Readonly<Record<string, string>> {
  const isForWrite = (name: string, code: string) =>
    BY_THE_CLOCK.has(code) || (DATES.has(code) && /\p{L}/u.test(String(form.get(name))));
  return Object.fromEntries(Object.entries(allOfForm(form)).filter(([name, code]) => !isForWrite(name, code)));
}

/** A device may be behind by days: what only a clock tells is for the write. */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(["published_in_future"]);
/** Not every browser knows the months of the four languages by their names. */
const DATES: ReadonlySet<string> = new Set(["date_wrong"]);

function allOfForm(form: FormData): Readonly<Record<string, string>> {
  const sent = { ...readForm(form), intent: "submit" };
  if (isMessageForm(sent)) {
    const { error } = messageFormSchema.safeParse(sent);
    return error ? fieldErrorsOf(error) : {};
  }
  const { error, data } = (changeFormOf(sent) ?? newFormOf(sent)).safeParse(sent);
  if (error) return fieldErrorsOf(error);
  const found: Record<string, string> = {};
  for (const { field, code } of problemsOf(data.payload)) found[field] ??= code;
  return found;
}

function problemsOf(input: EntryInput): readonly FieldProblem[] {
  return isCorrection(input) ? readGrounds(input).problems : readingProblems(input);
}
