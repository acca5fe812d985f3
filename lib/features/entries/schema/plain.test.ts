import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRecordId, RECORD_LETTERS } from "@/lib/domain/id";
import type { RecordRow } from "@/lib/domain/wave-record";
import { unplacedRow } from "../view/proposed-row";
import { newRecordFormSchema } from "./forms";
import {
  NEW_RECORD_INPUTS,
  PLAIN_KINDS,
  type PlainKind,
  readNewRecord,
  readPlainInput,
  readPlainProposal,
  recordKindOf,
} from "./kinds";

const source = { existing: "ZZ30-S1", quote: "so it was", language: "en" };
const said = { waveId: "zz30", textLanguage: "en", noteLanguage: "en", sources: [source] };
const day = { date: "2030-05-02", precision: "day" };
const WHOLE: Record<PlainKind, object> = {
  event: { eventKind: "other", text: "It rained.", place: "country", certainty: "claimed", ...day },
  demand: { demandKind: "wages", text: "More.", raisedBy: "dockers", ...day },
  workforce: { workforceName: "Dockers of Port", occupation: "dockers" },
  workforce_size: {
    workforceId: "ZZ30-W1",
    mode: "no_number",
    unknownReason: "withheld",
    claimant: "employer",
    ...day,
  },
  coverage_note: { cause: "internet_cut", place: "region ZZ-A", text: "No line.", ...day },
  wider_figure: {
    ...{ measure: "deaths", about: "region ZZ-A", mode: "no_number", unknownReason: "withheld", claimant: "state" },
    ...day,
  },
  source: { sources: [{ noAddress: "yes", description: "A leaflet.", title: "To all", language: "en" }] },
};
const typed = (kind: PlainKind, changes: object = {}) => {
  const all = { recordKind: kind, ...said, ...WHOLE[kind], ...changes };
  const asked = Object.entries(all).filter(([name]) => name in NEW_RECORD_INPUTS[kind].shape);
  return Object.fromEntries(asked) as { sources: object[] };
};

function readingOf(kind: PlainKind, changes: object) {
  const input = readPlainInput(typed(kind, changes));
  if (input === null) throw new Error(`No form of a new ${kind}: ${JSON.stringify(changes)}`);
  return readPlainProposal(input);
}

function problemsOf(kind: PlainKind, changes: object) {
  const reading = readingOf(kind, changes);
  return "problems" in reading ? reading.problems.map(({ field, code }) => `${field}: ${code}`) : [];
}

function proposalOf(kind: PlainKind, changes: object = {}) {
  const reading = readingOf(kind, changes);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.proposal;
}

function rowOf(kind: PlainKind, changes: object = {}): RecordRow {
  return unplacedRow(proposalOf(kind, changes), formatRecordId("ZZ30", RECORD_LETTERS[recordKindOf(kind)], 7));
}

