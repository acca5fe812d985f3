import { parseRecordId } from "../../lib/domain/id";
import type { Moment, Period } from "../../lib/domain/moment";
import type { Quantity } from "../../lib/domain/quantity";
import type { Envelope, LocalityRow, RegionRow, WaveRecord } from "../../lib/domain/wave-record";
import type { FileCitation, FileMoment, FileQuantity } from "./record/format";
import type { FileLocality, FileRegion } from "./record/format-places";
import type { RecordFiles } from "./record-files";
import { endOfDay, instantsOf } from "./record-times";

/** The record of the files as pages read it, without a database: for tests of whatever is computed from it. */
export function waveRecordOfFiles(files: RecordFiles): WaveRecord {
  const { wave } = files;
  const envelope = envelopeIn(files);
  return {
    version: 1,
    publishedAt: Date.parse("2026-11-22T00:00Z"),
    wave: { ...wave, openEnd: false },
    shapes: null,
    regions: files.regions.map(regionOf),
    localities: files.localities.map(localityOf),
    employers: files.employers.map(({ owners, ...row }) => ({
      ...row,
      owners: owners.map(({ name, source, ...owner }) => ({ ...owner, ownerName: name, sourceId: source })),
    })),
    sources: files.sources.map((row) => ({ ...row, ...envelope({ ...row, citations: [] }) })),
    workforces: files.workforces.map((row) => ({
      ...row,
      ...envelope(row),
      employerId: row.employer,
      localityId: row.locality,
      regionId: row.region,
    })),
    workforceSizes: files.workforceSizes.map((row) => ({
      ...row,
      ...envelope(row),
      ...claimOf(row),
      workforceId: row.workforce,
    })),
    ...happeningsOf(files),
    figures: files.figures.map((row) => ({
      ...row,
      ...envelope(row),
      ...claimOf(row),
      claimantName: row.claimantName?.en ?? null,
      actionId: row.action,
      eventId: row.event,
      regionId: row.region,
      workforceId: row.workforce,
      general: files.actions.find(({ id }) => id === row.action)?.general ?? false,
    })),
    revisions: {},
    openCorrections: {},
    seals: [],
    withheld: [],
    approvals: {},
  };
}

function happeningsOf(files: RecordFiles) {
  const envelope = envelopeIn(files);
  return {
    actions: files.actions.map((row) => ({
      ...row,
      ...envelope(row),
      ...placeOf(row.place),
      period: periodOf(row),
      lastKnownAt: row.lastKnownAt === null ? null : Date.parse(row.lastKnownAt),
      workforceIds: row.workforces,
      demandIds: row.demands,
    })),
    events: files.events.map((row) => ({
      ...row,
      ...envelope(row),
      ...placeOf(row.place),
      period: periodOf(row),
      answers: row.answers.map(({ demand, outcome }) => ({ demandId: demand, outcome })),
    })),
    demands: files.demands.map((row) => ({
      ...row,
      ...envelope(row),
      workforceId: row.workforce,
      raisedAt: momentOf(row.raised),
    })),
    solidarity: files.solidarity.map((row) => ({
      ...row,
      ...envelope(row),
      workforceId: row.workforce,
      toActionId: row.toAction,
      asActionId: row.asAction,
      givenAt: momentOf(row.given),
      amount: row.amount === null ? null : quantityOf(row.amount),
    })),
    coverageNotes: files.coverageNotes.map((row) => ({
      ...row,
      ...envelope(row),
      regionId: row.region,
      period: periodOf(row),
    })),
  };
}

type FileEnvelope = { id: string; recordedOn: string | null; citations: FileCitation[] };

function envelopeIn({ wave }: RecordFiles) {
  return ({ id, recordedOn, citations }: FileEnvelope): Envelope => {
    if (parseRecordId(id) === null) throw new Error(`Not a record id: ${id}`);
    return {
      id,
      state: "published",
      retractedReason: null,
      revision: 1,
      recordedAt: endOfDay(recordedOn ?? "2026-11-22", wave.timeZone).getTime(),
      citations: citations.map(({ source, ...citation }) => ({ ...citation, sourceId: source })),
    };
  };
}

function claimOf({
  quantity,
  asOf,
  claimantName,
}: {
  quantity: FileQuantity;
  asOf: FileMoment;
  claimantName: FileTexts;
}) {
  return {
    quantity: quantityOf(quantity),
    wordsLanguage: quantity.wordsLanguage,
    asOf: momentOf(asOf),
    claimantNames: claimantName,
  };
}
type FileTexts = { en: string; kk: string; ru: string; tr: string } | null;

function quantityOf({ wordsLanguage: _language, ...quantity }: FileQuantity): Quantity {
  return quantity;
}

function momentOf(moment: FileMoment): Moment {
  const { earliest, latest } = instantsOf(moment);
  return { earliest: earliest.getTime(), latest: latest.getTime(), precision: moment.precision };
}

function periodOf(row: { start: FileMoment; end: FileMoment | null; openEnd?: boolean }): Period {
  return {
    start: momentOf(row.start),
    end: row.end === null ? null : momentOf(row.end),
    openEnd: row.openEnd ?? false,
  };
}

function placeOf(place: RecordFiles["actions"][number]["place"]) {
  return {
    localityId: place.locality,
    regionId: place.region,
    placePrecision: place.precision,
    placeInferred: place.inferred,
  };
}

function regionOf(row: FileRegion): RegionRow {
  return {
    ...row,
    id: row.code,
    codes: { iso: row.isoCodeNow },
    capitalId: row.capital,
    partOfId: row.carvedFrom,
    population: row.population?.value ?? null,
    populationOn: row.population?.on ?? null,
    populationNote: row.population?.note ?? null,
    populationSource: row.population?.source ?? null,
    spellings: row.spellings.map(({ text, kind, language = null, until = null, since = null }) => ({
      ...{ text, kind, language, until, since },
    })),
  };
}

function localityOf(row: FileLocality): LocalityRow {
  return {
    ...row,
    latitude: row.lat,
    longitude: row.lon,
    spellings: row.spellings.map(({ text, note }) => ({ text, note: note ?? null })),
    regions: row.regions.map(({ region, from, to }) => ({ regionId: region, validFrom: from, validTo: to })),
  };
}
