import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { syntheticRecord, syntheticWorkforce } from "@/prisma/seed/synthetic-record";
import { Shelf } from "./shelf";

vi.stubEnv("LOG_LEVEL", "silent");
const parent = mkdtempSync(path.join(tmpdir(), "turnout-shelf-test-"));
let folder: string;
let shelf: Shelf;
let made = 0;
const file = () => path.join(folder, "shelf.sqlite");
beforeEach(() => {
  made += 1;
  folder = path.join(parent, String(made));
  shelf = new Shelf(folder);
});
afterEach(() => {
  vi.useRealTimers();
  shelf.close();
});
afterAll(() => rmSync(parent, { recursive: true }));

const names = Array.from({ length: 40 }, (_, index) => `ZZ30-W${index + 1}`);
const one = syntheticRecord({ workforces: names.map((id) => syntheticWorkforce(id)) });
const at = (version: number): WaveRecord => ({ ...one, version, publishedAt: version * 1000 });

/** Writes every workforce under another slug, so that versions of the copy can be told apart. */
function write(version: number, how: "commit" | "giveUp" = "commit"): void {
  const writing = shelf.begin();
  for (const row of one.workforces) {
    writing.put(one.wave.id, {
      kind: "workforce",
      row: { ...row, slug: `v${version}` } as RecordRow,
      history: null,
      approvals: null,
    });
  }
  writing.setPublication(at(version));
  writing[how]();
}

const nothing = () => Promise.resolve();

const slugsIn = (version: number) =>
  shelf.copyOf(at(version))?.all<{ slug: string }>("SELECT DISTINCT slug FROM versions WHERE wave = ?", one.wave.id);

describe("the shelf of large waves", () => {
  it("has nothing of a wave that was never put there", () => {
    expect([shelf.publicationOf(one.wave.id), shelf.copyOf(at(1))]).toEqual([null, null]);
  });

  it("is its owner's alone, and still holds after a restart what it held", () => {
    write(1);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    shelf.close();
    shelf = new Shelf(folder);
    expect(shelf.publicationOf(one.wave.id)).toEqual({ version: 1, publishedAt: 1000 });
    expect(slugsIn(1)).toEqual([{ slug: "v1" }]);
  });

  it("shows nothing of a writing before its end, and never of one that was given up", async () => {
    write(1);
    const writing = shelf.begin();
    await writing.replace(one.wave.id, nothing);
    expect([slugsIn(1), writing.all("SELECT 1 FROM versions")]).toEqual([[{ slug: "v1" }], []]);
    writing.giveUp();
    write(2, "giveUp");
    expect([shelf.publicationOf(one.wave.id)?.version, slugsIn(1), slugsIn(2)]).toEqual([
      1,
      [{ slug: "v1" }],
      undefined,
    ]);
    // Given up twice, as after a failed end, it still lets the next one begin.
    writing.giveUp();
    write(3);
    expect(slugsIn(3)).toEqual([{ slug: "v3" }]);
  });

  it("goes on with the copy that a page began with, whatever was published since, for as long as a page takes", () => {
    vi.useFakeTimers();
    write(1);
    const begun = shelf.copyOf(at(1));
    write(2);
    write(3);
    expect(begun?.all("SELECT DISTINCT slug FROM versions")).toEqual([{ slug: "v1" }]);
    expect([slugsIn(1), slugsIn(2), slugsIn(3)]).toEqual([[{ slug: "v1" }], [{ slug: "v2" }], [{ slug: "v3" }]]);
    vi.advanceTimersByTime(60_000);
    expect([slugsIn(1), slugsIn(2), slugsIn(3)]).toEqual([undefined, undefined, [{ slug: "v3" }]]);
  });

  it("keeps no more outdated copies than it has room for, and its log does not grow with publications", () => {
    vi.useFakeTimers();
    for (let version = 1; version <= 20; version += 1) write(version);
    expect([slugsIn(15), slugsIn(16), slugsIn(20)]).toEqual([undefined, [{ slug: "v16" }], [{ slug: "v20" }]]);
    for (let version = 21; version <= 30; version += 1) {
      write(version);
      vi.advanceTimersByTime(60_000);
    }
    expect(statSync(`${file()}-wal`).size).toBe(0);
  });
});

describe("a file that is no shelf of this format", () => {
  it.each<[string, () => void]>([
    ["damaged at its head", () => writeFileSync(file(), "no tables at all".repeat(600))],
    ["of another format", () => new DatabaseSync(file()).exec("PRAGMA user_version = 999")],
    ["empty", () => truncateSync(file(), 0)],
  ])("is made anew when it is %s", (_, spoil) => {
    write(1);
    shelf.close();
    spoil();
    shelf = new Shelf(folder);
    expect(shelf.publicationOf(one.wave.id)).toBeNull();
    write(2);
    expect(slugsIn(2)).toEqual([{ slug: "v2" }]);
  });

  it("is made anew when damage within shows only as it is read", () => {
    write(1);
    shelf.close();
    const whole = readFileSync(file());
    // Everything but the first page, where the tables are named.
    writeFileSync(file(), Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]));
    shelf = new Shelf(folder);
    expect(shelf.copyOf(at(1))).toBeNull();
    expect(shelf.publicationOf(one.wave.id)).toBeNull();
    write(2);
    expect(slugsIn(2)).toEqual([{ slug: "v2" }]);
  });

  it("is made anew before the next writing when damage shows as it is written", async () => {
    write(1);
    shelf.close();
    const whole = readFileSync(file());
    writeFileSync(file(), Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]));
    shelf = new Shelf(folder);
    const writing = shelf.begin();
    await expect(writing.replace(one.wave.id, nothing)).rejects.toThrow(/malformed/);
    writing.giveUp();
    write(2);
    expect(slugsIn(2)).toEqual([{ slug: "v2" }]);
  });
});
