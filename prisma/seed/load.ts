import { Prisma, type PrismaClient } from "@/lib/generated/prisma/client";
import { appendAudit, lockAuditChain } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { type KindLoad, kindLoads, type LoadedRecord } from "./load-kinds";
import { insertEmployers, insertWaveAndPlaces } from "./load-places";
import { type RecordFiles, readRecordFiles } from "./record-files";

export type LoadResult = {
  inserted: number;
  revised: number;
  /** Records the files say otherwise than the database, left alone because somebody edited them there. */
  kept: string[];
  /** The publication made, null when nothing changed. */
  version: number | null;
};

type Stored = { id: string; revision: number; hash: string | null; edited: boolean };
type Change = { load: KindLoad; record: LoadedRecord; stored: Stored };
type Plan = { fresh: { load: KindLoad; record: LoadedRecord }[]; changed: Change[]; kept: string[] };

const loadingLock = 7_478_214_002;

/**
 * Brings the public record of the files into the database, in one transaction. Loading again changes nothing; a file
 * that says more than before makes a new revision; what was edited in the database is never overwritten.
 */
export async function loadPublicRecord(
  client: PrismaClient,
  files: RecordFiles = readRecordFiles(),
): Promise<LoadResult> {
  return client.$transaction((tx) => load(tx, files), {
    isolationLevel: "ReadCommitted",
    maxWait: 10_000,
    timeout: 60_000,
  });
}

