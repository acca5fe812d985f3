import { beforeAll, describe, expect, it } from "vitest";
import { readPreparedWave } from "@/lib/features/preparation/data";
import { changeWave, moveWave } from "@/lib/features/preparation/mutations/change-wave";
import { fillTable } from "@/lib/features/preparation/mutations/fill-table";
import { startWave } from "@/lib/features/preparation/mutations/start-wave";
import { changeWaveSchema, startWaveSchema } from "@/lib/features/preparation/schema";
import { rowsOfCsv } from "@/lib/features/preparation/schema/read-rows";
import type { TableName } from "@/lib/features/preparation/schema/tables";
import { typedFrame } from "@/lib/features/preparation/view";
import { importRegions, type RegionImport } from "@/lib/features/regions/mutations/import-regions";
import { readEdition } from "@/lib/features/waves/data";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import { readTopology, unitsOf } from "@/prisma/regions/country-units";
import { regionImport } from "@/prisma/regions/region-import";
import { createAction, type Personas } from "@/prisma/seed/factories";
import { personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;
let france: RegionImport;

beforeAll(async () => {
  people = await personasIn(database.client);
  const topology = readTopology("FR");
  if (topology === null) throw new Error("The map package has no France.");
  france = regionImport("FR", unitsOf(topology, { country: "FR", firstLevel: true, named: {} }), new Map());
});

const typedWave = (changes: Record<string, string> = {}) =>
  startWaveSchema.parse({
    ...{ locale: "en", name_en: "Made-up wave of France", slug: "made-up-france", country: "FR" },
    ...{ timeZone: "Europe/Paris", firstDay: "2025-03-03", synthetic: "yes", ...changes },
  });

async function started(changes: Record<string, string> = {}): Promise<string> {
  const made = await startWave(people.aigerim.id, typedWave(changes));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.waveId;
}

async function filled(waveId: string, table: TableName, csv: string, write = true) {
  const read = rowsOfCsv(table, csv);
  if ("problems" in read) return read;
  return fillTable(people.aigerim.id, { waveId, table, rows: read.rows, write });
}

describe("regions of another country", () => {
  it("come in once, with their map, and again nothing changes", () =>
    database.rolledBack(async (tx) => {
      const once = await importRegions(db() as PrismaClient, france);
      expect(once).toMatchObject({ ok: true, changed: [], mapChanged: true, versions: [] });
      expect(once.ok && once.added).toHaveLength(18);
      expect(await importRegions(db() as PrismaClient, france)).toMatchObject({
        ok: true,
        added: [],
        changed: [],
        mapChanged: false,
      });
      const named = {
        ...france,
        regions: france.regions.map((one) => ({ ...one, names: { ru: `Регион ${one.code}` } })),
      };
      expect((await importRegions(db() as PrismaClient, named)) as { changed: string[] }).toMatchObject({ added: [] });
      const brittany = await tx.region.findUniqueOrThrow({ where: { id: "FR-BRE" } });
      expect(brittany.names).toEqual({ en: "Bretagne", ru: "Регион FR-BRE" });
      expect(brittany.timeZone).toBe("Europe/Paris");
      expect((await tx.region.findUniqueOrThrow({ where: { id: "FR-974" } })).utcOffsets).toEqual([
        { minutes: 240, from: null, to: null },
      ]);
      expect(await verifyAuditChain(db())).toBeNull();
    }));

  it("leave those of the public record alone", () =>
    database.rolledBack(async (tx) => {
      const kazakhstan = { ...france, country: "KZ" };
      expect(await importRegions(db() as PrismaClient, kazakhstan)).toEqual({
        ok: false,
        because: "recorded_otherwise",
      });
      expect(await tx.countryMap.count()).toBe(0);
    }));
});

describe("a wave started by an administrator", () => {
  it("is a draft with a code of its own, seen by nobody until it is published", () =>
    database.rolledBack(async (tx) => {
      await importRegions(db() as PrismaClient, france);
      const id = await started();
      expect(id).toBe("fr25");
      expect(await started({ slug: "another" })).toBe("fr25a");
      const shown = async () => (await readEdition(null)).records.map(({ wave }) => wave.id);
      expect(await shown()).toEqual(["kz22"]);
      expect(await moveWave(people.aigerim.id, id, "close")).toEqual({ ok: false, because: "changed_meanwhile" });
      expect(await moveWave(people.aigerim.id, id, "publish")).toEqual({ ok: true, waveId: id });
      expect(await moveWave(people.aigerim.id, id, "publish")).toEqual({ ok: false, because: "changed_meanwhile" });
      expect(await shown()).toEqual([id, "kz22"]);
      const [wave] = (await readEdition(null)).records;
      expect(wave?.wave).toMatchObject({
        firstDay: "2025-03-03",
        lastDay: "2025-03-03",
        openEnd: true,
        synthetic: true,
      });
      expect(wave?.regions).toHaveLength(18);
      expect(wave?.shapes?.regions).toHaveLength(18);
      const verbs = await tx.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: "asc" } });
      expect(verbs.map(({ verb, actorId }) => [verb, actorId])).toEqual([
        ["wave.start", people.aigerim.id],
        ["wave.publish", people.aigerim.id],
      ]);
    }));

  it("has a name in at least one of the four languages, also where the code is bypassed", () =>
    database.rolledBack(async (tx) => {
      const wave = { id: "zz26", code: "ZZ26", slug: "nameless", summary: {}, country: "ZZ", timeZone: "UTC" };
      const days = { firstDay: new Date("2026-01-01"), lastDay: null, state: "draft" as const };
      await expect(tx.wave.create({ data: { ...wave, ...days, names: { fr: "Vague" } } })).rejects.toThrow(
        "waves_names",
      );
    }));

  it("is refused to everybody else, and where its country, address or code is not to be had", () =>
    database.rolledBack(async () => {
      expect(await startWave(people.aigerim.id, typedWave())).toEqual({
        ok: false,
        fields: [{ field: "country", code: "regions_missing" }],
      });
      await importRegions(db() as PrismaClient, france);
      expect(await startWave(people.aigerim.id, typedWave({ timeZone: "Asia/Almaty" }))).toEqual({
        ok: false,
        fields: [{ field: "timeZone", code: "zone_elsewhere" }],
      });
      for (const who of [people.chingiz.id, people.bolat.id, people.farida.id])
        expect(await startWave(who, typedWave())).toEqual({ ok: false, because: "role" });
      const id = await started();
      expect(await startWave(people.aigerim.id, typedWave())).toEqual({
        ok: false,
        fields: [{ field: "slug", code: "slug_taken" }],
      });
      expect(await moveWave(people.bolat.id, id, "publish")).toEqual({ ok: false, because: "role" });
    }));

  it("is drawn to the last day that anything speaks of while it goes on, and changes by what was seen", () =>
    database.rolledBack(async () => {
      await importRegions(db() as PrismaClient, france);
      const id = await started();
      await moveWave(people.aigerim.id, id, "publish");
      const day = { startEarliest: new Date("2025-03-09T23:00Z"), startLatest: new Date("2025-03-10T22:59:59Z") };
      await createAction(db(), id, {
        ...day,
        startPrecision: "day",
        placePrecision: "region",
        regionId: "FR-BRE",
      });
      const week = { startEarliest: new Date("2025-03-30T22:00Z"), startLatest: new Date("2025-04-06T21:59:59Z") };
      await createAction(db(), id, { ...week, startPrecision: "week", placePrecision: "country" });
      const [first] = (await readEdition(null)).records;
      expect(first?.wave.lastDay).toBe("2025-03-10");
      const seen = await readPreparedWave(id);
      if (seen === null) throw new Error("The wave is gone.");
      const change = changeWaveSchema.parse({ ...typedFrame(seen), name_tr: "Uydurma dalga", lastDay: "2025-03-31" });
      expect(await changeWave(people.aigerim.id, change)).toEqual({ ok: true, waveId: id });
      expect(await changeWave(people.aigerim.id, change)).toEqual({ ok: false, because: "changed_meanwhile" });
      const [changed] = (await readEdition(null)).records;
      expect(changed?.wave).toMatchObject({ lastDay: "2025-03-31", openEnd: false });
      expect(changed?.wave.names).toEqual({ en: "Made-up wave of France", tr: "Uydurma dalga" });
    }));
});

