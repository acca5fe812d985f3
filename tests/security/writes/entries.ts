import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { holdEntry } from "@/lib/features/entries/mutations/hold-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { runBulk } from "@/lib/features/entries/mutations/run-bulk";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { sendMessage } from "@/lib/features/entries/mutations/send-message";
import type { EntryInput } from "@/lib/features/entries/schema";
import { NO_QUEUE_FILTER } from "@/lib/features/entries/schema/queue-filter";
import { typedCorrection } from "../../integration/support/corrections";
import { typedFigure } from "../../integration/support/entries";
import { act, type Fields } from "../support/acting";
import type { Visitor } from "../support/asking";
import { holdBulk } from "../support/held-bulk";
import { client, newcomer, type People, written } from "../support/people";
import { ANY_ACCOUNT, NOTHING, type Write } from "./write";

const figure = () => typedFigure({ number: String(1000 + Math.floor(Math.random() * 9000)) });
const correction = () => typedCorrection("KZ22-F12", { "note.en": `Seen again ${randomUUID().slice(0, 8)}` });

/** What a form sends of an entry: sources by their slots, changes by their names. */
export function fieldsOf(input: EntryInput): Record<string, string> {
  const fields: Record<string, string> = { locale: "en" };
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === "string") fields[name] = value;
    else if (Array.isArray(value))
      value.forEach((source, slot) => {
        for (const [part, said] of Object.entries(source)) fields[`sources.${slot}.${part}`] = String(said);
      });
    else if (typeof value === "object")
      for (const [part, said] of Object.entries(value ?? {})) fields[`changes.${part}`] = String(said);
    else fields[name] = String(value);
  }
  return fields;
}

async function savedEntry({ id }: Visitor, payload: EntryInput, submit: boolean): Promise<string> {
  const submissionKey = randomUUID();
  const saved = await written(() => saveDraft(id, { submissionKey, payload, submit }));
  if ("refused" in saved) throw new Error(JSON.stringify(saved));
  return saved.entry.id;
}

export const draftOf = (author: Visitor) => savedEntry(author, figure(), false);
export const submittedBy = (author: Visitor) => savedEntry(author, figure(), true);
export const correctionOf = (author: Visitor) => savedEntry(author, correction(), false);
const seen = (entryId: string) => ({ entryId, seenVersion: "1" });

