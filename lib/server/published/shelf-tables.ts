import { chmodSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { errorFields, log } from "@/lib/server/logger";

/** Raised whenever the tables, or the shape of what stands in them, change: a file of another number is made anew. */
const shelfFormat = 11;

const TABLES = `
  CREATE TABLE waves (id TEXT PRIMARY KEY, version INTEGER NOT NULL, published_at INTEGER NOT NULL) STRICT;
  CREATE TABLE versions (
    wave TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER NOT NULL,
    about TEXT, workforce TEXT, region TEXT, slug TEXT, measure TEXT, marks INTEGER NOT NULL, body TEXT NOT NULL, history TEXT,
    approvals TEXT
  ) STRICT;
  CREATE TABLE links (to_id TEXT NOT NULL, from_id TEXT NOT NULL, PRIMARY KEY (to_id, from_id)) STRICT, WITHOUT ROWID;
  CREATE TABLE crowds (
    wave TEXT NOT NULL, subject TEXT NOT NULL, day TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    most REAL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX crowds_of_subject ON crowds (subject);
  CREATE TABLE sizes (
    wave TEXT NOT NULL, step TEXT NOT NULL, subject TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sizes_at_step ON sizes (wave, step);
  CREATE INDEX sizes_of_subject ON sizes (subject);
  CREATE TABLE maps (
    wave TEXT NOT NULL, since INTEGER NOT NULL, step TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (wave, since, step)
  ) STRICT;
  CREATE TABLE digests (wave TEXT NOT NULL, since INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (wave, since)) STRICT;
  PRAGMA user_version = ${shelfFormat};
`;

/** By what versions are found. A copy of very many is made without, and these after it. */
const INDEXES = {
  versions_by_id: "INDEX versions_by_id ON versions (id)",
  versions_by_kind: "INDEX versions_by_kind ON versions (wave, kind, number) WHERE kind <> 'figure'",
  versions_about: "INDEX versions_about ON versions (about, number, id) WHERE about IS NOT NULL",
  versions_of_workforce: "INDEX versions_of_workforce ON versions (workforce, number, id) WHERE workforce IS NOT NULL",
  versions_in_region: "INDEX versions_in_region ON versions (region, number, id) WHERE region IS NOT NULL",
  versions_by_slug: "INDEX versions_by_slug ON versions (slug, until) WHERE slug IS NOT NULL",
  counted: "INDEX counted ON versions (wave, since, until, about, workforce) WHERE marks & 1",
  corrected: "INDEX corrected ON versions (wave, since, kind, marks, id) WHERE marks & 4",
  disputed: "INDEX disputed ON versions (wave, number) WHERE marks & 2",
} as const;

export const DROP_INDEXES = Object.keys(INDEXES)
  .map((name) => `DROP INDEX ${name};`)
  .join("");
export const CREATE_INDEXES = Object.values(INDEXES).map((index) => `CREATE ${index};`);

/** What each connection may keep of the file. */
export const CACHE_KB = 16_000;

const fileIn = (folder: string) => path.join(folder, "shelf.sqlite");

function open(file: string): DatabaseSync {
  const tables = new DatabaseSync(file);
  // What is lost in a power cut is read from the database again; until then the transaction before stands.
  tables.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000");
  tables.exec(`PRAGMA cache_size = -${CACHE_KB}`);
  return tables;
}

function isOfThisFormat(tables: DatabaseSync): boolean {
  const [row] = tables.prepare("PRAGMA user_version").all();
  return row?.user_version === shelfFormat;
}

/** Opens the tables to write to them. A damaged or foreign file is made anew. */
export function openTables(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileIn(folder);
  let tables = tryOpen(file);
  if (tables === null) {
    removeTables(folder);
    tables = open(file);
    tables.exec(`BEGIN; ${TABLES} ${CREATE_INDEXES.join("")} COMMIT`);
  }
  chmodSync(file, 0o600);
  return tables;
}

/** Opens the tables a second time: whoever reads never sees what is being written. */
export function openReading(folder: string): DatabaseSync {
  return open(fileIn(folder));
}

/** For good; what stood there is read from the database again. */
export function removeTables(folder: string): void {
  const file = fileIn(folder);
  for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
}

function tryOpen(file: string): DatabaseSync | null {
  let tables: DatabaseSync | undefined;
  try {
    tables = open(file);
    if (isOfThisFormat(tables)) return tables;
    tables.close();
  } catch (problem) {
    log("warn", { event: "shelf-damaged", ...errorFields(problem) });
    tables?.close();
  }
  return null;
}
