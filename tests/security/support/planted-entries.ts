import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import type { EntryInput } from "@/lib/features/entries/schema";
import { NEW_RECORD_INPUTS, NEW_RECORD_KINDS } from "@/lib/features/entries/schema/kinds";
import { typedCorrection } from "../../integration/support/corrections";
import { typedFigure } from "../../integration/support/entries";
import { fieldsOf } from "../writes/entries";
import type { Visitor } from "./asking";
import { inRound, packs } from "./packs";
import { client, written } from "./people";
import { send } from "./send";
import { textFieldsOf } from "./text-fields";
import { FIGURE_SUBJECT, isWhole, WHOLE } from "./whole-forms";

const [line, paragraph] = [300, 2000];

/** The longest text of one of these lengths that a field takes whole. */
function longestOf(kept: (text: string) => string | null): number {
  return kept("x".repeat(paragraph)) === null ? line : paragraph;
}

/** A text of all the payloads in turn; `at` counts fields of one name in one form. */
type Fill = (longest: number, at?: number) => string;
type Kind = (typeof NEW_RECORD_KINDS)[number];

/** A form of the kind with payloads in every field that takes words; its choices stay as nobody has chosen them. */
function everyField(kind: Kind, fill: Fill, subject: object = {}): EntryInput {
  const schema: z.ZodType = NEW_RECORD_INPUTS[kind];
  const typed: Record<string, unknown> = kind === "figure" ? {} : { recordKind: kind };
  const source: Record<string, string> = {};
  for (const { name, kept } of fieldsOfKind(kind)) {
    const [of, , part] = name.split(".");
    if (of === "sources" && part !== undefined) source[part] = fill(longestOf(kept));
    else typed[name] = fill(longestOf(kept));
  }
  const sources = [source, { ...source, noAddress: "yes" }];
  return schema.parse({ ...typed, ...subject, waveId: "kz22", sources }) as EntryInput;
}

/** The wave is no text of anybody's: a form of none is refused. */
export function fieldsOfKind(kind: Kind) {
  return textFieldsOf(NEW_RECORD_INPUTS[kind]).filter(({ name }) => name !== "waveId");
}

/** A complete form with payloads wherever it stays complete: moderators are shown what it would publish. */
function wholeForm(kind: Kind, fill: Fill): EntryInput {
  const schema: z.ZodType = NEW_RECORD_INPUTS[kind];
  const typed: Record<string, unknown> = { ...WHOLE[kind], sources: [sourceOf(fill, 0), unaddressed(fill)] };
  for (const { name, longest } of freeFieldsOf(kind)) typed[name] = fill(longest);
  return schema.parse(typed) as EntryInput;
}

const free = new Map<Kind, { name: string; longest: number }[]>();

/** What points to something that is on record, or is read as a time or a number. */
const pointing = /Id$|^(?:supported|participants|answers|hour|lower|upper)$/;

/** The fields of a kind that stay right whatever is written into them. */
function freeFieldsOf(kind: Kind) {
  const known = free.get(kind);
  if (known !== undefined) return known;
  if (!isWhole(kind, WHOLE[kind])) throw new Error(`The form of a new ${kind} is not complete.`);
  const found = fieldsOfKind(kind)
    .filter(({ name }) => !name.includes(".") && !pointing.test(name))
    .filter(({ name }) => isWhole(kind, { ...WHOLE[kind], [name]: "<b onclick=p()> {n}" }))
    .map(({ name, kept }) => ({ name, longest: longestOf(kept) }));
  free.set(kind, found);
  return found;
}

function sourceOf(fill: Fill, at: number) {
  const named = { title: fill(line, at), publisher: fill(line, at), quote: fill(paragraph), language: "en" };
  return { ...named, url: "https://news.example.kz/1", kind: "press" as const, tier: "one" as const };
}

function unaddressed(fill: Fill) {
  return { ...sourceOf(fill, 0), url: "", noAddress: "yes" as const, description: fill(paragraph) };
}

