import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { evidenceSeen } from "@/lib/domain/evidence";
import { readBulkItems } from "@/lib/features/entries/data/bulk";
import { readEvidenceImage, readEvidenceOf } from "@/lib/features/entries/data/evidence";
import { removeEvidence, withEvidence } from "@/lib/features/entries/mutations/add-evidence";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import { prepareBulk } from "@/lib/features/entries/mutations/prepare-bulk";
import { rejectEntry } from "@/lib/features/entries/mutations/reject-entry";
import { requestChanges } from "@/lib/features/entries/mutations/request-changes";
import { runBulk } from "@/lib/features/entries/mutations/run-bulk";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { withdrawEntry } from "@/lib/features/entries/mutations/withdraw-entry";
import { readQueueFilter } from "@/lib/features/entries/schema/queue-filter";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { personasIn, typedFigure } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const canary = "CANARY-SERIAL-4711";

/** A small picture as a phone writes it: with its place and its serial number. */
function fromPhone(shade = 90): Promise<Buffer> {
  return sharp({ create: { width: 80, height: 60, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .withExif({ IFD0: { Make: canary }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 15/1 0/1" } })
    .jpeg()
    .toBuffer();
}

async function entryWith(
  authorId: string,
  photographs: Uint8Array[],
  { submit = true, key = randomUUID(), payload = typedFigure() } = {},
) {
  const saving = { submissionKey: key, payload, submit };
  const result = await withEvidence(photographs, (made) => saveDraft(authorId, saving, made));
  if ("refused" in result) throw new Error(JSON.stringify(result));
  return result.entry.id;
}

const refused = (code: string) => ({ refused: "incomplete", problems: [{ field: "evidence", code }] });

test("a photograph is kept as the server drew it, and nothing a camera noted is anywhere in the database", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const sent = await fromPhone();
    expect(sent.includes(canary)).toBe(true);
    const entryId = await entryWith(chingiz.id, [sent]);
    const [row] = await readEvidenceOf(entryId);
    expect(row).toMatchObject({ width: 80, height: 60 });
    const image = Buffer.from((await readEvidenceImage(row?.id ?? "")) ?? []);
    expect((await sharp(image).metadata()).format).toBe("webp");
    expect([image.includes(canary), image.includes("Exif")]).toEqual([false, false]);
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await tx.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE t::text ILIKE $1 OR t::text ILIKE $2`,
        ...[`%${canary}%`, `%${Buffer.from(canary).toString("hex")}%`],
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
    expect(await verifyAuditChain(db())).toBeNull();
  });
});

test("sent again, by whatever way, it is one entry with the same photographs", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const [key, sent] = [randomUUID(), [await fromPhone(10), await fromPhone(200)]];
    const ids = [];
    for (let times = 0; times < 3; times += 1) ids.push(await entryWith(chingiz.id, sent, { key }));
    expect(new Set(ids).size).toBe(1);
    expect(await readEvidenceOf(ids[0] ?? "")).toHaveLength(2);
    expect(await db().auditEvent.count({ where: { verb: "evidence.add" } })).toBe(1);
  });
});

test("sent again after the decision, when no answer had come back, it is still that entry", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const [key, sent] = [randomUUID(), [await fromPhone()]];
    const entryId = await entryWith(chingiz.id, sent, { key });
    await rejectEntry(bolat.id, { entryId, seenVersion: 1, reason: "Not so." });
    const again = { submissionKey: key, payload: typedFigure(), submit: true };
    expect(await withEvidence(sent, (made) => saveDraft(chingiz.id, again, made))).toEqual({
      ...{ refused: "already_sent", entryId, holdsIt: true },
    });
    expect(await readEvidenceOf(entryId)).toEqual([]);
  });
});

test("one that is not taken stops the whole form, and more than four are not taken", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz } = await personasIn(tx);
    const save = () => saveDraft(chingiz.id, { submissionKey: randomUUID(), payload: typedFigure(), submit: true });
    const svg = Buffer.from("<svg/>");
    expect(await withEvidence([await fromPhone(), svg], save)).toEqual(refused("photograph_not_one"));
    const five = await Promise.all([1, 2, 3, 4, 5].map((shade) => fromPhone(shade * 40)));
    expect(await withEvidence(five, save)).toEqual(refused("photograph_too_many"));
    expect(await db().entry.count()).toBe(0);
  });
});

test("a change whose photographs are not taken is not saved either, and goes through once they are", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const entryId = await entryWith(chingiz.id, await Promise.all([10, 60, 110].map(fromPhone)));
    await requestChanges(bolat.id, { entryId, seenVersion: 1, reason: "Which shift?" });
    const edit = { entryId, seenVersion: 1, payload: typedFigure({ note: "The first shift." }), submit: true };
    const send = async (shades: number[]) =>
      withEvidence(await Promise.all(shades.map(fromPhone)), (made) => editEntry(chingiz.id, edit, made));
    expect(await send([160, 210])).toEqual(refused("photograph_too_many"));
    expect(await db().entry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({
      ...{ state: "changes_requested", version: 1 },
    });
    expect(await send([160])).toMatchObject({ entry: { state: "submitted", version: 2 } });
    expect(await readEvidenceOf(entryId)).toHaveLength(4);
    expect(await verifyAuditChain(db())).toBeNull();
  });
});

test("an approval is of the photographs that were seen, and the next moderator sees the same", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, dana } = await personasIn(tx);
    const entryId = await entryWith(chingiz.id, [await fromPhone(10)], { payload: typedFigure({ number: "90000" }) });
    const [seen] = await readEvidenceOf(entryId);
    const approve = (seenEvidence: string) => approveEntry(bolat.id, { entryId, seenVersion: 1, seenEvidence });
    const removing = { entryId, evidenceId: seen?.id ?? "" };
    await removeEvidence(chingiz.id, removing);
    for (const were of [evidenceSeen([{ id: removing.evidenceId }]), "something else"])
      expect(await approve(were)).toEqual({ refused: "stale_evidence" });
    await withEvidence([await fromPhone(200)], (made) =>
      editEntry(chingiz.id, { entryId, seenVersion: 1, payload: typedFigure({ number: "90000" }), submit: true }, made),
    );
    const now = await readEvidenceOf(entryId);
    expect(await approve("")).toEqual({ refused: "stale_evidence" });
    expect(await approve(evidenceSeen(now))).toMatchObject({ entry: { state: "approved_once", version: 1 } });
    const late = { entryId, evidenceId: now[0]?.id ?? "" };
    expect(await removeEvidence(chingiz.id, late)).toEqual(refused("photograph_approved"));
    expect(await approveEntry(dana.id, { entryId, seenVersion: 1, seenEvidence: evidenceSeen(now) })).toMatchObject({
      entry: { state: "published" },
    });
    expect(await readEvidenceOf(entryId)).toEqual([]);
  });
});

test("a decision about many entries leaves those whose photographs changed after it was prepared", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const [swapped, same] = [
      await entryWith(chingiz.id, [await fromPhone(10)]),
      await entryWith(chingiz.id, [await fromPhone(20)], { payload: typedFigure({ number: "1 300" }) }),
    ];
    const { filter } = readQueueFilter({});
    const prepared = await prepareBulk(bolat.id, { filter, verb: "reject", reason: "Not so.", withHeld: false });
    if ("refused" in prepared) throw new Error(prepared.refused);
    const [row] = await readEvidenceOf(swapped);
    await removeEvidence(chingiz.id, { entryId: swapped, evidenceId: row?.id ?? "" });
    expect(await runBulk(bolat.id, prepared.bulkId, 5000)).toEqual({ state: "done" });
    const { items } = await readBulkItems(prepared.bulkId, null, 1);
    expect(new Map(items.map(({ entryId, because }) => [entryId, because]))).toEqual(
      new Map([
        [swapped, "stale_evidence"],
        [same, null],
      ]),
    );
  });
});

test("moderators see it once the entry is theirs to decide, and it goes with the decision, whichever it is", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat } = await personasIn(tx);
    const sent = [await fromPhone()];
    const draft = await entryWith(chingiz.id, sent, { submit: false });
    const [ofDraft] = await readEvidenceOf(draft);
    expect(await readEvidenceImage(ofDraft?.id ?? "")).toBeNull();
    const close = {
      approve: (entryId: string) => approveEntry(bolat.id, { entryId, seenVersion: 1 }),
      reject: (entryId: string) => rejectEntry(bolat.id, { entryId, seenVersion: 1, reason: "Not so." }),
      withdraw: (entryId: string) => withdrawEntry(chingiz.id, { entryId, seenVersion: 1 }),
    };
    for (const [how, decide] of Object.entries(close)) {
      const entryId = await entryWith(chingiz.id, sent);
      expect([how, (await readEvidenceOf(entryId)).length]).toEqual([how, 1]);
      expect(await decide(entryId)).toMatchObject({ entry: { id: entryId } });
      expect([how, await readEvidenceOf(entryId)]).toEqual([how, []]);
    }
  });
});

test("its author takes it back, and nobody else does", async () => {
  await database.rolledBack(async (tx) => {
    const { chingiz, bolat, erlan } = await personasIn(tx);
    const entryId = await entryWith(chingiz.id, [await fromPhone()]);
    const [row] = await readEvidenceOf(entryId);
    const removing = { entryId, evidenceId: row?.id ?? "" };
    for (const who of [bolat, erlan])
      expect(await removeEvidence(who.id, removing)).toMatchObject({
        refused: expect.stringMatching(/not_author|role/),
      });
    const other = await entryWith(chingiz.id, []);
    expect(await removeEvidence(chingiz.id, { ...removing, entryId: other })).toEqual({ refused: "gone" });
    expect(await readEvidenceOf(entryId)).toHaveLength(1);
    expect(await removeEvidence(chingiz.id, removing)).toMatchObject({ entry: { id: entryId, version: 1 } });
    expect(await readEvidenceOf(entryId)).toEqual([]);
    expect(await removeEvidence(chingiz.id, removing)).toEqual({ refused: "gone" });
  });
});

test("the database itself takes nothing that the server did not draw, no fifth one, none for what is closed, and gives back none that was approved", async () => {
  const { chingiz, bolat } = await database.committed(() => personasIn(db()));
  const webp = async (shade: number) =>
    new Uint8Array(
      await sharp(await fromPhone(shade))
        .webp()
        .toBuffer(),
    );
  const put = (entryId: string, image: Uint8Array<ArrayBuffer>) =>
    db().evidence.create({ data: { entryId, image, digest: randomUUID(), width: 80, height: 60 } });
  await database.committed(async () => {
    const entryId = await entryWith(chingiz.id, []);
    await expect(put(entryId, new Uint8Array(await fromPhone()))).rejects.toThrow(/evidence_made_anew/);
    for (const shade of [1, 60, 120, 180]) await put(entryId, await webp(shade));
    await expect(put(entryId, await webp(240))).rejects.toThrow(/evidence_many/);
    await expect(db().evidence.updateMany({ where: { entryId }, data: { width: 1 } })).rejects.toThrow(
      /evidence_unchanged/,
    );
    await rejectEntry(bolat.id, { entryId, seenVersion: 1, reason: "Not so." });
    await expect(put(entryId, await webp(1))).rejects.toThrow(/evidence_closed/);
    const large = await entryWith(chingiz.id, [await fromPhone()], { payload: typedFigure({ number: "90000" }) });
    await approveEntry(bolat.id, { entryId: large, seenVersion: 1 });
    await expect(db().evidence.deleteMany({ where: { entryId: large } })).rejects.toThrow(/evidence_approved/);
  });
});