/** A photograph as a phone writes it; `mark` stands in what it notes beside the picture. */
export async function photograph(mark: string): Promise<Blob> {
  const background = { r: Math.floor(Math.random() * 255), g: 120, b: 60 };
  const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background } })
    .withExif({ IFD0: { Make: mark, Artist: mark }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 15/1 0/1" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], `${mark}.jpg`, { type: "image/jpeg" });
}

export async function withPhotograph(author: Visitor): Promise<Fields> {
  const submissionKey = randomUUID();
  const fields = { ...fieldsOf(figure()), submissionKey, intent: "save", evidence: await photograph("nobody's") };
  await act(author, "saveRecordAction", fields);
  const { id, evidence } = await client.entry.findFirstOrThrow({
    where: { submissionKey },
    select: { id: true, evidence: { select: { id: true } } },
  });
  return { entryId: id, evidenceId: evidence[0]?.id ?? "" };
}

/** What an author does with an entry of their own; `of` makes it and says the rest of the form. */
function onOwn(action: string, of: (author: Visitor) => Promise<Fields>, more: object = {}): Write {
  return {
    ...{ action, may: [], ids: { entryId: NOTHING } },
    prepare: async () => {
      const by = await newcomer("contributor");
      return { by, fields: await of(by) };
    },
    ...more,
  };
}

export const ownEntryWrites: Write[] = [
  {
    ...{ action: "saveRecordAction", may: ["contributor", "moderator", "unsecured"] },
    prepare: async ({ contributor }) => ({
      by: contributor,
      fields: { ...fieldsOf(figure()), submissionKey: randomUUID(), intent: "submit" },
    }),
  },
  {
    ...{ action: "saveCorrectionAction", may: ["contributor", "moderator", "unsecured"] },
    prepare: async ({ contributor }) => ({
      by: contributor,
      fields: { ...fieldsOf(correction()), submissionKey: randomUUID(), intent: "submit" },
    }),
  },
  {
    ...{ action: "warnRecordAction", may: ANY_ACCOUNT, asks: true, repeatable: true },
    prepare: async ({ contributor }) => ({
      by: contributor,
      fields: { ...fieldsOf(figure()), submissionKey: randomUUID(), intent: "check" },
    }),
  },
  onOwn("editRecordAction", async (by) => ({ ...fieldsOf(figure()), ...seen(await draftOf(by)), intent: "save" })),
  onOwn("editCorrectionAction", async (by) => ({
    ...fieldsOf(correction()),
    ...seen(await correctionOf(by)),
    intent: "save",
  })),
  onOwn("submitEntryAction", async (by) => seen(await draftOf(by))),
  onOwn("withdrawEntryAction", async (by) => seen(await submittedBy(by))),
  onOwn("removeEvidenceAction", withPhotograph, { ids: { entryId: NOTHING, evidenceId: NOTHING } }),
  {
    ...{ action: "sendMessageAction", may: ["moderator"], ids: { entryId: NOTHING }, repeatable: true },
    prepare: async () => {
      const by = await newcomer("contributor");
      const entryId = await submittedBy(by);
      return { by, fields: { entryId, messageKey: randomUUID(), text: "Is that enough?", intent: "send" } };
    },
  },
];

/** About what this author sent and nothing else: what other tries need waits on. */
async function bulkOf({ id }: Visitor, author: Visitor): Promise<string> {
  const filter = { ...NO_QUEUE_FILTER, author: author.handle };
  const asked = { filter, verb: "reject", reason: "For a test.", withHeld: false } as const;
  const prepared = await written(() => prepareBulk(id, asked));
  if ("refused" in prepared) throw new Error(prepared.refused);
  return prepared.bulkId;
}

/** What a moderator does with an entry that waits. */
function onWaiting(action: string, of: (entryId: string, people: People) => Promise<Fields>, more: object = {}): Write {
  return {
    ...{ action, may: ["moderator"], ids: { entryId: NOTHING } },
    prepare: async (people) => {
      const entryId = await submittedBy(people.contributor);
      return { by: people.moderator, fields: await of(entryId, people) };
    },
    ...more,
  };
}

async function messageOn(entryId: string, { id }: Visitor): Promise<string> {
  const message = { entryId, text: "Is that enough?", messageKey: randomUUID(), submit: false };
  const sent = await written(() => sendMessage(id, message));
  if ("refused" in sent) throw new Error(sent.refused);
  const row = await client.entryMessage.findFirstOrThrow({ where: { entryId }, select: { id: true } });
  return String(row.id);
}

const decision = (entryId: string, verb: string) => ({
  ...{ locale: "en", ...seen(entryId), verb, reason: "For a test.", next: "" },
});

export const moderatorWrites: Write[] = [
  onWaiting("decideAction", async (entryId) => decision(entryId, "approve"), { confirmed: true }),
  onWaiting("decideAction", async (entryId) => decision(entryId, "reject")),
  onWaiting(
    "eraseMessageAction",
    async (entryId, { moderator }) => ({ messageId: await messageOn(entryId, moderator) }),
    { ids: { messageId: "2000000000" }, confirmed: true },
  ),
  onWaiting("holdEntryAction", async (entryId) => ({ entryId }), { repeatable: true }),
  onWaiting(
    "releaseEntryAction",
    async (entryId, { moderator }) => {
      await written(() => holdEntry(moderator.id, entryId));
      return { entryId };
    },
    { repeatable: true },
  ),
  {
    ...{ action: "prepareBulkAction", may: ["moderator"], repeatable: true },
    prepare: async ({ contributor, moderator }) => {
      await submittedBy(contributor);
      return { by: moderator, fields: { locale: "en", verb: "reject", reason: "For a test.", filter: "" } };
    },
  },
  {
    ...{ action: "runBulkAction", may: [], ids: { bulkId: NOTHING }, confirmed: true, repeatable: true },
    prepare: async () => {
      const author = await newcomer("contributor");
      await submittedBy(author);
      const by = await newcomer("moderator");
      return { by, fields: { bulkId: await bulkOf(by, author), pace: "short" } };
    },
  },
  {
    ...{ action: "stopBulkAction", may: [], ids: { bulkId: NOTHING }, repeatable: true },
    prepare: async () => {
      const author = await newcomer("contributor");
      await Promise.all(Array.from({ length: 3 }, () => submittedBy(author)));
      const by = await newcomer("moderator");
      const bulkId = await bulkOf(by, author);
      await holdBulk(bulkId);
      // Not a moment to decide anything in: it is begun and goes on.
      await written(() => runBulk(by.id, bulkId, 0));
      return { by, fields: { bulkId } };
    },
  },
];
