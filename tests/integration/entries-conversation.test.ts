import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { markRead } from "@/lib/features/entries/data/mark-seen";
import { countNews, readNews, readNewsOfOthers, readOwnNews } from "@/lib/features/entries/data/news";
import { readHold, readMessages } from "@/lib/features/entries/data/thread";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { eraseMessage } from "@/lib/features/entries/mutations/erase-message";
import { type HoldResult, holdEntry, releaseEntry } from "@/lib/features/entries/mutations/hold-entry";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { sendMessage } from "@/lib/features/entries/mutations/send-message";
import { canonicalJson, sha256, verifyAuditChain } from "@/lib/server/audit";
import type { Personas } from "@/prisma/seed/factories";
import { suspension } from "./support/accounts";
import { personasIn, submittedEntry, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let personas: Personas;

beforeAll(async () => {
  personas = await personasIn(database.client);
});

const write = (writerId: string, entryId: string, change: object = {}) =>
  sendMessage(writerId, { entryId, text: "Which mine?", messageKey: randomUUID(), submit: false, ...change });

test("nobody is asked anything whose account is gone, while what they sent can be decided", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    await tx.$executeRaw`
      UPDATE users SET state = 'suspended', deleted_at = date_trunc('hour', now()) WHERE id = ${chingiz.id}::uuid`;
    expect(await write(bolat.id, entryId)).toEqual({ refused: "author_gone" });
    const asked = { entryId, seenVersion: 1, reason: "Which mine?" };
    expect(await requestChanges(bolat.id, asked)).toEqual({ refused: "author_gone" });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toMatchObject({ entry: { state: "published" } });
  }));

test("the database lets nobody ask an author whose account is gone", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    await tx.$executeRaw`
      UPDATE users SET state = 'suspended', deleted_at = date_trunc('hour', now()) WHERE id = ${chingiz.id}::uuid`;
    const message = { entryId, writerId: bolat.id, text: "Which mine?", messageKey: randomUUID() };
    await expect(tx.entryMessage.create({ data: message })).rejects.toThrow("author_gone");
  }));

test("a question leaves the entry in the queue, reaches its author, and the answer whoever asked", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat, dana } = personas;
    const entryId = await submittedEntry(chingiz.id);
    expect(await write(bolat.id, entryId)).toMatchObject({ entry: { state: "submitted", version: 1 } });
    expect(await readOwnNews(chingiz.id)).toEqual([entryId]);
    await write(chingiz.id, entryId, { text: "The eastern one." });
    expect(await readNewsOfOthers(bolat.id)).toEqual([entryId]);
    expect(await countNews(dana.id)).toEqual({ own: 0, others: 0 });
    const said = await readMessages(entryId);
    expect(said.map(({ writerHandle, text }) => [writerHandle, text])).toEqual([
      ["bolat", "Which mine?"],
      ["chingiz", "The eastern one."],
    ]);
  }));

test("what happens while the page is made is not taken for seen", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    await write(bolat.id, entryId);
    const seen = await readNews(chingiz.id, entryId);
    await write(bolat.id, entryId, { text: "And which shift?" });
    await markRead(chingiz.id, entryId, seen);
    expect(await readOwnNews(chingiz.id)).toEqual([entryId]);
    await markRead(chingiz.id, entryId, await readNews(chingiz.id, entryId));
    expect(await readOwnNews(chingiz.id)).toEqual([]);
    await markRead(chingiz.id, entryId, 0);
    await approveEntry(bolat.id, { entryId, seenVersion: 1 });
    expect(await readOwnNews(chingiz.id)).toEqual([entryId]);
  }));

test("what was asked for is answered with or without a change, and both come back to whoever asked", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, bolat } = personas;
    const ask = { seenVersion: 1, reason: "Name the mine" };
    const [unchanged, changed] = [
      await submittedEntry(chingiz.id),
      await submittedEntry(chingiz.id, { number: "1300" }),
    ];
    for (const entryId of [unchanged, changed]) await requestChanges(bolat.id, { ...ask, entryId });
    const answer = { text: "It is the only one there.", submit: true };
    expect(await write(chingiz.id, unchanged, answer)).toMatchObject({ entry: { state: "submitted", version: 1 } });
    const payload = typedFigure({ number: "1350" });
    const edited = await editEntry(chingiz.id, { entryId: changed, seenVersion: 1, payload, submit: true });
    expect(edited).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect(new Set(await readNewsOfOthers(bolat.id))).toEqual(new Set([unchanged, changed]));
    // Nothing to hand back: neither the message nor anything else is kept.
    expect(await write(chingiz.id, unchanged, answer)).toEqual({ refused: "not_allowed_from_state" });
    expect(await readMessages(unchanged)).toHaveLength(1);
    const lines = await tx.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 4, select: { verb: true } });
    expect(lines.map(({ verb }) => verb)).toEqual(["entry.submit", "entry.edit", "entry.message", "entry.submit"]);
  }));

