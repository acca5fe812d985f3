import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseEnvironment } from "@/lib/env";
import { closeClient } from "@/lib/server/db";
import { followRecord } from "@/lib/server/launch/follow-record";
import { type Edition, editionState, putEdition } from "@/lib/server/published/edition";
import { editionFolder } from "@/lib/server/published/edition-file";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("DATABASE_URL", "");
vi.stubEnv("AUTH_SECRET", "");
vi.stubEnv("NEXTAUTH_URL", "");

/** What is said to the operator, in order. */
const said: string[] = [];
const closers: (() => unknown)[] = [];
let dataDir: string;
let published: Edition;
const cluster = (...parts: string[]) => path.join(dataDir, "postgres", ...parts);
const control = () => cluster("global", "pg_control");
const patience = { timeout: 20_000 };

/** `npm start` as far as the record goes, with nothing known from before. */
async function start(settings: Record<string, string> = {}): Promise<void> {
  putEdition({ edition: null, awaySince: null, followed: false });
  said.length = 0;
  const onStop = (close: () => unknown) => closers.push(close);
  await followRecord({ onStop, fail: said.push }, parseEnvironment({ DATA_DIR: dataDir, ...settings }));
}

async function stop(): Promise<void> {
  await closeClient();
  for (const close of closers.splice(0).reverse()) await close();
}

const isLatest = () => expect.poll(() => editionState().awaySince, patience).toBeNull();

beforeEach(async () => {
  for (const stream of ["log", "error"] as const) {
    vi.spyOn(console, stream).mockImplementation((sentence) => {
      said.push(String(sentence));
    });
  }
  dataDir = mkdtempSync(path.join(tmpdir(), "turnout-kept-"));
  chmodSync(dataDir, 0o711);
  await start();
  const { edition } = editionState();
  if (!edition) throw new Error("Nothing was read.");
  published = edition;
  await stop();
});

afterEach(async () => {
  await stop();
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

test("with files PostgreSQL refuses, readers get the kept record until they are repaired", async () => {
  const whole = readFileSync(control());
  writeFileSync(control(), whole.subarray(0, 100));
  await start();
  expect(editionState()).toMatchObject({ edition: published, followed: true });
  expect(editionState().awaySince).not.toBeNull();
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /^PostgreSQL ended while starting: PANIC: .*pg_control.*\. Until it does its work, readers see the record as of \S+ \S+ UTC and nobody can sign in\.$/,
  );
  // A reason that stays the same is not said again.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(said).toHaveLength(1);
  writeFileSync(control(), whole);
  await isLatest();
  expect(editionState().edition).toEqual(published);
  expect(said.slice(1)).toEqual([
    "The database runs again.",
    "The database answers: readers see the latest record, and people can sign in.",
  ]);
});

test("a folder that has lost its version is damaged, not somebody else's", async () => {
  rmSync(cluster("PG_VERSION"));
  await start();
  expect(editionState().edition).toEqual(published);
  expect(said[0]).toMatch(/is not a database this user can open/);
  writeFileSync(cluster("PG_VERSION"), "18\n");
  await isLatest();
});

test("what the operator has to put right is refused, kept record or not", async () => {
  writeFileSync(cluster("PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/written by PostgreSQL 17/);
  writeFileSync(cluster("PG_VERSION"), "18\n");
  writeFileSync(path.join(dataDir, "secret"), "short");
  await expect(start()).rejects.toThrow(/at least 32 characters/);
  await stop();
  rmSync(path.join(dataDir, "secret"));
  await start();
  await expect(start()).rejects.toThrow(/already running on the data folder/);
  expect(said).toEqual([]);
});

test("without a kept record the start fails with PostgreSQL's reason", async () => {
  expect(await editionFolder(path.join(dataDir, "published")).read()).not.toBeNull();
  rmSync(path.join(dataDir, "published"), { recursive: true });
  writeFileSync(control(), readFileSync(control()).subarray(0, 100));
  await expect(start()).rejects.toThrow(/^PostgreSQL ended while starting: PANIC: .*\.$/);
  expect(said).toEqual([]);
});

/** Starting on these files takes until what is returned is called, as replaying a long log does. */
function slowRecovery(): () => void {
  const gate = path.join(dataDir, "gate");
  writeFileSync(gate, "");
  writeFileSync(cluster("recovery.signal"), "");
  const untilOpen = `while [ -e ${gate} ]; do sleep 0.1; done; false`;
  appendFileSync(cluster("postgresql.conf"), `restore_command = '${untilOpen}'\n`);
  return () => rmSync(gate);
}

test("during a long recovery readers get the kept record after a while, and the latest when it is done", async () => {
  const recover = slowRecovery();
  const began = performance.now();
  await start();
  expect(performance.now() - began).toBeLessThan(25_000);
  expect(editionState().edition).toEqual(published);
  expect(said).toEqual([
    expect.stringMatching(/^The database is still starting\. Until it does its work, readers see/),
  ]);
  recover();
  await isLatest();
  expect(said.slice(1)).toEqual(["The database answers: readers see the latest record, and people can sign in."]);
}, 60_000);

test("a stop during a long recovery does not wait for it", async () => {
  slowRecovery();
  const starting = start();
  await expect.poll(() => existsSync(cluster("postmaster.pid")), patience).toBe(true);
  const began = performance.now();
  await stop();
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(existsSync(cluster("postmaster.pid"))).toBe(false);
  await starting;
}, 60_000);
