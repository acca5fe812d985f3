import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { openClient } from "@/lib/server/db";
import { startThrowAwayCluster, type ThrowAwayCluster } from "@/lib/server/launch/throw-away-cluster";
import { editionFolder } from "@/lib/server/published/edition-file";
import { applyMigrations } from "@/prisma/migrate";
import { createSyntheticWave } from "@/prisma/seed/factories";
import { newFolder, type Reader, startReader, stopReaders } from "../support/reader";
import { databaseAt, withSql } from "../support/sql";

vi.stubEnv("LOG_LEVEL", "silent");
let cluster: ThrowAwayCluster;
let url: string;
let client: PrismaClient;
const isAway = (reader: Reader) => reader.state.awaySince !== null;
const kinds = (reader: Reader) => reader.news.map(({ kind }) => kind);
const patience = { timeout: 20_000 };

beforeAll(async () => {
  cluster = await startThrowAwayCluster();
});
afterAll(() => cluster.stop());

let made = 0;
beforeEach(async () => {
  made += 1;
  await withSql(cluster.url, (sql) => sql.query(`CREATE DATABASE outage_${made}`));
  url = databaseAt(cluster.url, `outage_${made}`);
  await applyMigrations(url);
  client = openClient(url, 2);
  await createSyntheticWave(client);
});
afterEach(async () => {
  await stopReaders();
  await client.$disconnect();
});

async function publish(): Promise<number> {
  const { version } = await client.publication.create({ data: { waveId: "zz30" } });
  return version;
}

/** `kill -9`, with everything committed before on disk: the servers of tests do not wait for the disk otherwise. */
async function kill(): Promise<void> {
  await withSql(url, (sql) => sql.query("SET synchronous_commit TO on; CREATE TABLE flushed (); DROP TABLE flushed"));
  await cluster.kill();
}

/** The server's processes stop answering without closing anything, as a machine cut off from the network does. */
async function signalServer(signal: NodeJS.Signals, pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, signal);
}

async function processesOf(application: string): Promise<number[]> {
  const ask = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1";
  const { rows } = await withSql(url, (sql) => sql.query(ask, [application]));
  return rows.map(({ pid }) => pid);
}

/** When the heartbeat last asked this database. */
async function lastAsked(): Promise<number> {
  const ask = "SELECT max(query_start) AS at FROM pg_stat_activity WHERE datname = current_database()";
  const { rows } = await withSql(url, (sql) => sql.query(`${ask} AND application_name = 'turnout-publications'`));
  return Number(rows[0].at);
}

test("a server that is killed is away, and back with everything that was published meanwhile", async () => {
  const reader = await startReader({ url, client });
  for (let times = 0; times < 3; times += 1) {
    await kill();
    await expect.poll(() => isAway(reader), patience).toBe(true);
    await cluster.restart();
    const version = await publish();
    await expect.poll(() => isAway(reader), patience).toBe(false);
    await expect.poll(() => reader.state.edition?.version, patience).toBe(version);
  }
  expect(kinds(reader).filter((kind) => kind !== "published")).toEqual([
    "away",
    "back",
    "away",
    "back",
    "away",
    "back",
  ]);
}, 60_000);

test("a connection that goes silent without closing is noticed and replaced", async () => {
  const reader = await startReader({ url, client });
  const silent = await processesOf("turnout-publications");
  expect(silent).toHaveLength(1);
  await signalServer("SIGSTOP", silent);
  try {
    const version = await publish();
    // Through a new connection, while the old one still says nothing.
    await expect.poll(() => reader.state.edition?.version, patience).toBe(version);
    expect(await processesOf("turnout-publications")).toHaveLength(2);
  } finally {
    await signalServer("SIGCONT", silent);
  }
});

test("started without the database, readers get what the last run read, as old as that", async () => {
  const first = await startReader({ url, client });
  const { edition } = first.state;
  await first.stop();
  const stoppedAt = Date.now();
  await kill();
  try {
    const reader = await startReader({ url, client, folder: first.folder });
    expect(reader.state).toMatchObject({ edition, followed: true });
    expect(reader.state.awaySince).toBeLessThanOrEqual(stoppedAt);
    expect(reader.state.awaySince).toBeGreaterThan(stoppedAt - 10_000);
  } finally {
    await cluster.restart();
  }
});

