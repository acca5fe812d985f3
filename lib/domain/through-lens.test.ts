import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticAction } from "@/prisma/seed/synthetic-record";
import { NO_LENS } from "./lens";
import { atLeast, exact, unknown } from "./quantity";
import { throughLens } from "./through-lens";
import type { FigureRow, RevisionRow, WaveRecord } from "./wave-record";
import { readWords } from "./words";

const DAY = 86_400_000;

function figure(id: string, changed: Partial<FigureRow> = {}): FigureRow {
  return {
    ...{ id, state: "published", retractedReason: null, revision: 1, recordedAt: 0, citations: [] },
    ...{ subject: "wave", actionId: null, eventId: null, regionId: null, workforceId: null, general: false },
    ...{ measure: "attendance", basis: "on_day", quantity: exact(100, "people") },
    asOf: { earliest: 0, latest: DAY - 1, precision: "day" },
    ...{ claimant: "press", claimantNames: null, claimantName: null, standing: "normal", standingReason: null },
    ...{ disputed: false, disputeReason: null, note: null, wordsLanguage: null },
    ...changed,
  };
}

function recordOf(figures: FigureRow[], revisions: WaveRecord["revisions"] = {}): WaveRecord {
  return {
    ...{
      openCorrections: {},
      withheld: [],
      approvals: {},
      seals: [],
      version: 1,
      publishedAt: 0,
      regions: [],
      localities: [],
      employers: [],
      shapes: null,
      sources: [],
      workforces: [],
    },
    ...{ workforceSizes: [], actions: [], events: [], demands: [], solidarity: [], coverageNotes: [] },
    wave: {
      ...{ id: "zz30", code: "ZZ30", slug: "synthetic-zz30", names: {}, summary: {}, country: "ZZ" },
      ...{
        firstDay: "1970-01-01",
        lastDay: "1970-01-10",
        openEnd: false,
        timeZone: "UTC",
        state: "live",
        synthetic: true,
      },
    },
    figures,
    revisions,
  };
}

/** A figure that was 100, was corrected to 200 on day 2 and retracted on day 4. */
function corrected(): { record: WaveRecord; at: (day: number) => FigureRow[] } {
  const versions = [
    figure("ZZ30-F1"),
    figure("ZZ30-F1", { revision: 2, recordedAt: 2 * DAY, quantity: exact(200, "people") }),
    figure("ZZ30-F1", { revision: 3, recordedAt: 4 * DAY, state: "retracted", retractedReason: "counted twice" }),
  ];
  const rows: RevisionRow[] = versions.map((row) => ({
    ...{ number: row.revision, recordedAt: row.recordedAt, retracts: row.state === "retracted", reason: null, row },
  }));
  const record = recordOf(versions.slice(-1), { "ZZ30-F1": rows });
  return {
    record,
    at: (day) => throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt: day * DAY }).figures,
  };
}

describe("a record read through no lens", () => {
  it("is the record itself", () => {
    const record = recordOf([figure("ZZ30-F1")]);
    expect(throughLens(record, NO_LENS)).toBe(record);
    expect(throughLens(record, NO_LENS).lens).toBeUndefined();
  });
});

