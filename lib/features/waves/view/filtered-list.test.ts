import { describe, expect, it } from "vitest";
import { demandsFile, demandsView } from "@/lib/features/demands/view";
import { timelineDays, timelineExtract, timelineFile, timelineView } from "@/lib/features/events/view";
import { solidarityView } from "@/lib/features/solidarity/view";
import { sourceGroups, sourcesFile, sourcesView } from "@/lib/features/sources/view";
import { columnNames } from "@/lib/shared/files/file-registry";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { filteredList } from "./filtered-list";
import { readingContext } from "./reading-context";
import { readingWords } from "./reading-words";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const context = readingContext(record, words);
const timeline = timelineView(context);
const narrowed = (params: Record<string, string>) => filteredList("timeline", timelineView, { context, params });

describe("the timeline", () => {
  it("holds every action and event once, in the order in which they began, the undated last", () => {
    expect(timeline).toHaveLength(record.actions.length + record.events.length);
    const dated = timeline.filter(({ dayKey }) => dayKey !== null).map(({ startsAt }) => startsAt);
    expect(dated).toEqual(dated.toSorted((a, b) => a - b));
    expect(timelineDays(timeline, context).at(-1)?.key).toBe("undated");
  });

  it("stands under the local day of the place", () => {
    const first = timelineDays(timeline, context).find(({ key }) => key === "2022-01-01");
    expect(first?.items.map(({ id }) => id)).toContain("KZ22-A101");
    expect(first?.title).toBe("1 January 2022");
  });

  it("says unknown in words, and who counted what is known", () => {
    const details = (id: string) => timeline.find((item) => item.id === id)?.details.map(({ text }) => text) ?? [];
    expect(details("KZ22-A5")).toEqual(["workers on strike: no one has reported a number"]);
    expect(details("KZ22-A20")).toEqual(["people at the gathering: at least 5,000 (press)"]);
    const [claims] = timeline.find(({ id }) => id === "KZ22-A20")?.details ?? [];
    expect(context.record.figures.find(({ id }) => claims?.href?.endsWith(`/records/${id}`))?.actionId).toBe(
      "KZ22-A20",
    );
  });

  it("has a short form with something of every day that has anything", () => {
    const extract = timelineExtract(timeline, 12);
    expect(extract).toHaveLength(12);
    const days = new Set(timeline.flatMap(({ dayKey }) => dayKey ?? []));
    expect(new Set(extract.map(({ dayKey }) => dayKey)).size).toBe(Math.min(12, days.size));
  });

  it("leaves out what was retracted", () => {
    const actions = record.actions.map((one) => ({ ...one, state: "retracted" as const }));
    const left = timelineView(readingContext({ ...record, actions }, words));
    expect(left).toHaveLength(record.events.length);
  });
});

describe("a narrowed list", () => {
  it("keeps what fits every chosen value", () => {
    const { shown } = narrowed({ region: "KZ-KAR", kind: "strike" });
    expect(shown.map(({ id }) => id)).toEqual(["KZ22-A16", "KZ22-A17", "KZ22-A18", "KZ22-A111"]);
    expect(narrowed({ workforce: "kazakhmys-miners" }).shown.map(({ id }) => id)).toContain("KZ22-A110");
    expect(narrowed({ from: "2022-01-09", to: "2022-01-09" }).shown.map(({ id }) => id)).toContain("KZ22-E112");
  });

  it("cuts days on the clock of each place, so that no western day leaks into the next", () => {
    const ids = (date: string) => narrowed({ from: date, to: date }).shown.map(({ id }) => id);
    for (const id of ["KZ22-A106", "KZ22-A20", "KZ22-E103"]) {
      expect(ids("2022-01-04")).toContain(id);
      expect(ids("2022-01-05")).not.toContain(id);
    }
  });

  it("counts as strikes and rallies what the bars of the charts count, and keeps the finer kinds", () => {
    const kinds = (kind: string) => new Set(narrowed({ kind }).shown.map(({ facets }) => facets.kind));
    expect([...kinds("rally")]).toEqual(expect.arrayContaining(["rally", "march", "occupation"]));
    expect([...kinds("march")]).toEqual(["march"]);
    const stopped = record.actions.filter(({ type, stoppage }) =>
      type === "strike" ? stoppage !== "no" : stoppage === "yes",
    );
    expect(narrowed({ kind: "strike" }).shown).toHaveLength(stopped.length);
  });

  it("tells a number nobody reported from one somebody did", () => {
    expect(narrowed({ known: "no" }).shown.map(({ id }) => id)).toContain("KZ22-A5");
    expect(narrowed({ known: "yes" }).shown.map(({ id }) => id)).not.toContain("KZ22-A5");
  });

  it("is empty for a region of which nothing is known, not everything", () => {
    const solidarity = filteredList("solidarity", solidarityView, { context, params: { region: "KZ-AKM" } });
    expect(solidarity.shown).toEqual([]);
    expect(solidarity.leftOut).toEqual([]);
  });

  it("names what it left out and keeps the address of its file equal to what is shown", () => {
    const list = narrowed({ region: "Atlantis", kind: "strike", page: "7" });
    expect(list.leftOut).toEqual(["region"]);
    expect(list.csv).toBe("/api/v1/waves/kazakhstan-january-2022/timeline.csv?kind=strike&locale=en");
  });
});

