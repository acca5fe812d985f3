import { describe, expect, it } from "vitest";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { readFigure } from "../schema";
import { momentOf } from "./as-of";
import { claimAxis } from "./claim-axis";
import { compare } from "./comparison";
import { subjectOf } from "./figure-place";
import { standingChoices } from "./standing-choices";

const published = waveRecordOfFiles(readRecordFiles());

const typed = {
  waveId: "kz22",
  workforceId: "KZ22-W11",
  actionId: "KZ22-A18",
  measure: "workers_directly_involved",
  basis: "on_day",
  date: "2022-01-05",
  mode: "number",
  number: "1200",
  claimant: "union",
  sources: [{ existing: "KZ22-S4", quote: "1,200 miners", language: "en" }],
};

function comparisonOf(changes: object, record: WaveRecord = published) {
  const reading = readFigure({ ...typed, ...changes });
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  const subject = subjectOf([record], reading.proposal);
  if (subject === null) throw new Error("No subject.");
  const comparison = compare(subject, reading.proposal, "new_record");
  if (comparison === null) throw new Error("No clock.");
  return comparison;
}

/** The record with one more claim of the same subject, made from one it has. */
function withClaim(changes: Partial<FigureRow>): WaveRecord {
  const [like] = published.figures;
  if (like === undefined) throw new Error("No figure to make one like.");
  const quantity = { ...like.quantity, lower: 1000, upper: 1000, unit: "people", unknown: null, rule: null } as const;
  const claim: FigureRow = {
    ...like,
    ...{ id: "KZ22-F900", subject: "action", actionId: "KZ22-A18", workforceId: "KZ22-W11" },
    ...{ measure: "workers_directly_involved", basis: "on_day", quantity, claimant: "employer", general: false },
    ...{ state: "published", standing: "normal", disputed: false },
    asOf: { earliest: Date.parse("2022-01-04T18:00Z"), latest: Date.parse("2022-01-05T18:00Z") - 1, precision: "day" },
    citations: [{ sourceId: "KZ22-S4", words: null, wordsLanguage: null, reliability: "a", contradicts: false }],
    ...changes,
  };
  return { ...published, figures: [...published.figures, claim] };
}

