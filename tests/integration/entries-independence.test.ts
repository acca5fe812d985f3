import { expect, test } from "vitest";
import { restoreAccount, setRole, suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { readModeratedEntry } from "@/lib/features/entries/data";
import { readInOrder } from "@/lib/features/entries/data/queue";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { reopenEntry } from "@/lib/features/entries/mutations/reopen-entry";
import { moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { queueView } from "@/lib/features/entries/view/queue";
import type { Transaction } from "@/lib/server/transaction";
import { readRecord } from "./support/corrections";
import { createModerator, personasIn, submittedEntry } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");

const cameBy = (tx: Transaction, id: string, inviter: string) =>
  tx.user.update({ where: { id }, data: { invitedById: inviter } });

async function buttonsOf(entryId: string, viewer: { id: string; invitedById: string | null }) {
  const row = await readModeratedEntry(entryId);
  if (row === null) throw new Error("Not in the queue.");
  const { verbs, whyNot } = moderatedEntryView(row, [await readRecord()], {
    ...viewer,
    ...{ role: "moderator", active: true, secured: true },
  });
  return { verbs, whyNot };
}

test("the author's inviter and invitees do not approve, and are told why; they may still ask and reject", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    await cameBy(tx, chingiz.id, bolat.id);
    await cameBy(tx, dana.id, chingiz.id);
    const entryId = await submittedEntry(chingiz.id);
    const input = { entryId, seenVersion: 1 };
    expect(await approveEntry(bolat.id, input)).toEqual({ refused: "tie_inviter" });
    expect(await approveEntry(dana.id, input)).toEqual({ refused: "tie_invitee" });
    const others = ["request_changes", "reject", "mark_unverifiable"];
    expect(await buttonsOf(entryId, { id: bolat.id, invitedById: null })).toEqual({
      ...{ verbs: others, whyNot: "tie_inviter" },
    });
    expect(await buttonsOf(entryId, { id: dana.id, invitedById: chingiz.id })).toEqual({
      ...{ verbs: others, whyNot: "tie_invitee" },
    });
    expect(await tx.decision.count({ where: { entryId } })).toBe(0);
    expect(await rejectEntry(bolat.id, { ...input, reason: "Not this mine" })).toMatchObject({
      entry: { state: "rejected" },
    });
  });
});

test("two who came by the same inviter as the author are independent of them", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana, aigerim } = await personasIn(tx);
    for (const { id } of [chingiz, bolat, dana]) await cameBy(tx, id, aigerim.id);
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    await approveEntry(bolat.id, { entryId, seenVersion: 1 });
    expect(await approveEntry(dana.id, { entryId, seenVersion: 1 })).toMatchObject({ entry: { state: "published" } });
  });
});

test("the database refuses the approval that code forgot to refuse, and one given before the rule", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const third = await createModerator(tx, "yerbol");
    const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
    await cameBy(tx, chingiz.id, bolat.id);
    const approve = (id: string) => tx.$executeRaw`
      INSERT INTO decisions (entry_id, entry_version, verb, moderator_id) VALUES (${entryId}::uuid, 1, 'approve', ${id}::uuid)`;
    await tx.$executeRaw`SAVEPOINT attempt`;
    await expect(approve(bolat.id)).rejects.toThrow("approval_independent");
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`;
    // Approved while nothing tied them, as before this rule: the tie of the moment of publishing counts.
    await approveEntry(dana.id, { entryId, seenVersion: 1 });
    await cameBy(tx, dana.id, chingiz.id);
    await approveEntry(third, { entryId, seenVersion: 1 });
    const publish = "UPDATE entries SET state = 'published', record_id = 'KZ22-F12' WHERE id = $1::uuid";
    await expect(tx.$executeRawUnsafe(publish, entryId)).rejects.toThrow("entry_independent_approvals");
  });
});

test("an approval counts no more once its moderator is suspended or moderates no longer, and neither page says it does", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana, aigerim } = await personasIn(tx);
    const third = await createModerator(tx, "yerbol");
    const publishes = async (loseIt: () => Promise<unknown>) => {
      const entryId = await submittedEntry(chingiz.id, { number: "20 000" });
      await approveEntry(bolat.id, { entryId, seenVersion: 1 });
      await loseIt();
      const [queued] = await readInOrder([entryId]);
      if (queued === undefined) throw new Error("Not in the queue.");
      const [listed] = queueView([queued], [await readRecord()], { actorId: third, now: Date.now() });
      expect(listed?.approvals).toBe(0);
      expect(await approveEntry(dana.id, { entryId, seenVersion: 1 })).toMatchObject({
        entry: { state: "approved_once" },
      });
      const published = await approveEntry(third, { entryId, seenVersion: 1 });
      expect(published).toMatchObject({ entry: { state: "published" } });
      // Readers are told of the two that counted.
      const recordId = ("entry" in published && published.entry.recordId) || "";
      expect((await readRecord()).approvals[recordId]?.[1]).toHaveLength(2);
    };
    const suspension = { reason: "Somebody else was at it.", message: null };
    await publishes(() => suspendAccount(aigerim.id, bolat.id, suspension));
    await restoreAccount(aigerim.id, bolat.id);
    // What was approved before does not come back with the account.
    await publishes(async () => {
      await suspendAccount(aigerim.id, bolat.id, suspension);
      await restoreAccount(aigerim.id, bolat.id);
    });
    await publishes(() => setRole(aigerim.id, bolat.id, "contributor"));
  });
});

test("nobody takes up their own rejected entry again, and it is not offered", async () => {
  await database.rolledBack(async (tx) => {
    const { bolat, dana } = await personasIn(tx);
    const entryId = await submittedEntry(bolat.id);
    const reason = "Not this mine";
    await rejectEntry(dana.id, { entryId, seenVersion: 1, reason });
    expect(await reopenEntry(bolat.id, { entryId, seenVersion: 1, reason })).toEqual({ refused: "own_entry" });
    expect((await buttonsOf(entryId, { id: bolat.id, invitedById: null })).verbs).toEqual([]);
    expect(await reopenEntry(dana.id, { entryId, seenVersion: 1, reason })).toMatchObject({
      entry: { state: "submitted" },
    });
  });
});
