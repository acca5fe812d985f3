import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { regionLanes } from "@/lib/features/comparisons/view/lanes";
import { comparedRegions } from "@/lib/features/comparisons/view/regions";
import { comparedWorkforces } from "@/lib/features/comparisons/view/workforces";
import { chartView } from "@/lib/features/figures/view";
import { loadRegions } from "@/lib/features/regions/loaders";
import { regionsOfWave } from "@/lib/features/regions/view/record-spread";
import { regionView } from "@/lib/features/regions/view/region";
import { partAroundWorkforces, partInRegions } from "@/lib/features/shelf/data/find";
import { lensOf, readThrough } from "@/lib/features/waves/view/asked-lens";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { NO_FILTER } from "@/lib/shared/search-params";
import { loadSynthetic } from "@/prisma/seed/synth/load-synthetic";
import { charts, type Pair, readPairs } from "./support/part-and-whole";
import { testDatabase } from "./support/test-database";

/** What is said of some regions or workforces of a large wave, from the part of it that is at hand. */
const database = testDatabase("record");
const readings = await readingWords("en");
const pairs: Pair[] = [];

beforeAll(async () => {
  await loadSynthetic(database.client, database.url, { figures: 240, actions: 60, workforces: 9, seed: 7 });
  pairs.push(...(await readPairs(database.client)));
}, 120_000);
afterAll(() => pairs.splice(0));

const KNOWN = [null, "2019-04-01", "2022-01-05"] as const;

function daysOf({ whole }: Pair) {
  return KNOWN.filter((day) => day === null || day.slice(0, 4) === whole.wave.firstDay.slice(0, 4));
}

describe("what is made from a part of a wave", () => {
  it("is a region's page and a comparison of regions, now and as known on a day", async () => {
    for (const pair of pairs) {
      const codes = regionsOfWave(pair.whole).map(({ id }) => id);
      for (const day of daysOf(pair)) {
        const lens = day === null ? NO_LENS : lensOf({ ...NO_FILTER, known_on: day }, pair.whole);
        const inRegion = async (record: WaveRecord, kept: WaveRecord) =>
          loadRegions(readingContext(readThrough(record, lens), readings, kept));
        const whole = await inRegion(pair.whole, pair.whole);
        for (const code of codes) {
          const record = partInRegions(pair.kept, [code], lens.knownAt);
          expect(record.part?.related, code).toBeUndefined();
          const part = await inRegion(record, pair.kept);
          expect(regionView(part, code), `${code} ${day}`).toEqual(regionView(whole, code));
        }
        const several = codes.slice(0, 4);
        const part = await inRegion(partInRegions(pair.kept, several, lens.knownAt), pair.kept);
        expect(comparedRegions(several, part)).toEqual(comparedRegions(several, whole));
        expect(regionLanes(several, part)).toEqual(regionLanes(several, whole));
      }
    }
  }, 120_000);

  it("is a comparison of workforces, with its chart", async () => {
    for (const { whole, kept } of pairs) {
      const several = whole.workforces.slice(0, 4).map(({ slug }) => slug);
      const part = partAroundWorkforces(kept, several);
      const [one, other] = await Promise.all(
        [whole, part].map(async (record) =>
          comparedWorkforces(several, await loadRegions(readingContext(record, readings))),
        ),
      );
      expect(other).toEqual(one);
      const only = { workforceIds: one?.subjects.map(({ id }) => id) ?? [] };
      expect(chartView("participation", part, charts, only)).toEqual(chartView("participation", whole, charts, only));
    }
  });
});