describe("places, employers and workforces", () => {
  const places = "id,name_en,kind,region,latitude,longitude\nle-havre,Le Havre,city,FR-NOR,49.49,0.11";
  const employers = "id,name_en,isic\nmade-up-port,Made-up port,52";
  const workforces =
    "id,name_en,occupation_en,employer,place\ndockers-of-le-havre,Dockers of Le Havre,dockers,made-up-port,le-havre";

  it("are checked without being written, and written all at once", () =>
    database.rolledBack(async (tx) => {
      await importRegions(db() as PrismaClient, france);
      const id = await started();
      await moveWave(people.aigerim.id, id, "publish");
      expect(await filled(id, "places", places, false)).toEqual({ ok: true, count: 1, written: false });
      expect(await tx.locality.count({ where: { country: "FR" } })).toBe(0);
      for (const [table, csv] of [
        ["places", places],
        ["employers", employers],
        ["workforces", workforces],
      ] as const)
        expect(await filled(id, table, csv)).toEqual({ ok: true, count: 1, written: true });
      const [record] = (await readEdition(null)).records;
      expect(record?.workforces).toMatchObject([
        { id: "FR25-W1", slug: "dockers-of-le-havre", localityId: "le-havre", regionId: "FR-NOR", revision: 1 },
      ]);
      expect(Object.keys(record?.shapes?.localities ?? {})).toEqual(["le-havre"]);
      expect(await tx.revision.findMany({ where: { recordId: "FR25-W1" } })).toMatchObject([
        { number: 1, entryId: null },
      ]);
      expect(await verifyAuditChain(db())).toBeNull();
    }));

  it("are not written when one row is wrong, and all that is wrong with every row is said at once", () =>
    database.rolledBack(async (tx) => {
      await importRegions(db() as PrismaClient, france);
      const id = await started();
      await filled(id, "places", places);
      const rows = `${places}\nbrest,,city,FR-BRE,48.4,-4.5\nnowhere,,hut,KZ-MAN,95,0\nrennes,Rennes,city,FR-35,48.1,-1.7\nrennes,Rennes,city,FR-BRE,48.1,-1.7`;
      expect(await filled(id, "places", rows)).toEqual({
        ok: false,
        problems: [
          { line: 2, field: "id", code: "id_taken" },
          { line: 3, field: "name_en", code: "name_missing" },
          { line: 4, field: "latitude", code: "degrees_wrong" },
          { line: 4, field: "kind", code: "unknown_choice" },
          { line: 4, field: "name_en", code: "name_missing" },
          { line: 4, field: "region", code: "region_unknown" },
          { line: 5, field: "region", code: "region_unknown" },
          { line: 6, field: "id", code: "id_twice" },
        ],
      });
      expect(await tx.locality.count({ where: { country: "FR" } })).toBe(1);
      expect(await filled(id, "workforces", "id,colour\nx,red")).toEqual({
        problems: [{ line: 1, field: "colour", code: "column_unknown" }],
      });
      expect(await fillTable(people.bolat.id, { waveId: id, table: "places", rows: [], write: true })).toEqual({
        ok: false,
        because: "role",
      });
    }));
});

describe("two administrators at the same moment", () => {
  it("start waves with codes of their own, and publish one wave once", async () => {
    await importRegions(database.client, { ...france, country: "XF", regions: [] });
    await database.client.region.create({
      data: {
        ...{ id: "XF-1", country: "XF", kind: "region", names: { en: "One" }, shortNames: { en: "One" } },
        ...{ codes: {}, timeZone: "Europe/Paris", utcOffsets: [{ minutes: 60, from: null, to: null }] },
      },
    });
    const start = (slug: string) => () => startWave(people.aigerim.id, typedWave({ country: "XF", slug }));
    const made = await database.race(start("raced-one"), start("raced-two"));
    const ids = made.map((one) => (one.status === "fulfilled" && one.value.ok ? one.value.waveId : "none"));
    expect(ids.toSorted()).toEqual(["xf25", "xf25a"]);
    const publish = () => moveWave(people.aigerim.id, "xf25", "publish");
    const moved = await database.race(publish, publish);
    const outcomes = moved.map((one) => one.status === "fulfilled" && one.value.ok);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await database.client.publication.count({ where: { waveId: "xf25" } })).toBe(1);
    expect(await verifyAuditChain(database.client)).toBeNull();
  });
});