describe("a record as known at a moment", () => {
  it("has each record in the version that was in force then, and none that came later", () => {
    const { at } = corrected();
    expect(at(-1)).toEqual([]);
    expect(at(0)[0]?.quantity.lower).toBe(100);
    expect(at(2)[0]?.quantity.lower).toBe(200);
    expect(at(4)[0]).toMatchObject({ state: "retracted", retractedReason: "counted twice" });
  });

  it("knows a version recorded at that very moment and not one a millisecond later", () => {
    const { at } = corrected();
    expect(at(2 - 1 / DAY)[0]?.quantity.lower).toBe(100);
    expect(at(2)[0]?.revision).toBe(2);
  });

  it("counts the highest number where a clock stepped back, not the latest moment as a naive reading would", () => {
    const second = figure("ZZ30-F1", { revision: 2, recordedAt: 50, quantity: exact(200, "people") });
    const versions = [figure("ZZ30-F1", { recordedAt: 100 }), second];
    const rows = versions.map((row) => ({
      ...{ number: row.revision, recordedAt: row.recordedAt, retracts: false, reason: null, row },
    }));
    const record = recordOf([second], { "ZZ30-F1": rows });
    const read = throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt: 100 });
    expect(read.figures).toEqual([second]);
  });

  it("counts the highest number in whatever order the versions are kept", () => {
    const versions = [figure("ZZ30-F1", { revision: 2, recordedAt: 50 }), figure("ZZ30-F1", { recordedAt: 100 })];
    const rows = versions.map((row) => ({
      ...{ number: row.revision, recordedAt: row.recordedAt, retracts: false, reason: null, row },
    }));
    const record = recordOf(versions.slice(0, 1), { "ZZ30-F1": rows });
    expect(throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt: 100 }).figures).toEqual([versions[0]]);
  });

  it("does not know what was recorded once, later, nor a correction that was opened later", () => {
    const opened = (since: number) => ({ kind: "correction" as const, since });
    const record = {
      ...recordOf([figure("ZZ30-F1", { recordedAt: 10 }), figure("ZZ30-F2", { recordedAt: 11 })]),
      openCorrections: { "ZZ30-F1": [opened(10), opened(11)], "ZZ30-F2": [opened(11)] },
    };
    const read = throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt: 10 });
    expect(read.figures.map(({ id }) => id)).toEqual(["ZZ30-F1"]);
    expect(read.openCorrections).toEqual({ "ZZ30-F1": [opened(10)] });
  });

  it("tells only the part of a history that was written by then", () => {
    const { record } = corrected();
    const lens = { ...NO_LENS, knownOn: "1970-01-03", knownAt: 3 * DAY };
    expect(throughLens(record, lens).revisions["ZZ30-F1"]?.map(({ number }) => number)).toEqual([1, 2]);
    expect(throughLens(record, { ...lens, knownAt: DAY }).revisions).toEqual({});
  });

  it("counts a figure as of a general strike only from when its action was called one", () => {
    const called = (general: boolean, number: number) =>
      syntheticAction("A1", { general, revision: number, recordedAt: number * DAY });
    const versions = [called(false, 1), called(true, 2)].map((row) => ({
      ...{ number: row.revision, recordedAt: row.recordedAt, retracts: false, reason: null, row },
    }));
    const counted = figure("F1", { actionId: "A1", subject: "action", general: true });
    const record = { ...recordOf([counted], { A1: versions }), actions: [called(true, 2)] };
    const at = (knownAt: number) => throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt }).figures;
    expect(at(DAY)).toEqual([{ ...counted, general: false }]);
    expect(at(2 * DAY)[0]).toBe(counted);
  });

  it("never knows less later, and is the record itself in the end", () => {
    const moments = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 20 }), moments, moments, (recorded, one, other) => {
        const record = recordOf(recorded.map((recordedAt, index) => figure(`ZZ30-F${index + 1}`, { recordedAt })));
        const ids = (knownAt: number) =>
          throughLens(record, { ...NO_LENS, knownOn: "1970-01-01", knownAt }).figures.map(({ id }) => id);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(ids(late)).toEqual(expect.arrayContaining(ids(early)));
        expect(ids(1000)).toEqual(record.figures.map(({ id }) => id));
      }),
    );
  });
});

describe("a record by another rule for words", () => {
  const read = readWords("thousands of people");
  const thousands = "quantity" in read ? read.quantity : unknown("not_reported", "people");
  const record = recordOf([
    figure("ZZ30-F1", { quantity: thousands }),
    figure("ZZ30-F2", { quantity: atLeast(2000, "people") }),
  ]);
  const by = (rule: "ccc" | "count_love" | "words_only") => throughLens(record, { ...NO_LENS, rule }).figures;

  it("reads the words anew and leaves numbers stated as numbers as they are", () => {
    expect(by("ccc")[0]?.quantity).toMatchObject({ lower: 2000, upper: 2000, words: "thousands of people" });
    expect(by("count_love")[0]?.quantity).toMatchObject({ lower: 1000, upper: 1000 });
    for (const rule of ["ccc", "count_love", "words_only"] as const) expect(by(rule)[1]).toBe(record.figures[1]);
  });

  it("has no number where words are kept as words, and that is unknown, not zero", () => {
    expect(by("words_only")[0]?.quantity).toMatchObject({ lower: null, upper: null, unknown: "not_reported" });
  });

  it("is undone by reading it as Turnout does again", () => {
    const back = throughLens({ ...record, figures: by("words_only") }, { ...NO_LENS, claimant: "press" });
    expect(throughLens(record, { ...NO_LENS, claimant: "press" }).figures[0]?.quantity).toEqual(thousands);
    expect(back.figures[0]?.quantity.words).toBe("thousands of people");
  });
});

describe("a record by one claimant", () => {
  it("has that claimant's figures alone, and every action", () => {
    const record = recordOf([figure("ZZ30-F1"), figure("ZZ30-F2", { claimant: "union" })]);
    const heard = throughLens(record, { ...NO_LENS, claimant: "union" });
    expect(heard.figures.map(({ id }) => id)).toEqual(["ZZ30-F2"]);
    expect(heard.lens).toEqual({ ...NO_LENS, claimant: "union" });
    expect(heard.actions).toBe(record.actions);
  });

  it("parts the figures among the claimants: nothing is heard twice and nothing is lost", () => {
    const claimants = ["employer", "union", "workers", "state", "press", "organisers", "researchers", "other"] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...claimants), { maxLength: 30 }), (said) => {
        const record = recordOf(said.map((claimant, index) => figure(`ZZ30-F${index + 1}`, { claimant })));
        const heard = claimants.flatMap((claimant) => throughLens(record, { ...NO_LENS, claimant }).figures);
        expect(heard).toHaveLength(record.figures.length);
        expect(new Set(heard)).toEqual(new Set(record.figures));
      }),
    );
  });
});
