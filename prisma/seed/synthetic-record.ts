import type { Moment, Precision } from "../../lib/domain/moment";
import { exact } from "../../lib/domain/quantity";
import type {
  ActionRow,
  CoverageNoteRow,
  DemandRow,
  Envelope,
  EventRow,
  FigureRow,
  RegionRow,
  SolidarityRow,
  WaveRecord,
  WorkforceRow,
  WorkforceSizeRow,
} from "../../lib/domain/wave-record";

/** A made-up record as plain data, for tests of whatever is computed from a record: only what a test is about is given. */

const everyLanguage = (text: string) => ({ en: text, kk: text, ru: text, tr: text });
const sourceOfAll = "ZZ30-S1";

/** A day of May 2030 (UTC), or the time between two hours of it. */
export function syntheticMoment(day: number, hours?: [from: number, to: number], precision: Precision = "day"): Moment {
  const start = Date.UTC(2030, 4, day);
  const [from, to] = hours ?? [0, 24];
  return { earliest: start + from * 3_600_000, latest: start + to * 3_600_000 - (from === to ? 0 : 1), precision };
}

function envelope(id: string): Envelope {
  const citation = { sourceId: sourceOfAll, words: "said so", wordsLanguage: "en", reliability: "a" as const };
  return {
    id,
    state: "published",
    retractedReason: null,
    revision: 1,
    recordedAt: Date.UTC(2030, 5, 1),
    citations: [{ ...citation, contradicts: false }],
  };
}

export function syntheticWorkforce(id: string, columns: Partial<WorkforceRow> = {}): WorkforceRow {
  return {
    ...envelope(id),
    slug: id.toLowerCase(),
    names: everyLanguage(`Workforce ${id}`),
    occupation: everyLanguage("workers"),
    otherNames: [],
    employerId: null,
    localityId: null,
    regionId: null,
    wholeEmployer: false,
    note: null,
    ...columns,
  };
}

/** A strike of the workforces given, known for the first day of the wave. */
export function syntheticAction(id: string, columns: Partial<ActionRow> = {}): ActionRow {
  return {
    ...envelope(id),
    type: "strike",
    general: false,
    solidarity: false,
    political: false,
    stoppage: "yes",
    scope: "workplace",
    localityId: null,
    regionId: null,
    placePrecision: "region",
    placeInferred: false,
    site: null,
    participants: null,
    period: { start: syntheticMoment(1), end: null, openEnd: false },
    lastKnownAt: null,
    certainty: "confirmed",
    note: null,
    workforceIds: [],
    demandIds: [],
    ...columns,
  };
}

/** 100 workers directly involved on the first day, as the union has it, about the action given, else the wave. */
export function syntheticFigure(id: string, columns: Partial<FigureRow> = {}): FigureRow {
  return {
    ...envelope(id),
    subject: columns.actionId ? "action" : "wave",
    actionId: null,
    eventId: null,
    regionId: null,
    workforceId: null,
    measure: "workers_directly_involved",
    basis: "on_day",
    quantity: exact(100, "people"),
    asOf: syntheticMoment(1),
    claimant: "union",
    claimantName: null,
    claimantNames: null,
    standing: "normal",
    standingReason: null,
    disputed: false,
    disputeReason: null,
    general: false,
    wordsLanguage: "en",
    note: null,
    ...columns,
  };
}

export function syntheticSize(id: string, workforceId: string, workers: number): WorkforceSizeRow {
  const claim = {
    claimant: "employer" as const,
    claimantNames: null,
    standing: "normal" as const,
    standingReason: null,
  };
  const quantity = exact(workers, "people");
  const about = { workforceId, scopeNote: null, comparable: true, quantity, asOf: syntheticMoment(1) };
  return { ...envelope(id), ...claim, ...about, wordsLanguage: "en" };
}

export function syntheticRegion(id: string, minutes = 0): RegionRow {
  return {
    id,
    codes: {},
    kind: "region",
    names: everyLanguage(`Region ${id}`),
    shortNames: everyLanguage(id),
    capitalId: null,
    partOfId: null,
    population: null,
    populationOn: null,
    populationNote: null,
    populationSource: null,
    spellings: [],
    timeZone: "UTC",
    utcOffsets: [{ minutes, from: null, to: null }],
    validFrom: null,
    validTo: null,
    note: null,
  };
}

/** A statement of an organisation of the wave's own country for the whole wave, on its first day. */
export function syntheticSolidarity(id: string, columns: Partial<SolidarityRow> = {}): SolidarityRow {
  return {
    ...envelope(id),
    kind: "statement",
    supporterKind: "organisation",
    supporterName: everyLanguage(`Supporter of ${id}`),
    workforceId: null,
    fromCountry: "ZZ",
    toActionId: null,
    asActionId: null,
    text: everyLanguage(`Support ${id}`),
    givenAt: syntheticMoment(1),
    amount: null,
    note: null,
    ...columns,
  };
}

/** Higher wages, asked for on the first day by nobody recorded. */
export function syntheticDemand(id: string, columns: Partial<DemandRow> = {}): DemandRow {
  return {
    ...envelope(id),
    kind: "wages",
    text: everyLanguage(`Demand ${id}`),
    raisedBy: everyLanguage(`Raisers of ${id}`),
    workforceId: null,
    raisedAt: syntheticMoment(1),
    target: null,
    note: null,
    ...columns,
  };
}

/** A settlement on the first day. */
export function syntheticEvent(id: string, columns: Partial<EventRow> = {}): EventRow {
  return {
    ...envelope(id),
    kind: "settlement",
    text: everyLanguage(`Event ${id}`),
    actor: null,
    localityId: null,
    regionId: null,
    placePrecision: "country",
    period: { start: syntheticMoment(1), end: null, openEnd: false },
    certainty: "confirmed",
    note: null,
    answers: [],
    ...columns,
  };
}

/** Reports cut in the whole country from the first to the last day given. */
export function syntheticCut(id: string, first: number, last: number): CoverageNoteRow {
  const period = { start: syntheticMoment(first, [0, 0]), end: syntheticMoment(last, [24, 24]), openEnd: false };
  return { ...envelope(id), regionId: null, cause: "internet_cut", text: everyLanguage("cut"), period };
}

/** A wave of ten days in May 2030, UTC. */
export function syntheticRecord(parts: Partial<WaveRecord> = {}): WaveRecord {
  return {
    version: 1,
    publishedAt: Date.UTC(2030, 5, 1),
    wave: {
      id: "zz30",
      code: "ZZ30",
      slug: "synthetic-zz30",
      names: everyLanguage("Synthetic wave ZZ30"),
      summary: everyLanguage("Made up for tests."),
      country: "ZZ",
      firstDay: "2030-05-01",
      lastDay: "2030-05-10",
      openEnd: false,
      timeZone: "UTC",
      state: "live",
      synthetic: true,
    },
    ...{
      regions: [],
      localities: [],
      employers: [],
      shapes: null,
      sources: [],
      workforces: [],
      workforceSizes: [],
      actions: [],
    },
    ...{ figures: [], events: [], demands: [], solidarity: [], coverageNotes: [] },
    ...{ revisions: {}, openCorrections: {}, withheld: [], approvals: {}, seals: [] },
    ...parts,
  };
}