test("only the author and moderators write, about what was sent and not withdrawn", () =>
  database.rolledBack(async () => {
    const { chingiz, erlan, aigerim, farida, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    for (const { id } of [erlan, aigerim, farida]) expect(await write(id, entryId)).toEqual({ refused: "role" });
    expect(await write(randomUUID(), entryId)).toEqual({ refused: "signed_out" });
    const saved = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload: typedFigure(), submit: false });
    const draft = "entry" in saved ? saved.entry.id : "";
    expect(await write(bolat.id, draft)).toEqual({ refused: "gone" });
    expect(await write(chingiz.id, draft)).toEqual({ refused: "not_allowed_from_state" });
    await suspendAccount(aigerim.id, chingiz.id, suspension);
    expect(await write(chingiz.id, entryId)).toEqual({ refused: "suspended" });
  }));

test("whoever is suspended lets go of what they were at, and of nothing that others are at", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, aigerim, bolat, dana } = personas;
    const [held, others] = [await submittedEntry(chingiz.id), await submittedEntry(chingiz.id, { number: "1 210" })];
    await holdEntry(bolat.id, held);
    await holdEntry(dana.id, others);
    expect(await suspendAccount(aigerim.id, bolat.id, suspension)).toEqual({ ok: true });
    expect(await readHold(held)).toBeNull();
    expect(await readHold(others)).toMatchObject({ moderatorId: dana.id });
    const [told] = await tx.auditEvent.findMany({ where: { verb: "entry.release" }, orderBy: { seq: "desc" } });
    expect(told).toMatchObject({ objectId: held, actorId: aigerim.id });
  }));

test("one message sent twice is one, and ten in a row are enough", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    const messageKey = randomUUID();
    for (let times = 0; times < 3; times++) await write(bolat.id, entryId, { messageKey });
    expect(await readMessages(entryId)).toHaveLength(1);
    for (let more = 0; more < 9; more++) await write(bolat.id, entryId);
    expect(await write(bolat.id, entryId)).toEqual({ refused: "too_many_messages" });
    await write(chingiz.id, entryId);
    expect(await write(bolat.id, entryId)).toMatchObject({ entry: { id: entryId } });
  }));

test("the database keeps messages as they were written, and from nobody else", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat } = personas;
    const entryId = await submittedEntry(chingiz.id);
    await write(bolat.id, entryId);
    const refused = async (sql: string, why: string) => {
      await tx.$executeRawUnsafe("SAVEPOINT before");
      await expect(tx.$executeRawUnsafe(sql)).rejects.toThrow(why);
      await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT before");
    };
    const insert = (writer: string, text: string) =>
      `INSERT INTO entry_messages (entry_id, writer_id, text, message_key) VALUES ('${entryId}', '${writer}', '${text}', '${randomUUID()}')`;
    await refused("UPDATE entry_messages SET text = 'Never said'", "append_only");
    await refused("DELETE FROM entry_messages", "append_only");
    await refused(insert(erlan.id, "Let me in"), "message_between_author_and_moderators");
    await refused(insert(chingiz.id, "   "), "entry_messages_text");
    await refused(insert(chingiz.id, "x".repeat(2001)), "entry_messages_text");
  }));

const settled = (result: PromiseSettledResult<HoldResult>): HoldResult => {
  if (result.status === "rejected") throw result.reason;
  return result.value;
};

