import { describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readThrough } from "@/lib/features/waves/view/asked-lens";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { loadSpread } from "../loaders";
import { regionDaysView } from "./region-days";
import { askedOrder, type RegionOrder } from "./region-order";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const step = { key: "2022-01-04T00:00", date: "2022-01-04", part: "day" } as const;

async function viewOf(order: RegionOrder = "joining", of: WaveRecord = record) {
  return regionDaysView(await loadSpread(readingContext(of, words, record)), { order, step });
}

describe("a small timeline for each region", () => {
  it("has the days of the wave for all, and says what it draws", async () => {
    const { rows, days, ends } = await viewOf();
    expect(rows).toHaveLength(17);
    expect({ days, ends }).toEqual({ days: 12, ends: { first: "1 Jan", last: "12 Jan" } });
    const karaganda = rows.find(({ code }) => code === "KZ-KAR");
    expect(karaganda?.runs.find(({ state }) => state === "strike")).toMatchObject({ first: 3, possible: false });
    expect(karaganda?.words).toMatch(/^strike: 4 Jan/);
    for (const { runs } of rows) {
      expect(runs.filter(({ first, last }) => first > last || first < 0 || last >= days)).toEqual([]);
    }
  });

  it("keeps what is only possible apart from what is certain", async () => {
    const atyrau = (await viewOf()).rows.find(({ code }) => code === "KZ-ATY");
    const strikes = atyrau?.runs.filter(({ state }) => state === "strike") ?? [];
    expect(strikes[0]).toMatchObject({ first: 2, last: 2, possible: true });
    expect(strikes[1]).toMatchObject({ first: 3, possible: false });
    expect(atyrau?.words).toContain("3 Jan (possibly)");
  });

  it("stands in the order asked for, those never on record last", async () => {
    const names = async (order: RegionOrder) => (await viewOf(order)).rows.map(({ name }) => name);
    const [joining, geography, name] = [await names("joining"), await names("geography"), await names("name")];
    expect(joining[0]).toBe("Mangystau");
    expect(joining.at(-1)).toBe("Akmola");
    expect(name).toEqual(name.toSorted((a, b) => a.localeCompare(b, "en")));
    expect(geography.indexOf("West Kazakhstan")).toBeLessThan(geography.indexOf("Aktobe"));
    expect(geography.at(-1)).toBe("East Kazakhstan");
    expect(new Set([...joining, ...geography, ...name]).size).toBe(17);
    expect(askedOrder({ order: "nonsense" })).toEqual({ order: "joining", isWrong: true, missed: true });
    expect(askedOrder({ left_out: "order" })).toEqual({ order: "joining", isWrong: false, missed: true });
    expect(askedOrder({ order: "name" })).toEqual({ order: "name", isWrong: false, missed: false });
  });

  it("draws nothing of days after the one it is read on", async () => {
    const lens = { ...NO_LENS, knownOn: "2022-01-05", knownAt: Date.parse("2022-01-05T18:00Z") - 1 };
    const { rows } = await viewOf("joining", readThrough(record, lens));
    expect(Math.max(...rows.flatMap(({ runs }) => runs.map(({ last }) => last)))).toBeLessThanOrEqual(4);
  });
});
