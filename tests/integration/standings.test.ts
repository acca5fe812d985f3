import { expect, test } from "vitest";
import type { ChosenStanding } from "@/lib/domain/chosen-standing";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import type { EntryResult } from "@/lib/features/entries/mutations/refusal";
import { readQueueFilter } from "@/lib/features/entries/schema/queue-filter";
import { moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import { holdsNow, readRecord, submittedCorrection, typedCorrection } from "./support/corrections";
import { createModerator, personasIn, submittedEntry, submittedSolidarity } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
type Choice = { standing: ChosenStanding; reason?: string; reasonLanguage?: "en" | "ru" };
const approve = (moderatorId: string, entryId: string, choice: Choice) =>
  approveEntry(moderatorId, { entryId, seenVersion: 1, ...choice });

async function publishedFigure(result: EntryResult) {
  if ("refused" in result || result.entry.recordId === null) throw new Error(JSON.stringify(result));
  const { recordId } = result.entry;
  return (await readRecord()).figures.find(({ id }) => id === recordId);
}

test("what an approval makes of a claim is published with its reason, in the language it was written in", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const aside = await submittedEntry(chingiz.id);
    expect(await approve(bolat.id, aside, { standing: "deprecated" })).toEqual({ refused: "standing_reason" });
    expect(await approve(bolat.id, aside, { standing: "deprecated", reason: " " })).toEqual({
      refused: "standing_reason",
    });
    const deprecated = { standing: "deprecated", reason: "Другая шахта.", reasonLanguage: "ru" } as const;
    expect(await publishedFigure(await approve(bolat.id, aside, deprecated))).toMatchObject({
      ...{ standing: "deprecated", standingReason: { ru: "Другая шахта." }, disputed: false, disputeReason: null },
    });
    const open = await submittedEntry(chingiz.id, { number: "1 201" });
    const disputed = { standing: "disputed", reason: "The mayor denies it." } as const;
    expect(await publishedFigure(await approve(bolat.id, open, disputed))).toMatchObject({
      ...{ standing: "normal", standingReason: null, disputed: true, disputeReason: { en: "The mayor denies it." } },
    });
    const plain = await submittedEntry(chingiz.id, { number: "1 202" });
    const accepted = { standing: "normal", reason: "Quoted word for word." } as const;
    expect(await publishedFigure(await approve(bolat.id, plain, accepted))).toMatchObject({
      ...{ standing: "normal", standingReason: null, disputed: false, disputeReason: null },
    });
    await holdsNow(tx);
    expect(await verifyAuditChain(db())).toBeNull();
  });
});

test("readers are told of two who approved where one of them changed their mind, and not why they did first", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    await approve(bolat.id, entryId, { standing: "preferred", reason: "The union counted." });
    await approve(dana.id, entryId, { standing: "disputed", reason: "The mayor denies it." });
    const agreed = await approve(bolat.id, entryId, { standing: "disputed", reason: "Denied on the day." });
    const figure = await publishedFigure(agreed);
    const { approvals } = await readRecord();
    expect(approvals[figure?.id ?? ""]?.[1]?.map(({ reason }) => reason)).toEqual([
      ...["Denied on the day.", "The mayor denies it."],
    ]);
  });
});

test("to prefer takes two who agree: the second confirms without a reason of their own", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id);
    const first = { standing: "preferred", reason: "The union counted." } as const;
    expect(await approve(bolat.id, entryId, first)).toMatchObject({ entry: { state: "approved_once" } });
    expect(await approve(bolat.id, entryId, first)).toEqual({ refused: "already_approved" });
    expect(await publishedFigure(await approve(dana.id, entryId, { standing: "preferred" }))).toMatchObject({
      ...{ standing: "preferred", standingReason: { en: "The union counted." } },
    });
    expect(await tx.decision.findMany({ where: { entryId }, orderBy: { id: "asc" } })).toMatchObject([
      { moderatorId: bolat.id, standing: "preferred" },
      { moderatorId: dana.id, standing: "preferred", reason: null },
    ]);
  });
});

/** How the page of an entry says that its approvals are not of one thing. */
async function splitOf(entryId: string) {
  const row = await readModeratedEntry(entryId);
  const viewer = { id: entryId, invitedById: null, role: "moderator", active: true, secured: true } as const;
  return row && moderatedEntryView(row, [await readRecord()], viewer).split;
}