async function load(tx: Transaction, files: RecordFiles): Promise<LoadResult> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${loadingLock}::bigint)`;
  const loads = kindLoads(files);
  const before = await readStored(tx, files.wave.id);
  const places = await insertWaveAndPlaces(tx, files);
  const plan = makePlan(loads, before);
  const employers = await insertFresh(tx, files, loads, plan);
  const revised: string[] = [];
  for (const change of plan.changed) {
    if (await revise(tx, change)) revised.push(change.record.id);
    else plan.kept.push(change.record.id);
  }
  await raiseCounters(tx, files.wave.id, loads);
  const result = { inserted: plan.fresh.length, revised: revised.length, kept: plan.kept };
  if (places + employers + plan.fresh.length + revised.length === 0) return { ...result, version: null };
  return { ...result, version: await publish(tx, files.wave.id, before, loads) };
}

async function readStored(tx: Transaction, waveId: string): Promise<Map<string, Stored>> {
  const records = await tx.record.findMany({
    where: { waveId },
    select: {
      ...{ id: true, state: true, revision: true, loadedHash: true },
      revisions: { where: { entryId: { not: null } }, select: { id: true }, take: 1 },
      // Loading again would bring back what was taken out.
      withholdings: { select: { id: true }, take: 1 },
    },
  });
  return new Map(
    records.map(({ id, state, revision, loadedHash: hash, revisions, withholdings }) => {
      const edited = hash === null || state === "retracted" || revisions.length + withholdings.length > 0;
      return [id, { id, revision, hash, edited }];
    }),
  );
}

function makePlan(loads: KindLoad[], before: Map<string, Stored>): Plan {
  const plan: Plan = { fresh: [], changed: [], kept: [] };
  for (const load of loads) {
    for (const record of load.records) {
      const stored = before.get(record.id);
      if (stored === undefined) plan.fresh.push({ load, record });
      else if (stored.hash === record.hash) continue;
      else if (stored.edited) plan.kept.push(record.id);
      else plan.changed.push({ load, record, stored });
    }
  }
  return plan;
}

/** Envelopes first, then each kind after what it points to; employers stand between sources and workforces. */
async function insertFresh(tx: Transaction, files: RecordFiles, loads: KindLoad[], { fresh }: Plan): Promise<number> {
  const ids = new Set(fresh.map(({ record }) => record.id));
  if (ids.size > 0) {
    await tx.record.createMany({
      data: fresh.map(({ load, record: { id, number, hash } }) => ({
        ...{ id, waveId: files.wave.id, kind: load.kind, number, loadedHash: hash },
      })),
    });
  }
  let employers = 0;
  for (const load of loads) {
    if (load.kind === "workforce") employers = await insertEmployers(tx, files.employers);
    if (load.records.some(({ id }) => ids.has(id))) await load.insert(tx, ids);
  }
  const records = fresh.map(({ record }) => record);
  await insertLinks(tx, records);
  await insertRevisions(tx, records, 1);
  return employers;
}

async function insertLinks(tx: Transaction, records: LoadedRecord[]): Promise<void> {
  await tx.citation.createMany({
    data: records.flatMap(({ id, citations }) =>
      citations.map(({ source, ...citation }) => ({ ...citation, recordId: id, sourceId: source })),
    ),
  });
  await tx.actionWorkforce.createMany({
    data: records.flatMap(({ id, workforces }) => workforces.map((workforceId) => ({ actionId: id, workforceId }))),
  });
  await tx.actionDemand.createMany({
    data: records.flatMap(({ id, demands }) => demands.map((demandId) => ({ actionId: id, demandId }))),
  });
  await tx.eventDemand.createMany({
    data: records.flatMap(({ id, answers }) =>
      answers.map(({ demand, outcome }) => ({ eventId: id, demandId: demand, outcome: outcome ?? Prisma.DbNull })),
    ),
  });
}

/** The first revision was known when its source came out; a later one only when it was loaded. */
async function insertRevisions(tx: Transaction, records: LoadedRecord[], number: number): Promise<void> {
  await tx.revision.createMany({
    data: records.map(({ id, snapshot, validFrom, validTo, recordedAt }) => ({
      ...{ recordId: id, number, snapshot, validFrom, validTo },
      recordedAt: number === 1 ? recordedAt : new Date(),
    })),
  });
}

/** False when somebody else changed the record meanwhile: then theirs stands. */
async function revise(tx: Transaction, { load, record, stored }: Change): Promise<boolean> {
  const number = stored.revision + 1;
  const { count } = await tx.record.updateMany({
    where: { id: record.id, revision: stored.revision, loadedHash: stored.hash, state: "published" },
    data: { revision: number, loadedHash: record.hash },
  });
  if (count !== 1) return false;
  await load.update(tx, record.id);
  await tx.citation.deleteMany({ where: { recordId: record.id } });
  await tx.actionWorkforce.deleteMany({ where: { actionId: record.id } });
  await tx.actionDemand.deleteMany({ where: { actionId: record.id } });
  await tx.eventDemand.deleteMany({ where: { eventId: record.id } });
  await insertLinks(tx, [record]);
  await insertRevisions(tx, [record], number);
  return true;
}

/** A number once given is never given again, so counters only grow. */
async function raiseCounters(tx: Transaction, waveId: string, loads: KindLoad[]): Promise<void> {
  for (const { kind, records } of loads) {
    const last = Math.max(0, ...records.map(({ number }) => number));
    await tx.$executeRaw`
      INSERT INTO record_counters (wave_id, kind, last) VALUES (${waveId}, ${kind}::record_kind, ${last})
      ON CONFLICT (wave_id, kind) DO UPDATE SET last = EXCLUDED.last WHERE record_counters.last < EXCLUDED.last`;
  }
}

async function publish(
  tx: Transaction,
  waveId: string,
  before: Map<string, Stored>,
  loads: KindLoad[],
): Promise<number> {
  await lockAuditChain(tx);
  const { version } = await tx.publication.create({ data: { waveId } });
  const hashes = [...before.values()].map(({ id, hash }) => [id, hash]);
  await appendAudit(tx, {
    actorId: null,
    verb: "record.load",
    objectType: "wave",
    objectId: waveId,
    before: before.size === 0 ? null : Object.fromEntries(hashes),
    after: Object.fromEntries(loads.flatMap(({ records }) => records.map(({ id, hash }) => [id, hash]))),
  });
  return version;
}