test("of two moderators who take an entry at once one has it and the other reads who, every time", async () => {
  const { chingiz, bolat, dana } = personas;
  for (let round = 0; round < 50; round++) {
    const entryId = await database.committed(() => submittedEntry(chingiz.id, { number: String(1200 + round) }));
    const results = (
      await database.race(
        () => holdEntry(bolat.id, entryId),
        () => holdEntry(dana.id, entryId),
      )
    ).map(settled);
    const hold = await database.committed(() => readHold(entryId));
    const winner = hold?.moderatorId === bolat.id ? 0 : 1;
    expect(results[winner]).toEqual({ ok: true });
    expect(results[1 - winner]).toEqual({ refused: "held_by_other", by: hold?.handle });
  }
  expect(await verifyAuditChain(database.client)).toBeNull();
});

test("a hold is nobody's own entry, runs out, is let go, and hinders nobody from deciding", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana, erlan, aigerim } = personas;
    const entryId = await submittedEntry(chingiz.id, { number: "40 000" });
    const own = await submittedEntry(bolat.id, { number: "1500" });
    expect(await holdEntry(bolat.id, own)).toEqual({ refused: "own_entry" });
    for (const { id } of [chingiz, erlan, aigerim]) expect(await holdEntry(id, entryId)).toEqual({ refused: "role" });
    expect(await holdEntry(bolat.id, randomUUID())).toEqual({ refused: "gone" });
    expect(await holdEntry(bolat.id, entryId)).toEqual({ ok: true });
    await releaseEntry(dana.id, entryId);
    expect(await readHold(entryId)).toMatchObject({ handle: "bolat" });
    await tx.$executeRaw`UPDATE entry_holds SET held_at = now() - interval '31 minutes'`;
    expect(await holdEntry(dana.id, entryId)).toEqual({ ok: true });
    expect(await approveEntry(bolat.id, { entryId, seenVersion: 1 })).toMatchObject({
      entry: { state: "approved_once" },
    });
    expect(await readHold(entryId)).toMatchObject({ handle: "dana" });
    await approveEntry(dana.id, { entryId, seenVersion: 1 });
    expect(await readHold(entryId)).toBeNull();
    expect(await holdEntry(dana.id, entryId)).toEqual({ refused: "not_allowed_from_state" });
  }));

test("a moderator takes a text out for good: nothing of it is left, and the chain verifies", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana, aigerim } = personas;
    const entryId = await submittedEntry(chingiz.id);
    await write(chingiz.id, entryId, { text: "Ask Serik, +7 701 234 56 78." });
    const [said] = await readMessages(entryId);
    if (said === undefined) throw new Error("Nothing was said.");
    for (const other of [chingiz, aigerim]) expect(await eraseMessage(other.id, said.id)).toEqual({ refused: "role" });
    const whole = await tx.entryMessage.findUniqueOrThrow({ where: { id: said.id } });
    expect(await eraseMessage(dana.id, said.id)).toEqual({ ok: true });
    expect(await eraseMessage(bolat.id, said.id)).toEqual({ refused: "gone" });
    expect(await readMessages(entryId)).toMatchObject([
      { id: said.id, writerHandle: "chingiz", text: "", at: said.at },
    ]);
    // With nothing but the row that is left, no guess at the text fits the line that told of it.
    const lines = await tx.auditEvent.findMany({ where: { objectType: "entry_message" }, orderBy: { seq: "asc" } });
    expect(lines.map(({ verb }) => verb)).toEqual(["entry.message", "entry.erase_message"]);
    const left = await tx.entryMessage.findUniqueOrThrow({ where: { id: said.id } });
    const guessed = ({ messageKey }: { messageKey: string }) =>
      sha256(canonicalJson({ id: said.id, entryId, text: said.text, messageKey }));
    expect([guessed(whole), guessed(left)].map((hash) => hash === lines[0]?.afterHash)).toEqual([true, false]);
    expect(await verifyAuditChain(tx)).toBeNull();
  }));

test.each([
  "UPDATE entry_messages SET text = 'Another mine.'",
  "UPDATE entry_messages SET text = '', erased_at = now(), writer_id = uuidv7()",
  "UPDATE entry_messages SET erased_at = now()",
  "DELETE FROM entry_messages",
])("of a message the database lets go the text alone: %s", (statement) =>
  database.rolledBack(async (tx) => {
    await write(personas.bolat.id, await submittedEntry(personas.chingiz.id));
    await expect(tx.$executeRawUnsafe(statement)).rejects.toThrow(/append_only|entry_messages_erased/);
  }),
);