describe("days beyond those of a list", () => {
  const sources = sourcesView(context);
  const of = (params: Record<string, string>) => filteredList("sources", sourcesView, { context, params }).shown;

  it("narrow it to what the nearest day beside it does, undated sources kept out", () => {
    const undated = sources.filter(({ publishedOn }) => publishedOn === null);
    expect(undated.length).toBeGreaterThan(0);
    expect(of({ from: "0001-01-01" })).toEqual(sources.filter(({ publishedOn }) => publishedOn !== null));
    expect(of({ from: "9999-12-30" })).toEqual([]);
    expect(of({ to: "0001-01-01" })).toEqual([]);
  });

  it("are not offered where nothing is dated", () => {
    const list = filteredList("sources", () => sources.filter(({ publishedOn }) => publishedOn === null), {
      context,
      params: { from: "2022-01-01" },
    });
    expect(list.choices).not.toHaveProperty("from");
    expect(list.filter.from).toBeNull();
  });
});

describe("demands, solidarity and sources", () => {
  it("say what a demand was answered with, or that it was not", () => {
    const demands = demandsView(context);
    expect(demands[0]?.answers.map(({ id }) => id)).toEqual(["KZ22-E112"]);
    expect(demands.some(({ answers }) => answers.length === 0)).toBe(true);
  });

  it("put support without a date last", () => {
    expect(solidarityView(context).at(-1)).toMatchObject({
      id: "KZ22-L61",
      when: "date not given",
      country: "Türkiye",
    });
  });

  it("put sources of one origin together and say whom they contradict", () => {
    const sources = sourcesView(context);
    const group = sourceGroups(sources).find(({ items }) => items.some(({ id }) => id === "KZ22-S1"));
    expect(group?.items.map(({ id }) => id)).toContain("KZ22-S3");
    const italian = sources.find(({ id }) => id === "KZ22-S62");
    expect(italian?.cites.find(({ id }) => id === "KZ22-F12")?.contradicts).toBe(true);
    expect(sourceGroups(sources).flatMap(({ items }) => items)).toHaveLength(sources.length);
  });

  it("are whole sentences in every language", async () => {
    for (const locale of LOCALES) {
      const reading = readingContext(record, await readingWords(locale));
      const said = JSON.stringify([
        timelineView(reading),
        demandsView(reading),
        solidarityView(reading),
        sourcesView(reading),
      ]);
      expect(said).not.toMatch(/undefined|pages\.|\{count|NaN/);
    }
  });
});

describe("the files of the lists", () => {
  it("have the columns they promise and the rows that are shown", () => {
    const { header, rows } = timelineFile(narrowed({ kind: "strike" }).shown, context);
    expect(header).toEqual(columnNames("timeline"));
    expect(rows).toHaveLength(narrowed({ kind: "strike" }).shown.length);
    expect(demandsFile(demandsView(context), context).rows).toHaveLength(record.demands.length);
    expect(sourcesFile(sourcesView(context)).rows.every((row) => row.length === columnNames("sources").length)).toBe(
      true,
    );
  });

  it("leave unknown empty", () => {
    const { header, rows } = timelineFile(timeline, context);
    const end = header.indexOf("end_earliest");
    expect(rows.find(([id]) => id === "KZ22-A16")?.[end]).toBe("");
  });
});
