import { beforeAll, describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { comparedRegions } from "@/lib/features/comparisons/view/regions";
import { loadRegions } from "@/lib/features/regions/loaders";
import { regionView } from "@/lib/features/regions/view/region";
import { partInRegions } from "@/lib/features/shelf/data/find";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { loadSynthetic } from "@/prisma/seed/synth/load-synthetic";
import { type Pair, readPairs } from "./support/part-and-whole";
import { testDatabase } from "./support/test-database";

/** A region of a large wave in which more happened than a page has room for. */
const database = testDatabase("record");
const readings = await readingWords("en");
let pair: Pair | undefined;

beforeAll(async () => {
  await loadSynthetic(database.client, database.url, { figures: 1600, actions: 1600, workforces: 9, seed: 7 });
  pair = (await readPairs(database.client)).find(({ whole }) => whole.wave.code === "ZZ22");
}, 120_000);

const inRegions = (record: WaveRecord) => loadRegions(readingContext(record, readings));

describe("the part of a wave that happened in a region", () => {
  it("is bounded and says of how many it is, and when the region joined and its days are those of the whole", async () => {
    if (!pair) throw new Error("No made-up wave");
    const record = partInRegions(pair.kept, ["KZ-MAN"], null);
    const { shown = 0, all = 0 } = record.part?.related ?? {};
    expect(shown).toBeLessThan(all);
    expect(record.actions.length + record.figures.length).toBeLessThan(600);
    const [part, whole] = [await inRegions(record), await inRegions(pair.whole)];
    const [some, every] = [part, whole].map((context) => regionView(context, "KZ-MAN"));
    expect({ first: some?.first, days: some?.days }).toEqual({ first: every?.first, days: every?.days });
    expect(some?.timeline.length).toBeLessThan(every?.timeline.length ?? 0);
  });

  it("compares nothing that it would have to count, and the rest as the whole does", async () => {
    if (!pair) throw new Error("No made-up wave");
    const codes = ["KZ-MAN", "KZ-KAR"];
    const part = comparedRegions(codes, await inRegions(partInRegions(pair.kept, codes, null)));
    const whole = comparedRegions(codes, await inRegions(pair.whole));
    const kept = ["first_strike", "first_rally", "days_with_strike", "days_with_rally", "population"];
    expect(part.rows.map(({ key }) => key)).toEqual(kept);
    expect(part.rows).toEqual(whole.rows.filter(({ key }) => kept.includes(key)));
  });
});
