import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { submitEntry } from "@/lib/features/entries/mutations/submit-entry";
import { NEW_RECORD_INPUTS, type PlainKind } from "@/lib/features/entries/schema/kinds";
import { readEdition } from "@/lib/features/waves/data";
import { verifyAuditChain } from "@/lib/server/audit";
import { db } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import type { Personas } from "@/prisma/seed/factories";
import { personasIn } from "./support/entries";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
let people: Personas;
beforeAll(async () => {
  people = await personasIn(database.client);
});

const said = { waveId: "kz22", textLanguage: "en", noteLanguage: "en" };
const source = { existing: "KZ22-S4", quote: "the mines stand still", language: "en" };
const day = { date: "2022-01-06", precision: "day" };

/** A complete form of each kind, and where its record is then read. */
const KINDS: Record<PlainKind, { typed: Record<string, unknown>; rows: (record: WaveRecord) => { id: string }[] }> = {
  event: {
    typed: {
      ...{ eventKind: "settlement", text: "The company gave in.", actor: "the company", place: "locality zhezkazgan" },
      ...{ ...day, endDate: "2022-01-07", certainty: "confirmed", answers: "KZ22-D1", outcome: "in part" },
    },
    rows: ({ events }) => events,
  },
  demand: {
    typed: {
      ...{ demandKind: "wages", text: "A raise by half.", raisedBy: "the miners", workforceId: "KZ22-W11", ...day },
      ...{ targetUnit: "percent", lower: "50", upper: "50", words: "by half" },
    },
    rows: ({ demands }) => demands,
  },
  workforce: {
    typed: { workforceName: "Докеры Aktau", occupation: "dockers", place: "locality aktau" },
    rows: ({ workforces }) => workforces,
  },
  workforce_size: {
    typed: {
      ...{ workforceId: "KZ22-W11", mode: "number", number: "4 200", words: "4,200 miners", wordsLanguage: "en" },
      ...{ comparable: "yes", date: "2019-12-31", precision: "day", claimant: "employer", claimantName: "Kazakhmys" },
    },
    rows: ({ workforceSizes }) => workforceSizes,
  },
  coverage_note: {
    typed: { cause: "internet_cut", place: "region KZ-KAR", text: "No line.", ...day, endDate: "2022-01-08" },
    rows: ({ coverageNotes }) => coverageNotes,
  },
  wider_figure: {
    typed: {
      ...{ measure: "arrests", about: "region KZ-KAR", mode: "number", number: "120", words: "120 were detained" },
      ...{ wordsLanguage: "en", basis: "on_day", ...day, claimant: "state", claimantName: "Police" },
    },
    rows: ({ figures }) => figures,
  },
  source: {
    typed: {
      archivedUrl: "https://web.archive.org/web/2022/https://example.org/a",
      sources: [
        {
          ...{ url: "https://example.org/a", title: "What happened", language: "en", kind: "press", tier: "one" },
          publishedOn: "2022-01-07",
        },
      ],
      confidentialNote: "from a friend",
    },
    rows: ({ sources }) => sources,
  },
};

const typed = (kind: PlainKind, changes: object = {}) => {
  const all = { recordKind: kind, ...said, sources: [source], ...KINDS[kind].typed, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in NEW_RECORD_INPUTS[kind].shape));
};

async function draft(kind: PlainKind, changes: object = {}, submit = false) {
  return saveDraft(people.chingiz.id, { submissionKey: randomUUID(), payload: typed(kind, changes), submit });
}

async function published(tx: Transaction, kind: PlainKind, changes: object = {}, moderators = [people.bolat]) {
  const saved = await draft(kind, changes, true);
  if ("refused" in saved) throw new Error(JSON.stringify(saved));
  const entryId = saved.entry.id;
  for (const { id } of moderators) {
    const approved = await approveEntry(id, { entryId, seenVersion: 1 });
    if ("refused" in approved) throw new Error(JSON.stringify(approved));
  }
  const { recordId, state } = await tx.entry.findUniqueOrThrow({ where: { id: entryId } });
  const [record] = (await readEdition(null)).records;
  if (record === undefined) throw new Error("No wave.");
  return { entryId, state, recordId, row: KINDS[kind].rows(record).find(({ id }) => id === recordId) };
}

