import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { setRole } from "@/lib/features/accounts/mutations/administer";
import { readBulk, readBulkItems, readPublishingTogether } from "@/lib/features/entries/data/bulk";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { decideNext } from "@/lib/features/entries/mutations/bulk-item";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { holdEntry } from "@/lib/features/entries/mutations/hold-entry";
import { type PrepareBulk, prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { runBulk, stopBulk } from "@/lib/features/entries/mutations/run-bulk";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { goOnWithBulks } from "@/lib/features/entries/mutations/work-on-bulks";
import { NO_QUEUE_FILTER } from "@/lib/features/entries/schema/queue-filter";
import { bulkView } from "@/lib/features/entries/view/bulk";
import { bulkTogether } from "@/lib/features/entries/view/bulk-together";
import { entryAbout } from "@/lib/features/entries/view/entry-about";
import { verifyAuditChain } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import type { Personas } from "@/prisma/seed/factories";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { createModerator, personasIn, submittedEntry, submittedSolidarity, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let personas: Personas;
const minutes = 60_000;

beforeAll(async () => {
  personas = await personasIn(database.client);
});

const approveAll: PrepareBulk = { filter: NO_QUEUE_FILTER, verb: "approve", reason: "", withHeld: false };

async function prepared(moderatorId: string, asked: Partial<PrepareBulk> = {}): Promise<string> {
  const result = await prepareBulk(moderatorId, { ...approveAll, ...asked });
  if ("refused" in result) throw new Error(result.refused);
  return result.bulkId;
}

/** Each entry with what was foreseen of it and how it ended. */
async function endedOf(moderatorId: string, bulkId: string) {
  const { items } = await readBulkItems(bulkId, null, 1);
  const row = await readBulk(moderatorId, bulkId);
  const told = items.map(({ entryId, foresees, outcome, because }) => [entryId, [foresees, outcome, because]] as const);
  return { view: row && bulkView(row), of: Object.fromEntries(told) };
}

test("the preview says of each entry what will become of it, and exactly that becomes of it", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, bolat, dana } = personas;
    const small = await submittedEntry(chingiz.id);
    const large = await submittedEntry(erlan.id, { number: "40 000" });
    const support = await submittedSolidarity(erlan.id);
    const beside = await submittedEntry(erlan.id, { number: "1300" });
    const own = await submittedEntry(bolat.id, { number: "1210" });
    const twice = await submittedEntry(chingiz.id, { number: "41 000" });
    await approveEntry(bolat.id, { entryId: twice, seenVersion: 1 });
    const held = await submittedEntry(chingiz.id, { number: "1220" });
    await holdEntry(dana.id, held);
    const bulkId = await prepared(bolat.id);
    const before = await endedOf(bolat.id, bulkId);
    expect(before.of).toEqual({
      [small]: ["published", null, null],
      [support]: ["published", null, null],
      [beside]: ["published", null, null],
      [large]: ["approved_once", null, null],
      [own]: [null, "untouched", "own_entry"],
      [twice]: [null, "untouched", "already_approved"],
      [held]: [null, "untouched", "held_by_other"],
    });
    const together = async () => (await readPublishingTogether(bulkId, [small])).map(({ id }) => id);
    expect((await together()).toSorted()).toEqual([small, beside].toSorted());
    expect(await tx.decision.count()).toBe(1);
    expect(await runBulk(bolat.id, bulkId, minutes)).toEqual({ state: "done" });
    expect(await together()).toEqual([]);
    const { view } = await endedOf(bolat.id, bulkId);
    expect([view?.decidedCount, view?.untouchedCount, view?.leftCount]).toEqual([4, 3, 0]);
    const states = await tx.entry.findMany({ where: { id: { in: [small, support, large, own, twice, held] } } });
    expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
      ...{ [small]: "published", [support]: "published", [large]: "approved_once" },
      ...{ [own]: "submitted", [twice]: "approved_once", [held]: "submitted" },
    });
    expect(await verifyAuditChain(tx)).toBeNull();
    expect(await runBulk(bolat.id, bulkId, minutes)).toEqual({ state: "done" });
    expect(await tx.decision.count()).toBe(5);
  }));