test("another choice is no second approval: the entry waits for a third, or for one who comes round", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const third = await createModerator(tx, "yerbol");
    const preferred = { standing: "preferred", reason: "The union counted." } as const;
    const disagreed = async (number: string) => {
      const entryId = await submittedEntry(chingiz.id, { number });
      await approve(bolat.id, entryId, preferred);
      expect(await approve(dana.id, entryId, { standing: "normal" })).toMatchObject({
        entry: { state: "approved_once" },
      });
      return entryId;
    };
    const one = await disagreed("1 200");
    expect(await splitOf(one)).toEqual([
      { handle: "bolat", standing: "preferred" },
      { handle: "dana", standing: "normal" },
    ]);
    expect(await publishedFigure(await approve(third, one, { standing: "normal" }))).toMatchObject({
      standing: "normal",
    });
    expect(await splitOf(one)).toEqual([]);
    const other = await disagreed("1 201");
    expect(await publishedFigure(await approve(bolat.id, other, { standing: "normal" }))).toMatchObject({
      standing: "normal",
    });
    expect(await tx.decision.count({ where: { entryId: other } })).toBe(3);
    const bulk = await disagreed("1 202");
    await expectWeighed(tx, { bulk, moderatorId: third });
  });
});

async function expectWeighed(tx: Transaction, { bulk, moderatorId }: { bulk: string; moderatorId: string }) {
  const { filter } = readQueueFilter({});
  const prepared = await prepareBulk(moderatorId, { filter, verb: "approve", reason: "", withHeld: false });
  if ("refused" in prepared) throw new Error(prepared.refused);
  expect(await tx.bulkItem.findMany({ where: { bulkId: prepared.bulkId } })).toMatchObject([
    { entryId: bulk, outcome: "untouched", because: "weighed" },
  ]);
}

test("an approval by somebody tied to the author since counts no more, and is no error for the next", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const third = await createModerator(tx, "yerbol");
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    await approve(bolat.id, entryId, { standing: "normal" });
    await tx.user.update({ where: { id: bolat.id }, data: { invitedById: chingiz.id } });
    expect(await approve(dana.id, entryId, { standing: "normal" })).toMatchObject({
      entry: { state: "approved_once" },
    });
    expect(await approve(third, entryId, { standing: "normal" })).toMatchObject({ entry: { state: "published" } });
  });
});

test("only claims have a standing", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const support = await submittedSolidarity(chingiz.id);
    const correction = await submittedCorrection(chingiz.id, typedCorrection("KZ22-F12", { "note.en": "Day shift." }));
    for (const entryId of [support, correction]) {
      const reason = "It should weigh more.";
      expect(await approve(bolat.id, entryId, { standing: "preferred", reason })).toEqual({
        refused: "standing_unfit",
      });
    }
    expect(await approve(bolat.id, support, { standing: "normal" })).toMatchObject({ entry: { state: "published" } });
    expect(await tx.decision.findMany({ where: { entryId: support } })).toMatchObject([{ standing: null }]);
  });
});

test("the database counts neither what disagrees nor a standing of anything but an approval", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    await approve(bolat.id, entryId, { standing: "disputed", reason: "The mayor denies it." });
    const decide = (verb: string, standing: string | null, id: string) =>
      tx.$executeRawUnsafe(
        `INSERT INTO decisions (entry_id, entry_version, verb, reason, standing, moderator_id)
         VALUES ($1::uuid, 1, $2::decision_verb, 'x', $3::chosen_standing, $4::uuid)`,
        ...[entryId, verb, standing, id],
      );
    const refused = async (attempt: () => Promise<unknown>) => {
      await tx.$executeRawUnsafe("SAVEPOINT attempt");
      const message = await attempt().then(
        () => "allowed",
        (error: Error) => error.message,
      );
      await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT attempt");
      return message;
    };
    expect(await refused(() => decide("reject", "preferred", dana.id))).toContain("decisions_standing_of_approval");
    expect(await refused(() => decide("approve", "disputed", bolat.id))).toContain("decision_twice");
    await decide("approve", null, dana.id);
    const publish = "UPDATE entries SET state = 'published', record_id = 'KZ22-F12' WHERE id = $1::uuid";
    expect(await refused(() => tx.$executeRawUnsafe(publish, entryId))).toContain("entry_independent_approvals");
  });
});
