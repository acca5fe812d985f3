import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { addressBook } from "@/lib/features/addresses/view";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { allRecords } from "@/lib/features/records/view/find";
import { NotOnShelf } from "@/lib/features/shelf/data/copy-of";
import { extractAt, inLargeWaves, partAroundRecord, partAroundWorkforce } from "@/lib/features/shelf/data/find";
import { isWhole, readVersion } from "@/lib/features/waves/data";
import { askedWorkforce } from "@/lib/features/workforces/view/asked-workforce";
import { withClient } from "@/lib/server/db";
import type { Edition } from "@/lib/server/published/edition";
import { editionFolder } from "@/lib/server/published/edition-file";
import { keepShelfIn, shelf } from "@/lib/server/published/shelf-in-use";
import { publishedCorrection, typedCorrection } from "./support/corrections";
import { personasIn, submittedEntry } from "./support/entries";
import { largeWaveOf, waveOf } from "./support/large-wave";
import { newFolder, type Reader, startReader, stopReaders } from "./support/reader";
import { testDatabase } from "./support/test-database";

/** What becomes of the copy of a large wave: after publications, in the middle of one, and when it is lost. */
vi.stubEnv("LOG_LEVEL", "silent");
const database = testDatabase("record");
let folder: string;
beforeEach(() => {
  folder = newFolder();
  keepShelfIn(folder);
});
afterEach(async () => {
  await stopReaders();
  keepShelfIn(newFolder());
});

const { read, whole, publish, revise, retract } = largeWaveOf(database);

/** What the copy has of each record of the wave, with its history. */
function copied(kept: WaveRecord, all: WaveRecord) {
  return allRecords(all).map(({ row: { id } }) => {
    const part = partAroundRecord([kept], id);
    const row = part && allRecords(part).find((one) => one.row.id === id)?.row;
    return { id, row, history: part?.revisions[id] };
  });
}
const expected = (all: WaveRecord) =>
  allRecords(all).map(({ row }) => ({ id: row.id, row, history: all.revisions[row.id] }));

describe("a copy after publications", () => {
  it("has the new sources of a figure and of a correction, and what an action says of its figures", async () => {
    const { client } = database;
    let edition = await read(null);
    const added = { title: "Found later", language: "en", kind: "press", tier: "two", publisher: "Made up" } as const;
    await database.committed(async () => {
      const { bolat, dana, chingiz } = await personasIn(client);
      const sources = [{ ...added, url: "https://example.org/one", quote: "1,200" }];
      const entryId = await submittedEntry(chingiz.id, { sources });
      const reason = "The only paper that was there.";
      expect(await approveEntry(bolat.id, { entryId, seenVersion: 1, reason })).toMatchObject({
        entry: { state: "published" },
      });
      const other = [{ ...added, url: "https://example.org/two", quote: "55,000" }];
      const payload = typedCorrection(
        "KZ22-F121",
        { "quantity.upper": "55000", "quantity.words": "" },
        { grounds: "source", sources: other },
      );
      await publishedCorrection({ author: chingiz.id, first: bolat.id, second: dana.id }, payload);
    });
    edition = await read(edition);
    const all = await whole();
    expect(all.sources.filter(({ title }) => title === added.title)).toHaveLength(2);
    expect(copied(waveOf(edition), all)).toEqual(expected(all));

    const figure = all.figures.find(({ actionId }) => actionId !== null);
    const id = figure?.actionId ?? "";
    await client.action.update({ where: { id }, data: { general: !figure?.general } });
    await revise(id, { general: !figure?.general });
    edition = await read(edition);
    const after = await whole();
    expect(after.figures.find((one) => one.id === figure?.id)?.general).toBe(!figure?.general);
    expect(copied(waveOf(edition), after)).toEqual(expected(after));
  });

  it("is read as of the publication a page began with, until nobody can be reading it any more", async () => {
    const before = await read(null);
    await publish("KZ22-F12");
    const after = await read(before);
    expect(waveOf(after).version).toBeGreaterThan(waveOf(before).version);
    for (const edition of [before, after]) {
      const kept = waveOf(edition);
      expect(partAroundRecord([kept], "KZ22-F12")?.version).toBe(kept.version);
      expect(shelf().copyOf(kept)?.publicationOf("kz22")?.version).toBe(kept.version);
    }
    const gone = { ...waveOf(after), version: 0 };
    expect(() => partAroundRecord([gone], "KZ22-F12")).toThrow(NotOnShelf);
  });

  it("leads to a workforce by every part of an address it ever had, as a wave in memory does", async () => {
    const { client } = database;
    const edition = await read(null);
    const id = "KZ22-W11";
    const { slug } = await client.workforce.findUniqueOrThrow({ where: { id } });
    await client.workforce.update({ where: { id }, data: { slug: "renamed-since" } });
    await revise(id, { slug: "renamed-since" });
    const kept = waveOf(await read(edition));
    const all = await whole();
    for (const asked of [slug, "renamed-since", id, "KZ22-F12", "no-such-workforce"]) {
      const [of, part] = [askedWorkforce(all, asked), partAroundWorkforce([kept], asked)];
      expect(inLargeWaves.hasWorkforce(kept, asked), asked).toBe(of?.led ?? "no");
      expect(part && askedWorkforce(part, asked), asked).toEqual(of);
    }
    expect(askedWorkforce(all, slug)).toMatchObject({ row: { slug: "renamed-since" }, led: "once" });
  });

  it("gives a workforce's sizes and feed the addresses they have in a wave in memory", async () => {
    const kept = waveOf(await read(null));
    const all = await whole();
    const books = [addressBook([all]), addressBook([kept], inLargeWaves)];
    const { slug } = all.workforces.at(-1) ?? { slug: "" };
    // Not among those of the dashboard, or nothing is shown here.
    expect(kept.workforces.some((one) => one.slug === slug)).toBe(false);
    for (const workforce of [slug, "no-such-workforce"]) {
      const [whole, part] = books.map((book) => [
        book.find("/[locale]/workforces/[workforce]/sizes", { locale: "en", workforce }, new URLSearchParams()),
        book.find("/api/v1/workforces/[workforce]/corrections.atom", { workforce }, new URLSearchParams()),
        book.find("/api/v1/waves/[wave]/sizes.csv", { wave: all.wave.slug }, new URLSearchParams({ workforce })),
      ]);
      expect(part, workforce).toEqual(whole);
    }
  });
});