describe.each(Object.keys(KINDS) as PlainKind[])("a new %s", (kind) => {
  it("goes from a draft through one moderator into the record, with its source, and the log holds", () =>
    database.rolledBack(async (tx) => {
      const saved = await draft(kind);
      expect(saved).toMatchObject({ entry: { state: "draft" } });
      if ("refused" in saved) return;
      const entryId = saved.entry.id;
      expect(await submitEntry(people.chingiz.id, { entryId, seenVersion: 1 })).toMatchObject({
        entry: { state: "submitted" },
      });
      expect(await approveEntry(people.chingiz.id, { entryId, seenVersion: 1 })).toMatchObject({ refused: "role" });
      expect(await approveEntry(people.bolat.id, { entryId, seenVersion: 1 })).toMatchObject({
        entry: { state: "published" },
      });
      const { recordId } = await tx.entry.findUniqueOrThrow({ where: { id: entryId } });
      const [record] = (await readEdition(null)).records;
      const made = record && KINDS[kind].rows(record).find(({ id }) => id === recordId);
      const citations = kind === "source" ? [] : [{ sourceId: "KZ22-S4", words: "the mines stand still" }];
      expect(made).toMatchObject({ state: "published", revision: 1, citations });
      const revisions = await tx.revision.findMany({ where: { recordId: recordId ?? "" } });
      expect(revisions).toMatchObject([{ number: 1, entryId, retracts: false }]);
      expect(await verifyAuditChain(db())).toBeNull();
    }));

  it("is kept unfinished as a draft, refused when sent without a source, and never in a wave that is not there", () =>
    database.rolledBack(async () => {
      expect(await draft(kind, { sources: [] })).toMatchObject({ entry: { state: "draft" } });
      expect(await draft(kind, { sources: [] }, true)).toMatchObject({
        refused: "incomplete",
        problems: expect.arrayContaining([{ field: "sources.0.url", code: "source_missing" }]),
      });
      expect(await draft(kind, { waveId: "no-such" })).toMatchObject({ refused: "incomplete" });
    }));
});