test("the preview holds beside each other what counts the same, whichever form told it and of whichever span", () =>
  database.rolledBack(async () => {
    const { chingiz, erlan, bolat } = personas;
    const day = await submittedEntry(chingiz.id);
    const week = await submittedEntry(erlan.id, { date: "2022-01-03", precision: "week", number: "1300" });
    const crowd = await submittedEntry(chingiz.id, { measure: "attendance" });
    const { workforceId: _, actionId: __, ...told } = typedFigure({ measure: "attendance", number: "900" });
    const wider = { ...told, recordKind: "wider_figure", about: "action KZ22-A18" };
    const saved = await saveDraft(erlan.id, { submissionKey: randomUUID(), payload: wider, submit: true });
    if ("refused" in saved) throw new Error(JSON.stringify(saved));
    const bulkId = await prepared(bolat.id);
    const records = [waveRecordOfFiles(readRecordFiles())];
    const beside = async (id: string, payload: object) => {
      const rows = [{ id, comparison: entryAbout({ payload, kind: "new_record" }, records).comparison }];
      return bulkTogether(rows, await readPublishingTogether(bulkId, [id]), records).get(id)?.others;
    };
    const { foresees } = (await readBulkItems(bulkId, null, 1)).items.find(({ entryId }) => entryId === week) ?? {};
    expect(foresees).toBe("published");
    expect(await beside(day, typedFigure())).toBe(1);
    expect(await beside(crowd, typedFigure({ measure: "attendance" }))).toBe(1);
  }));

test("what changed after the preview is left as it is, and named with the reason", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat, dana } = personas;
    const numbers = ["1210", "1220", "1230", "1240", "1250"];
    const ids: string[] = [];
    for (const number of numbers) ids.push(await submittedEntry(chingiz.id, { number }));
    const [edited = "", rejected = "", withdrawn = "", same = "", approved = ""] = ids;
    const bulkId = await prepared(bolat.id);
    const payload = typedFigure({ number: "1260" });
    await editEntry(chingiz.id, { entryId: edited, seenVersion: 1, payload, submit: true });
    await rejectEntry(dana.id, { entryId: rejected, seenVersion: 1, reason: "Another mine" });
    await withdrawEntry(chingiz.id, { entryId: withdrawn, seenVersion: 1 });
    await approveEntry(dana.id, { entryId: approved, seenVersion: 1 });
    await runBulk(bolat.id, bulkId, minutes);
    const { of } = await endedOf(bolat.id, bulkId);
    expect(of).toEqual({
      [edited]: ["published", "untouched", "stale_version"],
      [rejected]: ["published", "untouched", "lost_race"],
      [withdrawn]: ["published", "untouched", "lost_race"],
      [same]: ["published", "decided", null],
      [approved]: ["published", "untouched", "lost_race"],
    });
  }));

test("an approval that would lead elsewhere than shown is not made", () =>
  database.rolledBack(async () => {
    const { chingiz, erlan, bolat, dana } = personas;
    const when = { date: "2022-01-08", precision: "hour", hour: "3" } as const;
    const first = await submittedEntry(chingiz.id, { ...when, number: "100" });
    const far = await submittedEntry(erlan.id, { ...when, number: "9000" });
    const bulkId = await prepared(bolat.id, { filter: { ...NO_QUEUE_FILTER, author: "erlan" } });
    // Beside the figure published in between it is far from what is on record, and needs two.
    await approveEntry(dana.id, { entryId: first, seenVersion: 1 });
    await runBulk(bolat.id, bulkId, minutes);
    expect((await endedOf(bolat.id, bulkId)).of).toEqual({ [far]: ["published", "untouched", "other_outcome"] });
  }));

