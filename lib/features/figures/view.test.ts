import { describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { CHART_KINDS } from "@/lib/shared/chart/chart";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { chartView, participationView, reachView } from "./view";
import { viewWords } from "./view/view-words";

const record: WaveRecord = waveRecordOfFiles(readRecordFiles());
const wordsOf = async (locale: Locale) =>
  viewWords(locale, await readMessages(locale), (problem) => {
    throw problem;
  });

describe("the record of January 2022", () => {
  it.each(LOCALES)("is said whole in %s, every text of it", async (locale) => {
    const words = await wordsOf(locale);
    for (const kind of CHART_KINDS) {
      const view = chartView(kind, record, words);
      expect(JSON.stringify(view)).not.toMatch(/NaN|undefined|charts\.|site\.|\{\w+\}/);
      expect(Object.values(view.head).every((text) => text !== "")).toBe(true);
      for (const { cells } of view.table.rows) expect(cells).toHaveLength(view.table.columns.length);
      for (const fields of view.file.rows) expect(fields).toHaveLength(view.file.header.length);
    }
  });

  it("finds eleven workforces on strike and one disputed figure", async () => {
    const view = participationView(record, await wordsOf("en"));
    expect(view.head.finding).toBe("Eleven workforces were reported on strike; one has a figure, and it is disputed");
    const points = view.drawing.rows.flatMap((row) => row.scales.flatMap((scale) => scale.points));
    expect(points.map(({ id, lower, upper, disputed }) => ({ id, lower, upper, disputed }))).toEqual([
      { id: "KZ22-F12", lower: 75, upper: 75, disputed: true },
    ]);
    expect(view.drawing.rows.filter((row) => row.remark !== null)).toHaveLength(10);
  });

  it("keeps a day of Aktau one day, though the wave's clock is Almaty's", async () => {
    const view = participationView(record, await wordsOf("en"));
    const [bar] = view.drawing.rows.find((row) => row.id === "KZ22-W3")?.bars ?? [];
    const third = view.drawing.axis.days[2];
    expect([bar?.startEarliest, bar?.startLatest]).toEqual([third?.start, (third?.end ?? 0) - 1]);
    const day = reachView(record, await wordsOf("en")).drawing.panels[0]?.strikes[2];
    expect(day).toMatchObject({ sure: 1, possible: 1 });
  });

  it("says in words what is dated to a month only, and draws no bar for it on any day", async () => {
    const view = participationView(record, await wordsOf("en"));
    const row = view.drawing.rows.find(({ undated }) => undated.length > 0);
    expect(row?.undated).toEqual([
      { text: "another strike: date not given (January 2022)", href: "/en/records/KZ22-A111" },
    ]);
    expect(row?.bars.map((bar) => bar.id)).not.toContain("KZ22-A111");
    expect(reachView(record, await wordsOf("en")).head.coverage).toContain("dated to a week or more vaguely");
  });

  it("keeps true instants in the file", async () => {
    const { file } = participationView(record, await wordsOf("ru"));
    const of = (name: string) => file.header.indexOf(name);
    const row = file.rows.find((fields) => fields[of("record_id")] === "KZ22-A5");
    expect(row?.[of("start_earliest")]).toBe("2022-01-02T19:00:00.000Z");
    expect(row?.[of("workforce")]).toBe("Workers of Mangystau");
  });
});