describe.each(PLAIN_KINDS)("the form of a new %s", (kind) => {
  it("is read whole, and empty it names what is missing, first question first", () => {
    expect(problemsOf(kind, {})).toEqual([]);
    const empty = Object.fromEntries(Object.keys(NEW_RECORD_INPUTS[kind].shape).map((name) => [name, ""]));
    const problems = problemsOf(kind, { ...empty, recordKind: kind, waveId: "zz30", sources: [] });
    const [first] = Object.keys(NEW_RECORD_INPUTS[kind].shape).filter((name) => !/^(recordKind|waveId)$/.test(name));
    if (kind !== "source")
      expect(problems[0]).toMatch(new RegExp(`^${kind === "workforce_size" ? "workforceId" : first}:`));
    expect(problems).toContain("sources.0.url: source_missing");
  });

  it("keeps anything that is typed, and reads or refuses it without ever failing", () => {
    const names = Object.keys(NEW_RECORD_INPUTS[kind].shape).filter(
      (name) => !/^(recordKind|waveId|sources)$/.test(name),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: "grapheme", maxLength: 60 }), (name, text) => {
        const input = readNewRecord(typed(kind, { [name]: text }));
        // A choice takes its answers alone; everything else stays as it was typed, without what cannot be shown.
        if (input === null) return;
        const reading = readingOf(kind, { [name]: text });
        if ("proposal" in reading) expect(rowOf(kind, { [name]: text }).id).toMatch(/^ZZ30-[A-Z]7$/);
        else expect(reading.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it("says itself which kind it is, as the browser sends it", () => {
    const sent = Object.entries(typed(kind)).flatMap(([name, value]) => (name === "sources" ? [] : [[name, value]]));
    const slots = typed(kind).sources.flatMap((slot, at) =>
      Object.entries(slot).map(([name, value]) => [`sources.${at}.${name}`, value]),
    );
    const head = { submissionKey: "12345678", locale: "en", intent: "submit" };
    const form = newRecordFormSchema.safeParse({ ...Object.fromEntries([...sent, ...slots]), ...head });
    expect(form.data?.payload).toEqual(readNewRecord(typed(kind)));
  });
});

describe("what is read of them", () => {
  it("an event that tells of repression, a disaster or people hurt says so, whatever box is ticked", () => {
    const kinds = ["government_measure", "repression", "intervention", "settlement", "disaster", "other"];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom("", "yes"), (eventKind, harm) => {
        const isHarm = harm === "yes" || eventKind === "repression" || eventKind === "disaster";
        expect(proposalOf("event", { eventKind, harm }).tellsOfHarm).toBe(isHarm);
      }),
    );
  });

  it("ids of demands are taken however they are written, each once", () => {
    const between = fc.constantFrom(" ", ", ", ";", "\n");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
        between,
        (all, sign) => {
          const ids = all.map((number) => `ZZ30-D${number}`);
          const row = rowOf("event", { answers: [...ids, ids[0]?.toLowerCase()].join(sign) });
          expect("answers" in row && row.answers.map(({ demandId }) => demandId)).toEqual(ids);
        },
      ),
    );
    expect(problemsOf("event", { outcome: "in part" })).toEqual(["answers: demand_missing"]);
  });

  it("an end never lies before the beginning", () => {
    expect(problemsOf("event", { endDate: "2030-05-01" })).toEqual(["endDate: ends_before_start"]);
    expect(problemsOf("coverage_note", { endDate: "soon" })).toEqual(["endDate: date_wrong"]);
  });

  it("a demand has a target only with a number and what it counts", () => {
    expect(rowOf("demand")).toMatchObject({ target: null });
    expect(problemsOf("demand", { lower: "50" })).toEqual(["targetUnit: unit_missing"]);
    expect(problemsOf("demand", { targetUnit: "percent" })).toEqual(["lower: range_empty"]);
    expect(problemsOf("demand", { targetUnit: "percent", lower: "150" })).toEqual([
      "lower: quantity_percent_out_of_range",
    ]);
    const asked = { targetUnit: "tenge", lower: "300 000", words: "300,000 tenge" };
    expect(rowOf("demand", asked)).toMatchObject({ target: { lower: 300_000, upper: null, unit: "tenge" } });
  });

  it("a size that nobody gives is unknown with its reason, never zero; words are read by the rules", () => {
    expect(rowOf("workforce_size")).toMatchObject({ quantity: { lower: null, upper: null, unknown: "withheld" } });
    const words = { mode: "words_only", words: "hundreds of workers", wordsLanguage: "en" };
    expect(rowOf("workforce_size", words)).toMatchObject({ quantity: { lower: 200, upper: null } });
    expect(problemsOf("workforce_size", { mode: "number", number: "many" })).toContain("number: number_not_a_number");
  });

  it("a number with the sign for roughly is about that number, and never beside another bound", () => {
    const of = (number: string, bound: string) => ({ mode: "number", number, bound, unknownReason: "" });
    for (const [number, bound] of [
      ["~1000", ""],
      ["≈ 1 000", "exactly"],
      ["c. 1000", "about"],
    ] as const)
      expect(rowOf("workforce_size", of(number, bound))).toMatchObject({
        quantity: { lower: 1000, upper: 1000, approximate: true },
      });
    expect(problemsOf("workforce_size", of("~1000", "more_than"))).toContain("number: number_not_a_number");
  });

  it("a figure is of an action, an event, a region or the whole wave, and of nothing else", () => {
    const none = { actionId: null, eventId: null, regionId: null, workforceId: null };
    const of = (about: string) => rowOf("wider_figure", { about });
    expect(of("wave")).toMatchObject({ ...none, subject: "wave", measure: "deaths", basis: "on_day" });
    expect(of("action ZZ30-A1")).toMatchObject({ ...none, subject: "action", actionId: "ZZ30-A1" });
    expect(of("event ZZ30-E1")).toMatchObject({ ...none, subject: "event", eventId: "ZZ30-E1" });
    expect(of("region ZZ-A")).toMatchObject({ ...none, subject: "region", regionId: "ZZ-A" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (about) => {
        if (/^(?:wave|(?:action|event|region) \S+)$/.test(about.trim())) return;
        expect(problemsOf("wider_figure", { about })).toEqual(["about: about_missing"]);
      }),
    );
  });

  it("a workforce's part of the address is its own, and holds what an address may", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (workforceName) => {
        const input = readNewRecord(typed("workforce", { workforceName }));
        if (input === null || !("workforceName" in input) || input.workforceName === "") return;
        const row = rowOf("workforce", { workforceName });
        expect("slug" in row && row.slug).toMatch(/^(?:[a-z0-9]+-)*zz30-w7$/);
      }),
    );
    expect(problemsOf("workforce", { wholeEmployer: "yes" })).toEqual(["employerId: employer_missing"]);
  });

  it("a source that names a recorded one is none, and rests on no other", () => {
    expect(problemsOf("source", { sources: [source] })).toEqual(["sources.0.url: source_known"]);
    expect(proposalOf("source").sources).toEqual([]);
    expect(rowOf("source", { note: "Found on a wall." })).toMatchObject({
      ...{ url: null, title: "To all", note: { en: "A leaflet.\nFound on a wall." } },
    });
    expect(problemsOf("source", { archivedUrl: "nowhere" })).toEqual(["archivedUrl: url_wrong"]);
  });
});