test("what another moderator weighs after the preview is left to be looked at by itself", () =>
  database.rolledBack(async () => {
    const { chingiz, bolat, dana } = personas;
    const entryId = await submittedEntry(chingiz.id, { number: "42 000" });
    const bulkId = await prepared(bolat.id);
    await approveEntry(dana.id, { entryId, seenVersion: 1, standing: "disputed", reason: "The mayor denies it." });
    await runBulk(bolat.id, bulkId, minutes);
    expect((await endedOf(bolat.id, bulkId)).of).toEqual({ [entryId]: ["approved_once", "untouched", "weighed"] });
  }));

test("a reason goes to every author; nothing is decided without one, by others, or where nothing matches", () =>
  database.rolledBack(async (tx) => {
    const { chingiz, erlan, aigerim, bolat, dana } = personas;
    expect(await prepareBulk(bolat.id, approveAll)).toEqual({ refused: "nothing_matches" });
    const ids = [await submittedEntry(chingiz.id), await submittedEntry(erlan.id, { number: "1300" })];
    for (const { id } of [chingiz, erlan, aigerim])
      expect(await prepareBulk(id, approveAll)).toEqual({ refused: "role" });
    const bulkId = await prepared(bolat.id, { verb: "reject", reason: "A copied leaflet", reasonLanguage: "kk" });
    for (const { id } of [dana, chingiz]) {
      expect(await runBulk(id, bulkId, minutes)).toHaveProperty("refused");
      expect(await readBulk(id, bulkId)).toBeNull();
    }
    await runBulk(bolat.id, bulkId, minutes);
    expect(await readBulk(dana.id, bulkId)).toMatchObject({ moderatorHandle: bolat.handle, state: "done" });
    const decisions = await tx.decision.findMany({ where: { entryId: { in: ids } } });
    expect(decisions.map(({ verb, reason, reasonLanguage }) => [verb, reason, reasonLanguage])).toEqual(
      ids.map(() => ["reject", "A copied leaflet", "kk"]),
    );
    const silent = await prepareBulk(bolat.id, {
      ...approveAll,
      filter: { ...NO_QUEUE_FILTER, state: "rejected" },
      verb: "reopen",
      reason: "Seen again",
    });
    expect(silent).toHaveProperty("bulkId");
  }));

test("it stops in the middle, goes on where it was, and decides nothing twice", async () => {
  const { chingiz, bolat } = personas;
  const ids: string[] = [];
  await database.committed(async () => {
    for (let number = 0; number < 12; number++)
      ids.push(await submittedEntry(chingiz.id, { number: String(1200 + number) }));
  });
  const bulkId = await database.committed(() => prepared(bolat.id));
  const decided = () => database.client.decision.count({ where: { entryId: { in: ids } } });
  // No time at all: it begins and does nothing.
  await database.committed(() => runBulk(bolat.id, bulkId, 0));
  const step = () => inTransaction((tx) => decideNext(tx, { actorId: bolat.id, bulkId }, () => undefined));
  for (let times = 0; times < 3; times++) expect(await database.committed(step)).toBe("next");
  expect(await database.committed(() => stopBulk(bolat.id, bulkId))).toEqual({ state: "stopped" });
  expect(await database.committed(step)).toBe("stopped");
  expect(await decided()).toBe(3);
  await database.committed(() => goOnWithBulks(minutes));
  expect(await decided()).toBe(3);
  const goOn = () => runBulk(bolat.id, bulkId, minutes);
  const both = await database.race(goOn, goOn);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(await decided()).toBe(12);
  const { view } = await database.committed(() => endedOf(bolat.id, bulkId));
  expect([view?.state, view?.decidedCount]).toEqual(["done", 12]);
  expect(await verifyAuditChain(database.client)).toBeNull();
}, 60_000);

