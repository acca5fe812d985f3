import { beforeAll, describe, expect, it } from "vitest";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { readRows } from "@/lib/features/imports/data";
import { readDirectory } from "@/lib/features/imports/data/directory";
import { readDoubleRows } from "@/lib/features/imports/data/double-rows";
import { readWrongGroups } from "@/lib/features/imports/data/wrong-groups";
import { chooseEncoding } from "@/lib/features/imports/mutations/choose-encoding";
import { forgetOldFile } from "@/lib/features/imports/mutations/forget-files";
import { moveBatch, saveMapping } from "@/lib/features/imports/mutations/move-batch";
import { uploadFile } from "@/lib/features/imports/mutations/upload-file";
import type { ImportKind } from "@/lib/features/imports/schema/fields";
import { suggestMapping } from "@/lib/features/imports/schema/mapping";
import { nameFinder } from "@/lib/features/imports/view/near-names";
import { readEdition } from "@/lib/features/waves/data";
import { verifyAuditChain } from "@/lib/server/audit";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn } from "./support/entries";
import { workedOn } from "./support/imports";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;
beforeAll(async () => {
  people = await personasIn(database.client);
});

async function looked(kind: ImportKind, csv: Uint8Array | string, fixed: Record<string, string> = {}) {
  const author = people.chingiz.id;
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const file = { bytes, name: "", encoding: null, separator: null };
  const sent = await uploadFile(author, { waveId: "kz22", kind, file });
  if ("refused" in sent) throw new Error(JSON.stringify(sent));
  const { encoding } = await database.client.importBatch.findUniqueOrThrow({ where: { id: sent.batchId } });
  if (encoding === null) await chooseEncoding(author, sent.batchId, "windows-1251");
  const { header } = await database.client.importBatch.findUniqueOrThrow({ where: { id: sent.batchId } });
  const mapping = { ...suggestMapping(kind, header, null), fixed };
  expect(await saveMapping(author, sent.batchId, mapping)).toEqual({ ok: true });
  const { counts } = await workedOn(author, sent.batchId);
  return { batchId: sent.batchId, author, counts };
}

const wrongOf = async (batchId: string) =>
  (await readRows(batchId, { outcome: "wrong", after: 0, atMost: 10 })).map(({ number, problems }) => [
    number,
    problems.map(({ code }) => code),
  ]);

/** Sent whole, and the first of its entries approved. */
async function published(author: string, batchId: string) {
  await moveBatch(author, batchId, "send");
  await workedOn(author, batchId);
  const first = await database.client.entry.findFirstOrThrow({ where: { batchId }, orderBy: { id: "asc" } });
  expect(await approveEntry(people.bolat.id, { entryId: first.id, seenVersion: 1 })).toMatchObject({
    entry: { state: "published" },
  });
  return (await readEdition(null)).records[0];
}

