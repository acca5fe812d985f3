import { acceptedRange } from "@/lib/domain/accepted";
import {
  type EntryWarning,
  entryWarnings,
  hullOfClaims,
  type NamedClaim,
  type NamedRecord,
  type NearClaim,
  type Surroundings,
  type Typed,
} from "@/lib/domain/entry-warnings";
import type { Sketch } from "@/lib/domain/likely-same";
import { nearFigures } from "@/lib/domain/near-claims";
import type { Quantity } from "@/lib/domain/quantity";
import { isValidOn } from "@/lib/domain/region-validity";
import type { FigureRow, WaveRecord, WorkforceSizeRow } from "@/lib/domain/wave-record";
import { localDate } from "@/lib/shared/format/day";
import { zoneOfMoment } from "@/lib/shared/format/moment-zone";
import { allRecords, type Found } from "../../records/view/find";
import { zoneOf } from "../../waves/view/reading-context";
import { type NewRecordInput, readNewRecord } from "../schema/kinds";
import { sketchOf } from "./sketches";
import { countedTyped, namedClaim, sketchOfFigure, typedEntry, workforceCounted } from "./typed-entry";
import { workforceElsewhere } from "./workforce-elsewhere";

/** Everything to look at in what is typed of a new record, held beside the public record and nothing else. */
export function warningsOf(payload: unknown, records: readonly WaveRecord[]): EntryWarning[] {
  const read = typedIn(payload, records);
  return read === null ? [] : entryWarnings(read.typed, surroundings(read));
}

/** The same without what the page of a decision shows in a place of its own; `withClaims`: other claims are laid out there. */
export function warningsToDecide(
  payload: unknown,
  records: readonly WaveRecord[],
  withClaims: boolean,
): EntryWarning[] {
  const apart = ["leads_to_person", ...(withClaims ? ["claims_there", "claims_near"] : [])];
  return warningsOf(payload, records).filter(({ code }) => !apart.includes(code));
}

export type ReadEntry = { input: NewRecordInput; record: WaveRecord; typed: Typed };

/** What an entry proposes anew, at a glance; null where it is the form of no new record, or of no wave that is there. */
export function typedIn(payload: unknown, records: readonly WaveRecord[]): ReadEntry | null {
  const input = readNewRecord(payload);
  const record = records.find(({ wave }) => wave.id === input?.waveId);
  return input === null || record === undefined ? null : { input, record, typed: typedEntry(input, record) };
}

function surroundings({ input, record, typed }: ReadEntry): Surroundings {
  const { sketch } = typed;
  const counted = workforceCounted(input, record);
  const there = sketch.kind === "figure" ? figuresThere(record, sketch) : [];
  const sizes = record.workforceSizes.filter(
    ({ state, workforceId }) => state === "published" && workforceId === counted,
  );
  return {
    firstDay: record.wave.firstDay,
    elsewhere: workforceElsewhere(input, record),
    others: othersOf(record, sketch.kind),
    ...(sketch.kind === "workforce_size" ? claimsOfSize(sizes) : claimsOfFigures(there)),
    near: nearOf({ input, record, typed }, there),
    // A size is held beside the place alone: it may be larger than every one before.
    sizes: sketch.kind === "figure" ? comparedSizes(sizes, record, counted) : [],
    population: populationOf(record, sketch.place),
  };
}

function isExactly({ comparable, standing }: WorkforceSizeRow): boolean {
  return comparable && standing !== "deprecated";
}

/** Where nobody counted exactly this workforce, it cannot be larger than all that anybody counted around it. */
function comparedSizes(sizes: readonly WorkforceSizeRow[], record: WaveRecord, counted: string | null) {
  const exactly = sizes.filter(isExactly);
  if (exactly.length > 0) return exactly;
  const own = record.workforces.find(({ id }) => id === counted);
  const whole = record.workforces.filter((one) => one.wholeEmployer && one.employerId === (own?.employerId ?? ""));
  const ofEmployer = record.workforceSizes.filter(({ workforceId }) => whole.some(({ id }) => id === workforceId));
  return [...sizes, ...ofEmployer].filter(({ state, standing }) => state === "published" && standing !== "deprecated");
}

function othersOf(record: WaveRecord, kind: Sketch["kind"]): Surroundings["others"] {
  return allRecords(record).flatMap((found) => {
    if (found.kind !== kind || found.row.state !== "published") return [];
    const sketch = found.kind === "figure" ? sketchOfFigure(found.row, record) : sketchOf(found.row);
    return [{ ...named(found, record), sketch }];
  });
}

/** What it says and when it began, for whoever cannot know it by its id. */
function named(found: Found, record: WaveRecord): NamedRecord {
  const { row } = found;
  const text = "text" in row ? row.text : "names" in row ? row.names : "participants" in row ? row.participants : null;
  const begins = "period" in row ? row.period.start : "givenAt" in row ? row.givenAt : "asOf" in row ? row.asOf : null;
  const regionId = "regionId" in row ? row.regionId : null;
  const day = begins && begins.precision !== "none" ? localDate(begins.earliest, zoneOf(record, regionId)) : null;
  return { id: row.id, text, day };
}

type Claims = { claims: NamedClaim[]; range: Quantity | null };

function claimsOfSize(sizes: readonly WorkforceSizeRow[]): Claims {
  const claims = sizes.map(namedClaim);
  return { claims, range: hullOfClaims(sizes.filter(isExactly).map(namedClaim)) };
}

/** Claims of the same subject, measure and basis whose moment may be the same. */
function figuresThere(record: WaveRecord, { sort, about, span }: Sketch): FigureRow[] {
  const [subject] = about;
  if (subject === undefined || span === null) return [];
  return record.figures.filter((figure) => {
    const other = sketchOfFigure(figure, record);
    const isSame = figure.state === "published" && other.sort === sort && other.about.includes(subject);
    return isSame && figure.asOf.earliest <= span.latest && span.earliest <= figure.asOf.latest;
  });
}

function claimsOfFigures(figures: readonly FigureRow[]): Claims {
  return { claims: figures.map(namedClaim), range: rangeOf(figures) };
}

/** What a moderator will see beside it too, of another moment or of the same area. */
function nearOf({ input, record, typed }: ReadEntry, competing: readonly FigureRow[]): NearClaim[] {
  const near = countedTyped(input, record);
  const { span } = typed.sketch;
  if (near === null || span === null) return [];
  const zones = record.regions.map(({ timeZone }) => timeZone);
  return nearFigures({ near, asOf: span, competing }, record).map((figure) => {
    const timeZone = zoneOfMoment(figure.asOf, record.wave.timeZone, zones);
    return { ...namedClaim(figure), asOf: figure.asOf, timeZone };
  });
}

function rangeOf(figures: readonly FigureRow[]): Quantity | null {
  const accepted = acceptedRange(figures);
  if ("refused" in accepted) return null;
  const { lower, upper, unit, approximate, unknown } = accepted;
  return { lower, upper, unit, approximate, unknown, words: null, rule: null };
}

/** How many people live in the region, or in the country where all its regions are counted; null where nobody recorded it. */
function populationOf({ regions, wave }: WaveRecord, place: Sketch["place"]): number | null {
  if (place === null) return null;
  if (place.regionId !== null) return regions.find(({ id }) => id === place.regionId)?.population ?? null;
  if (place.localityId !== null) return null;
  const counted = regions.filter((region) => isValidOn(region, wave.firstDay)).map(({ population }) => population);
  const isWhole = counted.length > 0 && counted.every((population) => population !== null);
  return isWhole ? counted.reduce((sum: number, population) => sum + (population ?? 0), 0) : null;
}