test("what was begun goes on without its page, until its moderator may decide no more", async () => {
  const { erlan, aigerim } = personas;
  const moderators = [
    await createModerator(database.client, "nurlan"),
    await createModerator(database.client, "saule"),
  ] as const;
  const bulks: string[] = [];
  for (const [at, moderator] of moderators.entries()) {
    const ids = [0, 1].map((number) => String(1500 + 10 * at + number));
    await database.committed(async () => {
      for (const number of ids) await submittedEntry(erlan.id, { number });
    });
    const filter = { ...NO_QUEUE_FILTER, author: "erlan" };
    bulks.push(await database.committed(() => prepared(moderator, { filter, verb: "reject", reason: "A copy" })));
    if (at === 0) await database.committed(() => runBulk(moderator, bulks[0] ?? "", 0));
    if (at === 0) await database.committed(() => goOnWithBulks(minutes));
  }
  const stateOf = async (at: 0 | 1) => {
    const { view } = await database.committed(() => endedOf(moderators[at], bulks[at] ?? ""));
    return [view?.state, view?.decidedCount];
  };
  expect(await stateOf(0)).toEqual(["done", 2]);
  await database.committed(() => runBulk(moderators[1], bulks[1] ?? "", 0));
  await database.committed(() => setRole(aigerim.id, moderators[1], "contributor"));
  await database.committed(() => goOnWithBulks(minutes));
  expect(await stateOf(1)).toEqual(["stopped", 0]);
}, 60_000);

test("beside a single decision each entry is decided once, by one of the two", async () => {
  const { chingiz, bolat, dana } = personas;
  const ids: string[] = [];
  await database.committed(async () => {
    for (let number = 0; number < 10; number++)
      ids.push(await submittedEntry(chingiz.id, { number: String(1300 + number) }));
  });
  const bulkId = await database.committed(() => prepared(bolat.id));
  const oneByOne = async () => {
    for (const entryId of ids.toReversed()) await rejectEntry(dana.id, { entryId, seenVersion: 1, reason: "A copy" });
  };
  await database.race(() => runBulk(bolat.id, bulkId, minutes), oneByOne);
  const decisions = await database.client.decision.findMany({ where: { entryId: { in: ids } } });
  expect(decisions.map(({ entryId }) => entryId).toSorted()).toEqual(ids.toSorted());
  const { of } = await database.committed(() => endedOf(bolat.id, bulkId));
  for (const { entryId, moderatorId } of decisions)
    expect(of[entryId]?.slice(1)).toEqual(moderatorId === bolat.id ? ["decided", null] : ["untouched", "lost_race"]);
}, 60_000);

test("whoever loses the role in the middle decides nothing more, and what is left stays to do", async () => {
  const { erlan, aigerim } = personas;
  const moderator = await createModerator(database.client, "yerbol");
  const ids: string[] = [];
  await database.committed(async () => {
    for (let number = 0; number < 6; number++)
      ids.push(await submittedEntry(erlan.id, { number: String(1400 + number) }));
  });
  const filter = { ...NO_QUEUE_FILTER, author: "erlan" };
  const bulkId = await database.committed(() => prepared(moderator, { filter }));
  await database.committed(() => runBulk(moderator, bulkId, 0));
  const step = () => inTransaction((tx) => decideNext(tx, { actorId: moderator, bulkId }, () => undefined));
  for (let times = 0; times < 2; times++) await database.committed(step);
  await database.committed(() => setRole(aigerim.id, moderator, "contributor"));
  expect(await database.committed(step)).toEqual({ refused: "role" });
  expect(await database.committed(() => runBulk(moderator, bulkId, minutes))).toEqual({ refused: "role" });
  expect(await database.client.decision.count({ where: { moderatorId: moderator } })).toBe(2);
  const { view } = await database.committed(() => endedOf(moderator, bulkId));
  expect([view?.decidedCount, view?.leftCount]).toEqual([2, 4]);
});
