import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase, openOrJoinDatabase } from "@/lib/server/launch/database";
import { type Database, DatabaseSilent } from "@/lib/server/launch/embedded-database";
import { withSql } from "../support/sql";

let dataDir: string;
const running: Database[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "turnout-launch-"));
  chmodSync(dataDir, 0o711);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(): Promise<Database> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  running.push(database);
  await database.usable;
  return database;
}

async function stop(database: Database): Promise<void> {
  running.splice(running.indexOf(database), 1);
  await database.stop();
}

test("what was written is there after a stop and a start, at the same address", async () => {
  const first = await open();
  await withSql(first.url, (sql) => sql.query("CREATE TABLE kept AS SELECT 'Жаңаөзен' AS place"));
  await stop(first);
  const second = await open();
  expect(second.url).toBe(first.url);
  const { rows } = await withSql(second.url, (sql) => sql.query("SELECT place FROM kept"));
  expect(rows).toEqual([{ place: "Жаңаөзен" }]);
});

test("Turnout's own role is no superuser, and nobody gets in without the password", async () => {
  const { url } = await open();
  const { rows } = await withSql(url, (sql) => sql.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
  expect(rows).toEqual([{ rolsuper: false }]);
  const [wrong, superuser] = [new URL(url), new URL(url)];
  wrong.password = "guess";
  superuser.username = "postgres";
  await expect(withSql(wrong.href, async () => undefined)).rejects.toThrow(/password/);
  await expect(withSql(superuser.href, async () => undefined)).rejects.toThrow(/pg_hba/);
});

test("secrets are readable by their owner alone", async () => {
  await open();
  expect(statSync(path.join(dataDir, "postgres-password")).mode & 0o077).toBe(0);
});

test("a second start on one data folder is refused and disturbs nothing", async () => {
  const { url } = await open();
  await expect(openDatabase({ dataDir, databaseUrl: undefined })).rejects.toThrow(
    /already running on the data folder .*\(process \d+\)/,
  );
  await withSql(url, (sql) => sql.query("SELECT 1"));
});

test("a command joins the database of a Turnout that runs on the folder, and leaves it running", async () => {
  const { url } = await open();
  const { database, joined } = await openOrJoinDatabase({ dataDir, databaseUrl: undefined });
  expect([joined, database.url]).toEqual([true, url]);
  await database.usable;
  await database.stop();
  await withSql(url, (sql) => sql.query("SELECT 1"));
});

test("a command opens the database itself where no Turnout runs", async () => {
  const { database, joined } = await openOrJoinDatabase({ dataDir, databaseUrl: undefined });
  running.push(database);
  await database.usable;
  expect(joined).toBe(false);
  await withSql(database.url, (sql) => sql.query("SELECT 1"));
});

test("a data folder of another PostgreSQL is refused with its version", async () => {
  await stop(await open());
  writeFileSync(path.join(dataDir, "postgres", "PG_VERSION"), "17\n");
  await expect(open()).rejects.toThrow(/written by PostgreSQL 17 and this Turnout runs PostgreSQL 18/);
});

test("a refused start lets go of the data folder", async () => {
  await stop(await open());
  const versionFile = path.join(dataDir, "postgres", "PG_VERSION");
  writeFileSync(versionFile, "17\n");
  await expect(open()).rejects.toThrow();
  writeFileSync(versionFile, "18\n");
  await withSql((await open()).url, (sql) => sql.query("SELECT 1"));
});

test("a process number left behind by a crash and used by another program now does not hinder", async () => {
  await stop(await open());
  writeFileSync(path.join(dataDir, "postgres", "postmaster.pid"), `${process.ppid}\n${dataDir}/postgres\n`);
  await withSql((await open()).url, (sql) => sql.query("SELECT 1"));
});

function serverProcess(): number {
  return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const answers = (url: string) =>
  withSql(url, (sql) => sql.query("SELECT 1")).then(
    () => true,
    () => false,
  );

test("a database that is killed runs again at the same address with what was written, and ends with Turnout", async () => {
  const database = await open();
  await withSql(database.url, (sql) => sql.query("CREATE TABLE kept AS SELECT 'Хромтау' AS place"));
  const killed = serverProcess();
  process.kill(killed, "SIGKILL");
  await vi.waitFor(() => expect(isRunning(killed)).toBe(false), { timeout: 10_000 });
  await expect.poll(() => answers(database.url), { timeout: 20_000 }).toBe(true);
  const { rows } = await withSql(database.url, (sql) => sql.query("SELECT place FROM kept"));
  expect(rows).toEqual([{ place: "Хромтау" }]);
  const again = serverProcess();
  expect(again).not.toBe(killed);
  await stop(database);
  expect(isRunning(again)).toBe(false);
});

test("stopping while the database is being started again leaves no server behind", async () => {
  const database = await open();
  process.kill(serverProcess(), "SIGKILL");
  await stop(database);
  await expect.poll(() => answers(database.url), { timeout: 5000 }).toBe(false);
  const next = await open();
  expect(await answers(next.url)).toBe(true);
});

test("a folder that is a file is refused", async () => {
  const file = path.join(dataDir, "file");
  writeFileSync(file, "");
  await expect(openDatabase({ dataDir: file, databaseUrl: undefined })).rejects.toThrow(/is not a folder/);
});

test("a server of one's own that does not answer, or refuses, is named", async () => {
  const { url } = await open();
  const wrong = new URL(url);
  wrong.password = "guess";
  const ask = async (databaseUrl: string) => (await openDatabase({ dataDir, databaseUrl })).usable;
  const silent = ask("postgresql://a:b@127.0.0.1:1/x");
  await expect(silent).rejects.toThrow("No PostgreSQL answers at 127.0.0.1:1");
  await expect(silent).rejects.toBeInstanceOf(DatabaseSilent);
  await expect(ask(wrong.href)).rejects.not.toBeInstanceOf(DatabaseSilent);
  await expect(ask(wrong.href)).rejects.toThrow(/refuses the user or password/);
  wrong.href = url;
  wrong.pathname = "/nowhere";
  await expect(ask(wrong.href)).rejects.toThrow(/refuses|is not there/);
  await ask(url);
});
