import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { ActionRow } from "@/lib/domain/wave-record";
import { viewContext } from "@/lib/features/figures/view/view-context";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { joiningCharts } from "./joining-chart";
import type { SpreadContext } from "./spread-context";

const record = waveRecordOfFiles(readRecordFiles());
const messages = await readMessages("en");
const words = createTranslator({ locale: "en", messages, timeZone: "UTC", namespace: "spread" });
const reading = await readingWords("en");

function contextOf(actions: readonly ActionRow[] = record.actions): SpreadContext {
  const changed = { ...record, actions: [...actions] };
  const axis = viewContext(changed, viewWords("en", messages));
  return { ...readingContext(changed, reading), words: (key, values) => words(key, values), axis };
}

const chartOf = (kind: "strike" | "rally", context = contextOf()) => {
  const chart = joiningCharts(context).find((one) => one.kind === kind);
  if (!chart) throw new Error(kind);
  return chart;
};

describe("the chart of joining", () => {
  it("says the order in a sentence", () => {
    expect(chartOf("strike").finding).toMatch(
      /^Strikes: Mangystau or Atyrau first, on 3 January; 6 of 17 regions had joined by \d January; 11 never/,
    );
    expect(chartOf("rally").finding).toMatch(
      /^Rallies: Mangystau first, on \d January; 16 of 17 regions had joined by \d January; 1 never/,
    );
    expect(chartOf("rally", contextOf([])).finding).toBe("No rally in any of 17 regions is in the record");
  });

  it("says once how far the clocks of the regions are apart, where they are", () => {
    expect(chartOf("strike").clocks).toMatch(/^Clocks in the regions are up to 1 hour apart\./);
    expect(chartOf("rally").clocks).toBeNull();
    const oneClock = record.regions.map((region) => ({
      ...region,
      utcOffsets: [{ minutes: 300, from: null, to: null }],
    }));
    expect(chartOf("strike", { ...contextOf(), record: { ...record, regions: oneClock } }).clocks).toBeNull();
  });

  it("has regions of the same times, and those never in the record, in the order of the alphabet", () => {
    const groups = Map.groupBy(chartOf("rally").rows, ({ bar }) => bar && `${bar.rank} ${bar.from} ${bar.to}`);
    expect(groups.size).toBeGreaterThan(2);
    const names = [...groups.values(), chartOf("strike").rows.filter(({ bar }) => bar === null)].map((own) =>
      own.map(({ name }) => name),
    );
    expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(5);
    for (const own of names) expect(own).toEqual(own.toSorted(new Intl.Collator("en").compare));
  });

  it("names those of which nobody can say which was first, and counts them when they are many", () => {
    const rallies = record.actions.filter(({ id }) => ["KZ22-A24", "KZ22-A26"].includes(id));
    expect(chartOf("rally", contextOf(rallies)).finding).toMatch(
      /^Rallies: (?:Jambyl or Turkistan|Turkistan or Jambyl) first, on 4 January; 2 of/,
    );
    const day = record.actions.filter(({ id }) => /^KZ22-A(24|26|28|30)$/.test(id));
    expect(chartOf("rally", contextOf(day)).finding).toMatch(/^Rallies: one of 4 regions first, on 4 January; 4 of 17/);
  });

  it("has a row for every region, those that joined above", () => {
    const { rows } = chartOf("strike");
    expect(rows).toHaveLength(17);
    expect(rows.findIndex(({ bar }) => bar === null)).toBe(6);
    expect(rows[0]).toMatchObject({ code: "KZ-MAN", bar: { place: "1–2", rank: 1 } });
  });

  it("draws a day of any clock as the same column of the axis", () => {
    const [one, other] = ["KZ-AKT", "KZ-SHY"].map((code) => {
      const own = record.actions.filter(({ id }) => id === (code === "KZ-AKT" ? "KZ22-A22" : "KZ22-A27"));
      return chartOf("rally", contextOf(own)).rows[0]?.bar;
    });
    expect(one?.from).toBe(other?.from);
    expect(record.actions.find(({ id }) => id === "KZ22-A22")?.period.start.earliest).not.toBe(
      record.actions.find(({ id }) => id === "KZ22-A27")?.period.start.earliest,
    );
  });

  it("ends no bar before it begins, and gives the same rank to what is tied", () => {
    for (const kind of ["strike", "rally"] as const) {
      const bars = chartOf(kind).rows.flatMap(({ bar }) => bar ?? []);
      expect(bars.filter(({ from, to }) => to < from)).toEqual([]);
      expect(bars.every(({ rank, place }) => Number(place.split("–")[0]) >= rank)).toBe(true);
    }
  });

  it("lays the country's cut over every row and says whose silence proves nothing", () => {
    const { rows, unseen } = chartOf("strike");
    expect(rows.every(({ veils }) => veils.length > 0)).toBe(true);
    expect(unseen).toContain("11 of those never in the record");
  });
});
