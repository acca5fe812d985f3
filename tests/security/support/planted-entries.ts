import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import type { EntryInput } from "@/lib/features/entries/schema";
import { NEW_RECORD_INPUTS, NEW_RECORD_KINDS } from "@/lib/features/entries/schema/kinds";
import { typedCorrection } from "../../integration/support/corrections";
import { typedFigure, typedSolidarity } from "../../integration/support/entries";
import { fieldsOf } from "../writes/entries";
import type { Visitor } from "./asking";
import { inRound, packs } from "./packs";
import { client, written } from "./people";
import { send } from "./send";
import { textFieldsOf } from "./text-fields";

const [line, paragraph] = [300, 2000];

/** The longest text of one of these lengths that a field takes whole. */
function longestOf(kept: (text: string) => string | null): number {
  return kept("x".repeat(paragraph)) === null ? line : paragraph;
}

/** A text of all the payloads in turn; `at` counts fields of one name in one form. */
type Fill = (longest: number, at?: number) => string;

/** A form of the kind with payloads in every field that takes words; its choices stay as nobody has chosen them. */
function everyField(kind: (typeof NEW_RECORD_KINDS)[number], fill: Fill): EntryInput {
  const schema: z.ZodType = NEW_RECORD_INPUTS[kind];
  const typed: Record<string, unknown> = kind === "figure" ? {} : { recordKind: kind };
  const source: Record<string, string> = {};
  for (const { name, kept } of fieldsOfKind(kind)) {
    const [of, , part] = name.split(".");
    if (of === "sources" && part !== undefined) source[part] = fill(longestOf(kept));
    else typed[name] = fill(longestOf(kept));
  }
  return schema.parse({ ...typed, waveId: "kz22", sources: [source, { ...source, noAddress: "yes" }] }) as EntryInput;
}

/** The wave is no text of anybody's: a form of none is refused. */
export function fieldsOfKind(kind: (typeof NEW_RECORD_KINDS)[number]) {
  return textFieldsOf(NEW_RECORD_INPUTS[kind]).filter(({ name }) => name !== "waveId");
}

/** Complete ones, which are shown as what they would publish: those with a name of their own, which is short. */
function completeNamed(fill: Fill): EntryInput[] {
  const quoted = [{ existing: "KZ22-S4", quote: fill(paragraph), language: "en" }];
  const noAddress = { ...sourceOf(fill, 0), url: "", noAddress: "yes" as const, description: fill(paragraph) };
  return [
    typedFigure({ note: fill(paragraph), claimantName: fill(line), sources: quoted }),
    typedSolidarity({ text: fill(paragraph), supporterName: fill(line), note: fill(paragraph), sources: [noAddress] }),
  ];
}

/** Those without: all payloads are in their texts after fewer rounds, when each has so many sources. */
function complete(fill: Fill, sourcesEach: number): EntryInput[] {
  const sources = Array.from({ length: sourcesEach }, (_, at) => sourceOf(fill, at));
  return [
    typedFigure({ mode: "words_only", words: fill(paragraph), wordsLanguage: "en", number: "", sources }),
    typedCorrection("KZ22-F12", { "note.en": fill(paragraph), words: fill(paragraph) }, { reason: fill(paragraph) }),
  ];
}

function sourceOf(fill: Fill, at: number) {
  const named = { title: fill(line, at), publisher: fill(line, at), quote: fill(paragraph), language: "en" };
  return { ...named, url: "https://news.example.kz/1", kind: "press" as const, tier: "one" as const };
}

/** As many forms of each kind as bring every payload into each of its fields, the shortest too. */
export async function plantEntries(by: Visitor, payloads: readonly string[]): Promise<string[]> {
  const packed = new Map([line, paragraph].map((longest) => [longest, packs(payloads, longest)]));
  const [lines, paragraphs] = [packed.get(line)?.length ?? 0, packed.get(paragraph)?.length ?? 1];
  const ids: string[] = [];
  for (let round = 0; round < lines; round += 1) {
    const fill: Fill = (longest, at = 0) => inRound(packed.get(longest) ?? [], round + at * paragraphs);
    const filled = [...NEW_RECORD_KINDS.map((kind) => everyField(kind, fill)), ...completeNamed(fill)];
    if (round < paragraphs) filled.push(...complete(fill, Math.ceil(lines / paragraphs)));
    for (const payload of filled) ids.push(await saved(by, payload, round));
  }
  return ids;
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