describe("what each kind becomes", () => {
  it("an event stands at its place of that day with the demands it answers", () =>
    database.rolledBack(async (tx) => {
      const { row } = await published(tx, "event");
      expect(row).toMatchObject({
        ...{ kind: "settlement", text: { en: "The company gave in." }, actor: { en: "the company" } },
        ...{ localityId: "zhezkazgan", regionId: "KZ-KAR", placePrecision: "locality", certainty: "confirmed" },
        answers: [{ demandId: "KZ22-D1", outcome: { en: "in part" } }],
        period: {
          start: { earliest: Date.parse("2022-01-05T18:00Z"), precision: "day" },
          end: { latest: Date.parse("2022-01-07T18:00Z") - 1 },
        },
      });
    }));

  it("a demand has its target and its workforce", () =>
    database.rolledBack(async (tx) => {
      const { row } = await published(tx, "demand");
      expect(row).toMatchObject({
        ...{ kind: "wages", raisedBy: { en: "the miners" }, workforceId: "KZ22-W11" },
        target: { lower: 50, upper: 50, unit: "percent", words: "by half" },
      });
    }));

  it("a workforce has one name in all languages and an address of its own, and can be counted at once", () =>
    database.rolledBack(async (tx) => {
      const { row, recordId } = await published(tx, "workforce");
      expect(row).toMatchObject({
        slug: `aktau-${recordId?.toLowerCase()}`,
        names: { en: "Докеры Aktau", kk: "Докеры Aktau", ru: "Докеры Aktau", tr: "Докеры Aktau" },
        ...{ occupation: { en: "dockers" }, localityId: "aktau", regionId: "KZ-MAN", employerId: null },
      });
      const size = await published(tx, "workforce_size", { workforceId: recordId });
      expect(size.row).toMatchObject({ workforceId: recordId, quantity: { lower: 4200, upper: 4200 } });
    }));

  it("a size may be years older than its wave, and one of ten thousand needs two moderators", () =>
    database.rolledBack(async (tx) => {
      const { row } = await published(tx, "workforce_size");
      expect(row).toMatchObject({
        ...{ comparable: true, claimant: "employer", claimantNames: { ru: "Kazakhmys" }, standing: "normal" },
        asOf: { earliest: Date.parse("2019-12-30T18:00Z"), precision: "day" },
      });
      const large = { number: "10 000", words: "10,000 miners" };
      expect((await published(tx, "workforce_size", large)).state).toBe("approved_once");
      const both = [people.bolat, people.dana];
      expect((await published(tx, "workforce_size", large, both)).state).toBe("published");
    }));

  it("what tells of repression or of people hurt needs two moderators", () =>
    database.rolledBack(async (tx) => {
      for (const changes of [{ eventKind: "repression" }, { eventKind: "disaster" }, { harm: "yes" }]) {
        const event = { ...changes, answers: "", outcome: "" };
        expect((await published(tx, "event", event)).state).toBe("approved_once");
      }
    }));

  it("a figure of a region, an event or the whole wave is one claim of that, and deaths need two moderators", () =>
    database.rolledBack(async (tx) => {
      const { row } = await published(tx, "wider_figure");
      expect(row).toMatchObject({
        ...{ subject: "region", regionId: "KZ-KAR", actionId: null, workforceId: null, measure: "arrests" },
        ...{
          quantity: { lower: 120, upper: 120, unit: "people" },
          claimantNames: { kk: "Police" },
          standing: "normal",
        },
      });
      // Three times what was published a moment ago: two look at it.
      const far = { number: "360", words: "360 were detained" };
      expect((await published(tx, "wider_figure", far)).state).toBe("approved_once");
      const event = { about: "event KZ22-E1", number: "100", words: "100 were detained" };
      expect((await published(tx, "wider_figure", event)).row).toMatchObject({ subject: "event", eventId: "KZ22-E1" });
      const deaths = {
        measure: "deaths",
        about: "wave",
        mode: "no_number",
        number: "",
        unknownReason: "withheld",
        words: "",
      };
      expect((await published(tx, "wider_figure", deaths)).state).toBe("approved_once");
      const both = [people.bolat, people.dana];
      expect((await published(tx, "wider_figure", deaths, both)).row).toMatchObject({
        ...{ subject: "wave", quantity: { lower: null, upper: null, unknown: "withheld" } },
      });
    }));

  it("a coverage note holds in its region, or in the whole country", () =>
    database.rolledBack(async (tx) => {
      expect((await published(tx, "coverage_note")).row).toMatchObject({ regionId: "KZ-KAR", cause: "internet_cut" });
      expect((await published(tx, "coverage_note", { place: "country" })).row).toMatchObject({ regionId: null });
    }));

  it("a source keeps what was told to moderators out of its revisions, and one page is one source", () =>
    database.rolledBack(async (tx) => {
      const { row, recordId } = await published(tx, "source");
      expect(row).toMatchObject({
        url: "https://example.org/a",
        tier: "one",
        publishedOn: "2022-01-07",
        citations: [],
      });
      const kept = await tx.source.findUniqueOrThrow({ where: { id: recordId ?? "" } });
      expect(kept.confidentialNote).toBe("from a friend");
      const revisions = await tx.revision.findMany({ where: { recordId: recordId ?? "" } });
      expect(JSON.stringify(revisions)).not.toContain("from a friend");
      const [again] = (KINDS.source.typed.sources as object[]).map((one) => ({
        ...one,
        url: "http://www.example.org/a/#x",
      }));
      expect(await draft("source", { sources: [again] }, true)).toMatchObject({
        problems: [{ field: "sources.0.url", code: "source_known" }],
      });
    }));

  it.each([
    ["event", { place: "region KZ-33" }, "place", "place_unknown"],
    ["event", { answers: "KZ22-D9999" }, "answers", "reference_unknown"],
    ["event", { answers: "KZ22-A1" }, "answers", "reference_unknown"],
    ["event", { date: "2020-01-01" }, "date", "date_outside_wave"],
    ["demand", { workforceId: "KZ22-W999" }, "workforceId", "workforce_gone"],
    ["workforce", { employerId: "nobody" }, "employerId", "reference_unknown"],
    ["workforce", { place: "locality atlantis" }, "place", "place_unknown"],
    ["wider_figure", { about: "event KZ22-E9999" }, "about", "reference_unknown"],
    ["wider_figure", { about: "region KZ-XXX" }, "about", "reference_unknown"],
    ["workforce_size", { date: "2199-01-01" }, "date", "date_in_future"],
    ["coverage_note", { place: "locality aktau" }, "place", "region_needed"],
    ["coverage_note", { sources: [{ existing: "KZ22-S9999" }] }, "sources.0.existing", "source_unknown"],
  ] as const)("a %s with %o is refused", (kind, changes, field, code) =>
    database.rolledBack(async () => {
      const problems = expect.arrayContaining([{ field, code }]);
      expect(await draft(kind, changes, true)).toMatchObject({ refused: "incomplete", problems });
    }),
  );
});