describe("rows of every kind", () => {
  it("become workforces, with their employer and place by any of their names", () =>
    database.committed(async () => {
      const csv = [
        "name,occupation,language,employer,place,source_ids,note",
        "Welders of Aktau,welders,en,,Актау,KZ22-S4,",
        "Welders of Nowhere,welders,en,Nobody & Sons,Atlantis,KZ22-S4,",
        ",welders,en,,Aktau,KZ22-S999,",
      ].join("\n");
      const { batchId, author, counts } = await looked("workforce", csv);
      expect(counts).toMatchObject({ ready: 1, wrong: 2 });
      expect(await wrongOf(batchId)).toEqual([
        [3, ["reference_unknown", "reference_unknown"]],
        // What only the record can tell is told together with what the form can.
        [4, ["workforce_name_missing", "source_unknown"]],
      ]);
      const record = await published(author, batchId);
      expect(record?.workforces.find(({ names }) => names.en === "Welders of Aktau")).toMatchObject({
        localityId: "aktau",
      });
    }));

  it("are refused where their town was never in their region, and read where it is now or was then", () =>
    database.committed(async () => {
      const csv = [
        "name,occupation,language,place,region,source_ids",
        "Welders of one,welders,ru,Жанаозен,Актюбинская область,KZ22-S4",
        "Welders of two,welders,ru,Актау,Карагандинская область,KZ22-S4",
        "Welders of three,welders,ru,Актау,Мангистауская область,KZ22-S4",
        "Welders of four,welders,ru,Zhezkazgan,Карагандинская область,KZ22-S4",
      ].join("\n");
      const { batchId, counts } = await looked("workforce", csv);
      expect(counts).toMatchObject({ ready: 2, wrong: 2 });
      const rows = await readRows(batchId, { outcome: "wrong", after: 0, atMost: 10 });
      expect(rows.map(({ number, problems }) => [number, problems])).toEqual([
        [2, [{ field: "place", column: 3, code: "place_elsewhere", of: ["Жанаозен", "Актюбинская область"] }]],
        [3, [{ field: "place", column: 3, code: "place_elsewhere", of: ["Актау", "Карагандинская область"] }]],
      ]);
    }));

  it("of the same fault are told of once, with the names that may be meant", () =>
    database.committed(async () => {
      const row = (name: string, region: string) => `${name},welders,ru,,${region},KZ22-S4`;
      const csv = [
        "name,occupation,language,place,region,source_ids",
        ...Array.from({ length: 400 }, (_, at) => row(`Turners ${at}`, "Карагандинская облсть")),
        row("Turners of Aktau", "Мангистауская обл."),
        row("Turners of nowhere", "Атлантида"),
      ].join("\n");
      const { batchId, counts } = await looked("workforce", csv);
      expect(counts).toMatchObject({ ready: 0, wrong: 402 });
      const { groups, different } = await readWrongGroups(batchId, 2);
      expect(different).toBe(3);
      expect(groups.map(({ cell, count, rows }) => [cell, count, rows[0], rows.length])).toEqual([
        ["Карагандинская облсть", 400, 2, 300],
        ["Мангистауская обл.", 1, 402, 1],
      ]);
      const { near } = nameFinder(await readDirectory(database.client, "kz22"), "ru");
      expect(near("region", "Карагандинская облсть")).toEqual(["Карагандинская область"]);
      expect(near("region", "Мангистауская обл.")).toEqual(["Мангистауская область"]);
      expect(near("place", "Жана-озен")).toEqual(["Жанаозен"]);
      expect(near("workforce", "Тенгизшевройл вахтовики")).toEqual(["Нефтяники Тенгизшевройла"]);
      expect(near("region", "Atlantis")).toEqual([]);
      expect(near("place", "Janaozenn")).toEqual(["Жанаозен"]);
    }));

  it("that say the same are told of in the dry run, and what becomes of the first becomes of them", () =>
    database.committed(async () => {
      const header = "name,occupation,language,source_ids";
      const row = (name: string) => `${name},fitters,en,KZ22-S4`;
      const csv = [
        header,
        row("Fitters A"),
        row("Fitters B"),
        row("Fitters A"),
        row("Fitters B"),
        row("Fitters A"),
      ].join("\n");
      const { batchId, author, counts } = await looked("workforce", csv);
      expect(counts).toMatchObject({ ready: 2, double: 3 });
      const rowAt = (number: number) => ({ batchId_number: { batchId, number } });
      expect(await readDoubleRows(batchId)).toEqual({
        ...{ repeated: 3, more: 0 },
        lines: [
          { rows: [4, 6], count: 2, sameAs: 2, entry: null },
          { rows: [5], count: 1, sameAs: 3, entry: null },
        ],
      });
      // Nothing but what was found between the dry run and the sending.
      await database.client.importRow.update({ where: rowAt(3), data: { cells: ["", "", "en", "KZ22-S4"] } });
      await moveBatch(author, batchId, "send");
      expect((await workedOn(author, batchId)).counts).toMatchObject({ sent: 1, double: 2, wrong: 2 });
      expect((await wrongOf(batchId)).map(([number]) => number)).toEqual([3, 5]);
      const sent = await database.client.importRow.findUniqueOrThrow({ where: rowAt(2) });
      const entry = { id: sent.entryId, state: "submitted" };
      expect((await readDoubleRows(batchId)).lines).toEqual([{ rows: [4, 6], count: 2, sameAs: 2, entry }]);
      const again = await looked("workforce", [header, row("Fitters A")].join("\n"));
      expect(await readDoubleRows(again.batchId)).toEqual({
        ...{ repeated: 0, more: 0, lines: [{ rows: [2], count: 1, sameAs: null, entry }] },
      });
    }));

  it("become sources, in letters that only their author knows", () =>
    database.committed(async () => {
      // "Title,url,language,kind,tier" and a title in Cyrillic letters of one byte each.
      const title = [0xe7, 0xe0, 0xe1, 0xe0, 0xf1, 0xf2, 0xee, 0xe2, 0xea, 0xe0];
      const text = (said: string) => [...new TextEncoder().encode(said)];
      const bytes = Uint8Array.from([
        ...text("title;url;language;kind;tier\n"),
        ...title,
        ...text(";https://example.org/strike;ru;press;two\n"),
        ...title,
        ...text(";not an address;ru;newspaper?;two\n"),
      ]);
      const { batchId, author, counts } = await looked("source", bytes);
      expect(counts).toMatchObject({ ready: 1, wrong: 1 });
      expect(await wrongOf(batchId)).toEqual([[3, ["unknown_choice", "url_wrong"]]]);
      const record = await published(author, batchId);
      expect(record?.sources.find(({ url }) => url === "https://example.org/strike")).toMatchObject({
        title: "забастовка",
      });
    }));

  it("become actions, from a file that we wrote ourselves", () =>
    database.committed(async () => {
      const csv = [
        "id,record,kind,title,place,region,start_earliest,start_latest,start_precision,end_earliest,end_latest,open_end,certainty,workforces,sources",
        "KZ22-A1,action,rally,,Zhanaozen,KZ-47,2022-01-01T19:00:00.000Z,2022-01-02T18:59:59.999Z,day,,,no,confirmed,,KZ22-S4",
        "KZ22-A2,action,strike,,Zhezkazgan,,2022-01-05T08:00:00.000Z,2022-01-05T08:59:59.999Z,hour,,,no,claimed,KZ22-W11,KZ22-S4",
      ].join("\r\n");
      const fixed = { stoppage: "unclear", scope: "workplace" };
      const { batchId, author, counts } = await looked("action", csv, fixed);
      expect(await wrongOf(batchId)).toEqual([[2, ["participants_missing"]]]);
      expect(counts).toMatchObject({ ready: 1, wrong: 1 });
      const [row] = await readRows(batchId, { outcome: "ready", after: 0, atMost: 1 });
      expect(row?.number).toBe(3);
      const record = await published(author, batchId);
      const made = record?.actions.find(({ period }) => period.start.earliest === Date.parse("2022-01-05T08:00Z"));
      // An instant is the same instant, whatever the clock of the place.
      expect(made).toMatchObject({ localityId: "zhezkazgan", workforceIds: ["KZ22-W11"], certainty: "claimed" });
    }));
});