test("an edition that could not be kept leaves the one before with its own age, and is kept at the next confirmation", async () => {
  const first = await startReader({ url, client });
  const before = first.state.edition;
  const startedAt = Date.now();
  const obstacle = path.join(first.folder, `edition.json.${process.pid}.new`);
  mkdirSync(obstacle);
  await publish();
  await expect.poll(() => first.state.edition, patience).not.toBe(before);
  // A stop confirms as every minute does, and cannot keep it either.
  await first.stop();
  const kept = await editionFolder(first.folder).read();
  expect(kept?.edition).toStrictEqual(before);
  expect(kept?.confirmedAt).toBeLessThanOrEqual(startedAt);

  const second = await startReader({ url, client, folder: first.folder });
  const { edition } = second.state;
  rmSync(obstacle, { recursive: true });
  const ready = Date.now();
  await kill();
  try {
    // So does the moment the database is missed.
    await expect.poll(() => isAway(second), patience).toBe(true);
    await expect.poll(async () => (await editionFolder(first.folder).read())?.edition, patience).toStrictEqual(edition);
    expect((await editionFolder(first.folder).read())?.confirmedAt).toBeLessThanOrEqual(Date.now());
    expect((await editionFolder(first.folder).read())?.confirmedAt).toBeGreaterThan(ready - 5000);
  } finally {
    await cluster.restart();
  }
});

test("what has to be prepared is tried until it succeeds, before anything is read", async () => {
  const first = await startReader({ url, client });
  await first.stop();
  let tries = 0;
  const prepare = async () => {
    tries += 1;
    if (tries < 3) throw new Error("not yet");
  };
  const reader = await startReader({ url, client, folder: first.folder, prepare });
  expect([reader.state.edition, reader.readings, tries]).toEqual([first.state.edition, 0, 0]);
  const version = await publish();
  await expect.poll(() => reader.state.edition?.version, patience).toBe(version);
  expect([tries, isAway(reader), kinds(reader)]).toEqual([3, false, ["away", "published", "back"]]);
});

test("without anything kept there is no edition until the database answers", async () => {
  await kill();
  const reader = await startReader({ url, client }).finally(() => cluster.restart());
  expect(reader.state).toMatchObject({ edition: null, followed: true });
  await expect.poll(() => reader.state.edition?.version, patience).toBeGreaterThan(0);
  expect(isAway(reader)).toBe(false);
});

test("a database put in its place that holds less never takes back what readers saw", async () => {
  const first = await startReader({ url, client });
  const { edition } = first.state;
  await first.stop();
  if (!edition) throw new Error("nothing was read");
  const folder = newFolder();
  const kept = { ...edition, version: edition.version + 50 };
  await editionFolder(folder).keep({ edition: kept, confirmedAt: Date.now() });
  const reader = await startReader({ url, client, folder, prepare: async () => undefined });
  await publish();
  const asked = new Set<number>();
  await expect.poll(async () => asked.add(await lastAsked()).size, patience).toBeGreaterThan(3);
  expect(reader.state.edition).toStrictEqual(kept);
  expect([isAway(reader), reader.readings]).toEqual([true, 0]);
});

test("another database that holds more is read whole: nothing of the old one is mixed into it", async () => {
  const first = await startReader({ url, client });
  const { edition } = first.state;
  await first.stop();
  if (!edition) throw new Error("nothing was read");
  const folder = newFolder();
  // The same wave under the same version, published at another moment: not the same publication.
  const title = "Of another database";
  const records = edition.records.map((record) => ({
    ...record,
    sources: record.sources.map((row) => ({ ...row, title })),
  }));
  const other = { ...edition, publishedAt: edition.publishedAt - 1, records };
  await editionFolder(folder).keep({ edition: other, confirmedAt: Date.now() });
  const reader = await startReader({ url, client, folder, prepare: async () => undefined });
  await expect.poll(() => isAway(reader), patience).toBe(false);
  expect(reader.state.edition).toStrictEqual(edition);
});