/** What has no field of a line: all payloads are in its texts after fewer rounds, when it has so many sources. */
function others(fill: Fill, sourcesEach: number): EntryInput[] {
  const sources = Array.from({ length: sourcesEach }, (_, at) => sourceOf(fill, at));
  return [
    typedFigure({ mode: "words_only", words: fill(paragraph), wordsLanguage: "en", number: "", sources }),
    typedCorrection("KZ22-F12", { "note.en": fill(paragraph), words: fill(paragraph) }, { reason: fill(paragraph) }),
  ];
}

/** An entry, who is shown it, and whether its page says anything of what was planted. */
export type PlantedEntry = { id: string; shownTo: readonly ("author" | "moderator")[]; shows: boolean };
type Planted = Omit<PlantedEntry, "id"> & { payload: EntryInput };

const isLong = (kind: Kind) => freeFieldsOf(kind).every(({ longest }) => longest > line);

/** One of each, with what this round fills into it; where every text is long all were in it after fewer rounds. */
function formsOf(fill: Fill, { round, paragraphs, lines }: { round: number; paragraphs: number; lines: number }) {
  const early = round < paragraphs;
  const shownTo = early ? (["author", "moderator"] as const) : (["moderator"] as const);
  const forms: Planted[] = NEW_RECORD_KINDS.flatMap((kind) => [
    // Of a workforce that is not there nothing is shown.
    { payload: everyField(kind, fill), shownTo: ["author"], shows: kind !== "figure" },
    ...(early || !isLong(kind) ? [{ payload: wholeForm(kind, fill), shownTo, shows: true }] : []),
  ]);
  forms.push({ payload: everyField("figure", fill, FIGURE_SUBJECT), shownTo: ["author"], shows: true });
  if (early)
    for (const payload of others(fill, Math.ceil(lines / paragraphs))) forms.push({ payload, shownTo, shows: true });
  return forms;
}

/** As many forms of each kind as bring every payload into each of its fields, the shortest too. */
export async function plantEntries(by: Visitor, payloads: readonly string[]): Promise<PlantedEntry[]> {
  const packed = new Map([line, paragraph].map((longest) => [longest, packs(payloads, longest)]));
  const [lines, paragraphs] = [packed.get(line)?.length ?? 0, packed.get(paragraph)?.length ?? 1];
  const planted: PlantedEntry[] = [];
  for (let round = 0; round < lines; round += 1) {
    const fill: Fill = (longest, at = 0) => inRound(packed.get(longest) ?? [], round + at * paragraphs);
    for (const { payload, ...shown } of formsOf(fill, { round, paragraphs, lines }))
      planted.push({ ...shown, id: await saved(by, payload, round) });
  }
  return planted;
}

/** The first of each by its form, as a browser sends it; the others by what the form calls. */
async function saved(by: Visitor, payload: EntryInput, round: number): Promise<string> {
  const submissionKey = randomUUID();
  if (round === 0) {
    const action = "recordId" in payload ? "saveCorrectionAction" : "saveRecordAction";
    await send(by, action, { ...fieldsOf(payload), submissionKey, intent: "save" });
    const { id, payload: kept } = await client.entry.findFirstOrThrow({ where: { submissionKey } });
    for (const [name, value] of Object.entries(payload))
      if (typeof value === "string" && (kept as Record<string, unknown>)[name] !== value)
        throw new Error(`${action} keeps ${name} otherwise than it was typed`);
    return id;
  }
  const result = await written(() => saveDraft(by.id, { submissionKey, payload, submit: false }));
  if ("refused" in result) throw new Error(`Not saved: ${JSON.stringify(result)}`);
  return result.entry.id;
}

/** What is not complete could not be sent by its author; here moderators see it all the same. */
export async function sendAll(ids: string[]): Promise<void> {
  const data = { state: "submitted", submittedAt: new Date() } as const;
  await client.entry.updateMany({ where: { id: { in: ids } }, data });
}