describe("a file", () => {
  const rows = Array.from({ length: 1200 }, (_, at) => `Welders ${at},welders,en,Aktau,KZ22-S4`);
  const csv = ["name,occupation,language,place,source_ids", ...rows].join("\n");

  it(
    "that is cancelled leaves whole entries, goes on later, and is withdrawn as one",
    () =>
      database.committed(async () => {
        const { batchId, author } = await looked("workforce", csv);
        await moveBatch(author, batchId, "send");
        const work = workedOn(author, batchId);
        await expect
          .poll(() => database.client.entry.count({ where: { batchId } }), { timeout: 60_000, interval: 20 })
          .toBeGreaterThan(0);
        await moveBatch(author, batchId, "cancel");
        const { state, counts } = await work;
        expect(["cancelled", "done"]).toContain(state);
        const made = await database.client.entry.count({ where: { batchId, state: "submitted" } });
        expect(made).toBe(counts.sent);
        expect(await database.client.entryVersion.count({ where: { entry: { batchId } } })).toBe(made);
        await moveBatch(author, batchId, "send");
        expect((await workedOn(author, batchId)).counts.sent).toBe(1200);
        await moveBatch(author, batchId, "withdraw");
        expect((await workedOn(author, batchId)).state).toBe("withdrawn");
        expect(await database.client.entry.count({ where: { batchId, state: "withdrawn" } })).toBe(1200);
        expect(await verifyAuditChain(database.client)).toBeNull();
      }),
    180_000,
  );

  it(
    "is worked on by one server, and by another once that one is gone",
    () =>
      database.committed(async () => {
        const { batchId, author } = await looked("workforce", csv.replaceAll("Welders", "Turners"));
        await moveBatch(author, batchId, "send");
        const dead = { worker: "00000000-0000-4000-8000-000000000000" };
        const lease = (leaseUntil: Date) =>
          database.client.importBatch.update({ where: { id: batchId }, data: { ...dead, leaseUntil } });
        await lease(new Date(Date.now() + 2000));
        const begun = performance.now();
        const { counts } = await workedOn(author, batchId);
        expect(performance.now() - begun).toBeGreaterThan(1500);
        expect(counts).toMatchObject({ sent: 1200, double: 0 });
        expect(await database.client.entry.count({ where: { batchId } })).toBe(1200);
      }),
    180_000,
  );

  it("is nobody else's, and nobody's who may not propose", () =>
    database.committed(async () => {
      const { batchId } = await looked("workforce", "name,occupation,language,source_ids\nA,b,en,KZ22-S4");
      expect(await moveBatch(people.erlan.id, batchId, "send")).toEqual({ refused: "gone" });
      expect(await moveBatch(people.farida.id, batchId, "send")).toEqual({ refused: "role" });
      const file = { bytes: new TextEncoder().encode("a,b\n1,2"), name: "", encoding: null, separator: null };
      expect(await uploadFile(people.aigerim.id, { waveId: "kz22", kind: "figure", file })).toEqual({
        refused: "role",
      });
    }));
});