/** Follows the publications with the shelf in the reader's own folder. */
async function follow(options: Partial<Parameters<typeof startReader>[0]> = {}): Promise<Reader> {
  const { client, url } = database;
  const readings = { readVersion: () => withClient(client, readVersion), readEdition: read, isWhole };
  return startReader({ url, client, folder, source: readings, ...options });
}

const soon = { timeout: 15_000, interval: 50 };
const shelfFile = () => path.join(folder, "shelf.sqlite");

describe("a copy that is lost or behind", () => {
  it.each<[string, () => void]>([
    ["missing", () => rmSync(shelfFile())],
    ["damaged", () => writeFileSync(shelfFile(), "nothing of a shelf".repeat(1000))],
  ])("is made again after a start when it is %s, also where nothing was published since", async (_, spoil) => {
    const first = await follow();
    const { edition } = first.state;
    await first.stop();
    shelf().close();
    for (const end of ["-wal", "-shm"]) rmSync(`${shelfFile()}${end}`, { force: true });
    spoil();
    keepShelfIn(folder);
    const second = await follow({ prepare: async () => undefined });
    // Until the database was asked there is only what the kept edition says itself.
    expect(second.state.edition).toEqual(edition);
    await expect.poll(() => second.state.awaySince, soon).toBeNull();
    const all = await whole();
    expect(second.state.edition?.version).toBe(edition?.version);
    expect(copied(waveOf(second.state.edition), all)).toEqual(expected(all));
  });

  it("is brought up to date when it is of an earlier publication than the kept edition", async () => {
    const before = await read(null);
    await retract("KZ22-F12");
    keepShelfIn(newFolder());
    const after = await read(before);
    keepShelfIn(folder);
    await editionFolder(folder).keep({ edition: after, confirmedAt: Date.now() });
    expect(shelf().publicationOf("kz22")?.version).toBe(waveOf(before).version);
    const reader = await follow({ prepare: async () => undefined });
    await expect.poll(() => reader.state.awaySince, soon).toBeNull();
    const all = await whole();
    expect(copied(waveOf(reader.state.edition), all)).toEqual(expected(all));
  });

  it("is made again while Turnout runs, when damage shows as it is read", async () => {
    const first = await follow();
    await first.stop();
    shelf().close();
    const file = readFileSync(shelfFile());
    const sound = Math.floor(file.length / 40_960) * 4096;
    writeFileSync(shelfFile(), Buffer.concat([file.subarray(0, sound), Buffer.alloc(file.length - sound, 7)]));
    keepShelfIn(folder);
    const reader = await follow({ prepare: async () => undefined });
    await expect.poll(() => reader.state.awaySince, soon).toBeNull();
    const kept = waveOf(reader.state.edition);
    expect(isWhole(reader.state.edition as Edition)).toBe(true);
    const copy = shelf().copyOf(kept);
    expect(() => copy?.all("SELECT * FROM versions ORDER BY body")).toThrow(/malformed/);
    const news = reader.news.length;
    await expect.poll(() => reader.news.length, soon).toBeGreaterThan(news);
    const all = await whole();
    expect(copied(waveOf(reader.state.edition), all)).toEqual(expected(all));
  });

  it("is said to be missing without the database: what is kept stays, the rest is none that does not exist", async () => {
    const first = await follow();
    await first.stop();
    shelf().close();
    for (const end of ["", "-wal", "-shm"]) rmSync(`${shelfFile()}${end}`, { force: true });
    keepShelfIn(folder);
    const reader = await follow({ url: "postgresql://nobody@127.0.0.1:1/none", prepare: async () => undefined });
    const kept = waveOf(reader.state.edition);
    expect(kept.part?.digest?.counts.actions).toBeGreaterThan(50);
    const asked = { at: null, knownOn: "2022-01-05", knownAt: Date.UTC(2022, 0, 6) };
    expect(() => extractAt(kept, asked)).toThrow(NotOnShelf);
    expect(() => partAroundRecord([kept], "KZ22-F12")).toThrow(NotOnShelf);
    expect(() => partAroundWorkforce([kept], "KZ22-W11")).toThrow(NotOnShelf);
    const book = addressBook([kept], inLargeWaves);
    const here = { scope: { wave: "kz22" } };
    const none = new URLSearchParams();
    expect(book.find("/[locale]/records/[id]", { locale: "en", id: "KZ22-F12" }, none)).toMatchObject(here);
    expect(book.find("/[locale]/workforces/[workforce]", { locale: "en", workforce: "any" }, none)).toMatchObject(here);
    expect(book.find("/[locale]/records/[id]", { locale: "en", id: "ZZ99-F12" }, none)).toBeNull();
  });
});