describe("the proposed claim beside the record", () => {
  it("stands alone where nothing is on record", () => {
    const comparison = comparisonOf({});
    const { existing, before, impact } = comparison;
    expect([existing, before, impact.required]).toEqual([[], null, 1]);
    const told = standingChoices({ comparison, plain: null }).map((choice) =>
      choice.range === null ? [choice.standing] : [choice.standing, choice.range.lower, choice.how, choice.others],
    );
    // Set aside, it leaves nothing that could be accepted; alone and disputed, it is claimed and not accepted.
    expect(told).toEqual([
      ["normal", 1200, "normal", 0],
      ["preferred", 1200, "preferred", 0],
      ["deprecated", null, "allSetAside", 0],
      ["disputed", 1200, "onlyDisputed", 0],
    ]);
  });

  it("shows the accepted range before and after, and the dispute it would make", () => {
    const comparison = comparisonOf({}, withClaim({}));
    const { existing, before, notes } = comparison;
    expect(existing.map(({ id }) => id)).toEqual(["KZ22-F900"]);
    expect(before).toMatchObject({ lower: 1000, upper: 1000, disputed: false });
    const choices = standingChoices({ comparison, plain: null });
    const ranges = choices.map(({ range }) => [range?.lower, range?.upper, range?.disputed]);
    expect(ranges).toEqual([
      [1000, 1200, true],
      [1200, 1200, true],
      [1000, 1000, false],
      [1000, 1200, true],
    ]);
    const told = choices.map((choice) => (choice.range === null ? [] : [choice.how, choice.others]));
    expect(told).toEqual([
      ["normal", 0],
      ["preferred", 1],
      ["normal", 0],
      ["normal", 0],
    ]);
    expect(notes).toContain("contradicts_claims");
  });

  it("meets only claims of the same subject, measure, basis and moment", () => {
    const others: Partial<FigureRow>[] = [
      { actionId: "KZ22-A110" },
      { workforceId: "KZ22-W10" },
      { measure: "attendance" },
      { basis: "peak" },
      { state: "retracted" },
      {
        asOf: {
          earliest: Date.parse("2022-01-03T18:00Z"),
          latest: Date.parse("2022-01-04T18:00Z") - 1,
          precision: "day",
        },
      },
    ];
    for (const other of others) expect(comparisonOf({}, withClaim(other)).existing).toEqual([]);
    // Counted at its peak, and of the day before: read beside it, and told once.
    const near = others.map((other) => comparisonOf({}, withClaim(other))).filter((one) => one.near.length > 0);
    expect(near.map((one) => one.near.map(({ id }) => id))).toEqual([["KZ22-F900"], ["KZ22-F900"]]);
    expect(near.flatMap((one) => one.elsewhere.map(({ id }) => id))).not.toContain("KZ22-F900");
  });

  it("meets a claim that names no workforce where the action has one only, or where the measure is the action's", () => {
    expect(comparisonOf({}, withClaim({ workforceId: null })).existing.map(({ id }) => id)).toEqual(["KZ22-F900"]);
    const crowd = { actionId: "KZ22-A110", measure: "attendance", date: "2022-01-06", number: "9000" };
    const { existing, elsewhere, impact } = comparisonOf(crowd);
    expect(existing.map(({ id }) => id)).toContain("KZ22-F108");
    expect(elsewhere.map(({ id }) => id)).not.toContain("KZ22-F108");
    expect(impact).toEqual({ required: 2, reasons: ["far_from_existing"] });
    const shared = { ...crowd, measure: "workers_directly_involved" };
    const together = withClaim({ actionId: "KZ22-A110", workforceId: null });
    expect(comparisonOf({ ...shared, date: "2022-01-05" }, together).existing).toEqual([]);
    expect(comparisonOf(shared, together).elsewhere.map(({ id }) => id)).toContain("KZ22-F900");
  });

  it("tells a duplicate by the same numbers from the same source, under any spelling of its address", () => {
    const record = withClaim({
      quantity: {
        ...(published.figures[0] as FigureRow).quantity,
        lower: 1200,
        upper: 1200,
        unit: "people",
        unknown: null,
      },
    });
    expect(comparisonOf({}, record).duplicates).toEqual(["KZ22-F900"]);
    expect(comparisonOf({ number: "1300" }, record).duplicates).toEqual([]);
    const url = `${record.sources.find(({ id }) => id === "KZ22-S4")?.url}#quote`;
    const again = [{ url, title: "Again", language: "en", quote: "1,200 miners" }];
    expect(comparisonOf({ sources: again }, record).duplicates).toEqual(["KZ22-F900"]);
  });

  it("names the claims it shares no number with, none of them one that says the same", () => {
    const [first] = withClaim({}).figures.filter(({ id }) => id === "KZ22-F900");
    if (first === undefined) throw new Error("No claim.");
    const said = { ...first.quantity, lower: 1200, upper: 1200 };
    const both = { ...withClaim({}), figures: [first, { ...first, id: "KZ22-F901", quantity: said }] };
    const { contradicted, duplicates } = comparisonOf({}, both);
    expect([duplicates, contradicted]).toEqual([["KZ22-F901"], ["KZ22-F900"]]);
  });

  it("flags a source of the same origin", () => {
    expect(comparisonOf({}, withClaim({})).sources[0]?.sameOrigin).toEqual(["KZ22-F900"]);
    expect(
      comparisonOf({ sources: [{ existing: "KZ22-S5", quote: "1200" }] }, withClaim({})).sources[0]?.sameOrigin,
    ).toEqual([]);
  });

  it("needs two approvals for what is far from the record, and not for what a deprecated claim says", () => {
    expect(comparisonOf({ number: "9000" }, withClaim({})).impact).toEqual({
      required: 2,
      reasons: ["far_from_existing"],
    });
    expect(comparisonOf({ number: "9000" }, withClaim({ standing: "deprecated" })).impact.required).toBe(1);
  });

  it("says what to look at: words, tiers, gaps, times before the action", () => {
    const quoted = [{ existing: "KZ22-S4", quote: "more than 1,500 miners" }];
    expect(comparisonOf({ sources: quoted }).notes).toContain("words_differ");
    const about = comparisonOf({ sources: [{ existing: "KZ22-S4", quote: "about 1,200 miners" }] }).notes;
    expect(about.filter((note) => note.startsWith("words"))).toEqual(["words_about"]);
    expect(comparisonOf({ mode: "words_only", words: "the whole shift", wordsLanguage: "en" }).notes).toContain(
      "words_unread",
    );
    expect(comparisonOf({ sources: [{ existing: "KZ22-S1", quote: "1,200" }] }).notes).toContain("only_tier_two");
    expect(comparisonOf({ date: "2022-01-02" }).notes).toContain("before_action");
    expect(comparisonOf({ date: "2022-01-06" }).notes).toContain("in_coverage_gap");
    expect(comparisonOf({ date: "2022-01-03" }).notes).not.toContain("in_coverage_gap");
  });
});

