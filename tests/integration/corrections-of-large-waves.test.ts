import { beforeAll, describe, expect, it } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { correctionLogOf } from "@/lib/features/corrections/loaders";
import { inLargeWaves } from "@/lib/features/shelf/data/find";
import { lensOf, readThrough } from "@/lib/features/waves/view/asked-lens";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { liftWithholding } from "@/lib/features/withholdings/mutations/lift";
import { placeWithholding } from "@/lib/features/withholdings/mutations/place";
import { localDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import { type ListFilter, NO_FILTER } from "@/lib/shared/search-params";
import { personasIn } from "./support/entries";
import { largeWaveOf, waveOf } from "./support/large-wave";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const { read, whole, revise, retract } = largeWaveOf(database);
const words = await readingWords("en");

beforeAll(async () => {
  await database.client.workforce.update({ where: { id: "KZ22-W11" }, data: { slug: "renamed-since" } });
  await revise("KZ22-W11", { slug: "renamed-since" });
  await revise("KZ22-A18", { certainty: "reported" });
  await revise("KZ22-F12", { note: { en: "Corrected." } });
  await revise("KZ22-F12", { note: { en: "Corrected again." } });
});

describe("the log of corrections of a large wave", () => {
  const told = ({ shown, total, isCut }: ReturnType<typeof correctionLogOf>) => ({ shown, total, isCut });

  it("is that of the same wave in memory, however it is narrowed, now and as known on a day", async () => {
    await retract("KZ22-F121");
    const kept = waveOf(await read(null));
    const all = await whole();
    const ofRecord = Object.values(all.revisions).flatMap((versions) => versions.slice(1));
    expect(ofRecord.length).toBeGreaterThan(2);
    const today = localDate(Math.max(...ofRecord.map(({ recordedAt }) => recordedAt)), all.wave.timeZone);
    const { slug } = all.workforces.find(({ id }) => id === "KZ22-W11") ?? { slug: "" };
    const filters: Partial<ListFilter>[] = [
      {},
      ...["correction", "retraction", "figure", "workforce", "source"].map((kind) => ({ kind })),
      ...[{ workforce: slug }, { workforce: slug, kind: "correction" }],
      ...[{ from: today }, { to: addDays(today, -1) }, { from: addDays(today, 1) }, { to: today, kind: "action" }],
    ];
    for (const known_on of [null, addDays(today, -1)]) {
      const contexts = [];
      for (const record of [all, kept]) {
        const lens = lensOf({ ...NO_FILTER, known_on }, record);
        contexts.push(readingContext(readThrough(record, lens), words, record));
      }
      for (const filter of filters) {
        const [one, part] = contexts.map((context) => told(correctionLogOf(context, { ...NO_FILTER, ...filter }, 100)));
        expect(part, JSON.stringify({ known_on, ...filter })).toEqual(one);
      }
    }
  });

  it("has the newest that fit where there are more, says so, and how many there are in all", async () => {
    const context = readingContext(waveOf(await read(null)), words);
    const all = correctionLogOf(context, NO_FILTER, 100);
    const cut = correctionLogOf(context, NO_FILTER, all.total - 1);
    expect([all.isCut, cut.isCut, cut.total]).toEqual([false, true, all.total]);
    expect(cut.shown).toEqual(all.shown.slice(0, -1));
  });

  it("has every text and record that was withheld or put back, also of records of which no version tells it", async () => {
    const { bolat, dana } = await personasIn(database.client);
    const place = async (recordId: string, scope: "texts" | "record", parts: string[]) => {
      const asked = { recordId, scope, parts, ground: "danger", note: "It names somebody." } as const;
      const placed = await database.committed(() => placeWithholding(bolat.id, asked));
      if ("refused" in placed) throw new Error(`${recordId}: ${placed.refused}`);
      return placed.withholdingId;
    };
    await place("KZ22-E38", "texts", ["text"]);
    const back = await place("KZ22-E39", "texts", ["text"]);
    await database.committed(() => liftWithholding(dana.id, { id: back, reason: "It names an office." }));
    await place("KZ22-E37", "record", []);
    await retract("KZ22-F108");
    const all = await whole();
    const kept = waveOf(await read(null));
    const contexts = [all, kept].map((record) => readingContext(record, words));
    const today = localDate(Math.max(...all.withheld.map(({ since }) => since)), all.wave.timeZone);
    const kinds = [null, "withheld", "put_back", "retraction", "correction", "event", "figure"];
    for (const filter of kinds.flatMap((kind) => [{ kind }, { kind, from: today }, { kind, to: addDays(today, -1) }])) {
      for (const most of [100, 2, 1]) {
        const [one, part] = contexts.map((context) => correctionLogOf(context, { ...NO_FILTER, ...filter }, most));
        const fitting = one?.shown ?? [];
        const what = JSON.stringify({ ...filter, most });
        expect(
          part?.shown.map(({ id }) => id),
          what,
        ).toEqual(fitting.slice(0, most).map(({ id }) => id));
        expect([part?.isCut, part?.total], what).toEqual([fitting.length > most, one?.total]);
      }
    }
    const [of] = contexts.map((context) => correctionLogOf(context, { ...NO_FILTER, kind: "withheld" }, 100).shown);
    expect(of?.map(({ recordId }) => recordId).toSorted()).toEqual(["KZ22-E37", "KZ22-E38", "KZ22-E39"]);
  });

  it("can be asked by its address for whatever a wave in memory can", async () => {
    const [kept, all] = [waveOf(await read(null)), await whole()];
    const books = [addressBook([all]), addressBook([kept], inLargeWaves)];
    const asked = [
      "",
      "kind=retraction",
      "kind=figure",
      "workforce=renamed-since",
      "from=2020-01-01",
      "workforce=nobody",
    ];
    for (const route of ["/[locale]/waves/[wave]/corrections", "/[locale]/corrections"]) {
      for (const query of asked) {
        const path = { locale: "en", wave: all.wave.slug };
        const [one, part] = books.map((book) => book.find(route, path, new URLSearchParams(query)));
        expect(part, `${route}?${query}`).toEqual(one);
      }
    }
  });
});