describe("a file nothing happened to for thirty days", () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  it("loses its rows, its name and its examples, and nothing it became", () =>
    database.committed(async () => {
      const csv = "name,occupation,language,source_ids\nDrivers of Aktau,drivers,en,KZ22-S4\n,drivers,en,KZ22-S4";
      const { batchId, author } = await looked("workforce", csv);
      await moveBatch(author, batchId, "send");
      await workedOn(author, batchId);
      expect(await forgetOldFile(inDays(29))).toBe(false);
      await database.client.importBatch.update({ where: { id: batchId }, data: { state: "sending" } });
      let forgotten = 0;
      while (await forgetOldFile(inDays(31))) forgotten += 1;
      expect(forgotten).toBe((await database.client.importBatch.count()) - 1);
      await database.client.importBatch.update({ where: { id: batchId }, data: { state: "done" } });
      expect(await database.client.importRow.count({ where: { batchId } })).toBe(2);

      expect([await forgetOldFile(inDays(31)), await forgetOldFile(inDays(31))]).toEqual([true, false]);
      expect(await database.client.importRow.count()).toBe(0);
      const left = await database.client.importBatch.findUniqueOrThrow({ where: { id: batchId } });
      expect(left).toMatchObject({ state: "forgotten", fileName: "", columns: [] });
      expect(await database.client.entry.count({ where: { batchId, state: "submitted" } })).toBe(1);
      for (const verb of ["check", "send", "cancel", "withdraw"] as const)
        expect(await moveBatch(author, batchId, verb), verb).not.toHaveProperty("ok");
      expect(await verifyAuditChain(database.client)).toBeNull();
    }));
});