describe("the moment a figure speaks of", () => {
  const offsets = [{ minutes: 360, from: "2004-10-31", to: "2024-03-01" }];
  const at = (precision: "day" | "part_of_day" | "hour" | "week", rest: object = {}) => {
    const moment = momentOf({ date: "2022-01-05", precision, part: null, hour: null, ...rest }, offsets);
    return moment && [new Date(moment.earliest).toISOString(), new Date(moment.latest).toISOString()];
  };

  it("is a day, a part of it, an hour or the week, each to its last millisecond", () => {
    expect(at("day")).toEqual(["2022-01-04T18:00:00.000Z", "2022-01-05T17:59:59.999Z"]);
    expect(at("part_of_day", { part: "evening" })).toEqual(["2022-01-05T12:00:00.000Z", "2022-01-05T17:59:59.999Z"]);
    expect(at("part_of_day", { part: "night" })).toEqual(["2022-01-05T14:00:00.000Z", "2022-01-05T23:59:59.999Z"]);
    expect(at("hour", { hour: 23 })).toEqual(["2022-01-05T17:00:00.000Z", "2022-01-05T17:59:59.999Z"]);
    expect(at("week")).toEqual(["2022-01-02T18:00:00.000Z", "2022-01-09T17:59:59.999Z"]);
  });

  it("is nothing where no clock is on record", () => {
    expect(momentOf({ date: "2030-01-01", precision: "day", part: null, hour: null }, offsets)).toBeNull();
  });
});

describe("the axis of claims", () => {
  it("draws open ends to its edge and leaves unknowns out", () => {
    const claim = (id: string, lower: number | null, upper: number | null) => ({
      id,
      quantity: { lower, upper },
      isPercent: true,
    });
    const axis = claimAxis([claim("a", 50, null), claim("b", null, 20), claim("c", null, null)]);
    expect(axis?.marks).toEqual([
      { id: "a", from: 50, to: 100, isOpenBelow: false, isOpenAbove: true },
      { id: "b", from: 0, to: 20, isOpenBelow: true, isOpenAbove: false },
    ]);
    expect(claimAxis([claim("c", null, null)])).toBeNull();
  });

  it("ends on a round number with round numbers between, beyond what has no upper end", () => {
    const alone = (lower: number, upper: number | null) =>
      claimAxis([{ id: "a", quantity: { lower, upper }, isPercent: false }]);
    expect(alone(1300, 1300)).toMatchObject({ high: 1500, marks: [{ isOpenAbove: false }] });
    expect(alone(1300, 1300)?.ticks.map(({ value }) => value)).toEqual([0, 500, 1000, 1500]);
    expect(alone(1500, null)?.high).toBe(2000);
    expect(alone(0, 0)?.high).toBe(1);
  });
});
