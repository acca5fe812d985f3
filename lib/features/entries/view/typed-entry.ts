import { claimKey, claimSubject } from "@/lib/domain/claim-subject";
import type { NamedClaim, Typed } from "@/lib/domain/entry-warnings";
import { formatRecordId, RECORD_LETTERS } from "@/lib/domain/id";
import type { Sketch } from "@/lib/domain/likely-same";
import type { Counted } from "@/lib/domain/near-claims";
import { kindOf } from "@/lib/domain/record-diff";
import { isInOtherLanguage } from "@/lib/domain/script-of-text";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { isCalendarDate } from "@/lib/shared/local-time";
import type { ActionInput } from "../schema/action";
import { placeOf } from "../schema/action-proposal";
import { readAsOf } from "../schema/as-of";
import type { FigureInput } from "../schema/figure";
import type { SourceInput } from "../schema/input";
import { type NewRecordInput, type PlainInput, readPlainProposal, recordKindOf } from "../schema/kinds";
import { toQuantity, unitOf } from "../schema/quantity";
import type { SolidarityInput } from "../schema/solidarity";
import { addressKey } from "../schema/source";
import { placedOn } from "./action-place";
import { momentOf, offsetsOf } from "./as-of";
import { personalDataIn } from "./personal-data";
import { proposedRow } from "./proposed-row";
import { sketchOf } from "./sketches";

type Placed = { regionId: string | null; localityId: string | null };
const NOWHERE: Placed = { regionId: null, localityId: null };
const NOTHING: Omit<Sketch, "kind"> = {
  ...{ sort: null, about: [], place: null, span: null, claimant: null, quantity: null, texts: [], sourceIds: [] },
};

/** What was typed of a new record so far, at a glance, however little of it there is. */
export function typedEntry(input: NewRecordInput, record: WaveRecord): Typed {
  const known = knownSources(input.sources, record);
  const sourceIds = [...known.named, ...known.found.map(({ id }) => id), ...known.others];
  const sketch = { ...sketchTyped(input, record), sourceIds };
  const date = "date" in input && isCalendarDate(input.date) ? input.date : "";
  const amounts = ["number", "lower", "upper"].flatMap((field) => {
    const text = field in input ? String(input[field as keyof NewRecordInput]) : "";
    return text === "" ? [] : [{ field, text }];
  });
  const personal = personalDataIn(input).map(({ found }) => found);
  return {
    sketch,
    unit: unitTyped(input),
    date,
    number: amounts,
    personal,
    misnamed: misnamedIn(input),
    known: known.found,
  };
}

/** What is told in one's own words, by the field that names its language; without one it counts as English. */
const TOLD_IN = { text: "textLanguage", scopeNote: "textLanguage", note: "noteLanguage" } as const;

function misnamedIn(input: NewRecordInput): Typed["misnamed"] {
  const values = input as Readonly<Record<string, unknown>>;
  const fields = Object.entries(TOLD_IN).flatMap(([name, field]) => {
    const language = LOCALES.find((locale) => locale === values[field]) ?? "en";
    return isInOtherLanguage(String(values[name] ?? ""), language) ? [{ field, language }] : [];
  });
  return fields.filter(({ field }, at) => fields.findIndex((one) => one.field === field) === at);
}

function sketchTyped(input: NewRecordInput, record: WaveRecord): Sketch {
  if (!("recordKind" in input)) return figureTyped(input, record);
  if (input.recordKind === "action") return actionTyped(input, record);
  if (input.recordKind === "solidarity") return solidarityTyped(input, record);
  return plainTyped(input, record);
}

function unitTyped(input: NewRecordInput): Typed["unit"] {
  if (!("recordKind" in input)) return unitOf(input.measure || "workers_directly_involved");
  if (input.recordKind === "wider_figure") return unitOf(input.measure || "workers_directly_involved");
  return input.recordKind === "workforce_size" ? "people" : null;
}

function plainTyped(input: PlainInput, record: WaveRecord): Sketch {
  const { draft, row } = plainRow(input, record);
  const isFigure = kindOf(row) === "figure";
  const sketch = isFigure ? sketchOfFigure(row as FigureRow, record) : sketchOf(row);
  const place = isFigure ? placeOfSubject(row as FigureRow, record) : sketch.place;
  const isPlaced = "place" in input ? input.place !== "" : "about" in input && input.about !== "";
  const isDated = "date" in input && isCalendarDate(input.date);
  return {
    ...sketch,
    place: isPlaced ? place : null,
    span: isDated ? sketch.span : null,
    quantity: draft.quantity,
    about: sketch.about.filter((about) => about !== ""),
  };
}

function plainRow(input: PlainInput, record: WaveRecord) {
  const reading = readPlainProposal(input);
  const draft = "proposal" in reading ? reading.proposal : reading.draft;
  const id = formatRecordId(record.wave.code, RECORD_LETTERS[recordKindOf(input.recordKind)], 1);
  return { draft, row: proposedRow(draft, { id, source: record }).row };
}

/** What a figure as typed counts; null for any other kind, and while nothing is chosen to count. */
export function countedTyped(input: NewRecordInput, record: WaveRecord): Counted | null {
  const measure = "measure" in input ? input.measure : "";
  if (measure === "") return null;
  if (!("recordKind" in input)) {
    const { actionId, workforceId } = input;
    if (actionId === "") return null;
    return {
      ...{ subject: "action", actionId, eventId: null, regionId: null },
      workforceId: workforceId || null,
      measure,
    };
  }
  return input.recordKind === "wider_figure" && input.about !== "" ? (plainRow(input, record).row as FigureRow) : null;
}

function figureTyped(input: FigureInput, record: WaveRecord): Sketch {
  const measure = input.measure || "workers_directly_involved";
  const basis = input.basis || "on_day";
  const action = record.actions.find(({ id }) => id === input.actionId);
  const place = action ?? record.workforces.find(({ id }) => id === input.workforceId) ?? null;
  const read = toQuantity(input, unitOf(measure), input.words || null);
  const subject = { actionId: input.actionId, workforceId: input.workforceId || null, measure };
  return {
    ...NOTHING,
    ...{ kind: "figure", sort: `${measure} ${basis}` },
    about: action ? [claimKey({ ...subject, basis }, action.workforceIds)] : [],
    place: place && { regionId: place.regionId, localityId: place.localityId },
    span: spanTyped(input, record, place ?? NOWHERE),
    claimant: input.claimant || null,
    quantity: "quantity" in read ? read.quantity : null,
  };
}

function actionTyped(input: ActionInput, record: WaveRecord): Sketch {
  const place = placeOf(input.place);
  const placed = place && isCalendarDate(input.date) ? placedOn(place, input.date, record) : null;
  const workforce = record.workforces.find(({ id }) => id === input.workforceId);
  return {
    ...NOTHING,
    ...{ kind: "action", sort: input.actionType || null, place: placed },
    about: workforce ? [workforce.id] : [],
    span: spanTyped(input, record, placed ?? workforce ?? NOWHERE),
  };
}

function solidarityTyped(input: SolidarityInput, record: WaveRecord): Sketch {
  const action = record.actions.find(({ id }) => id === input.asActionId || id === input.supported);
  return {
    ...NOTHING,
    ...{ kind: "solidarity", sort: input.solidarityKind || null },
    about: input.supporterKind === "workforce" && input.workforceId !== "" ? [input.workforceId] : [],
    span: spanTyped(input, record, action ?? NOWHERE),
    texts: input.supporterName === "" ? [] : [input.supporterName],
  };
}

type When = Parameters<typeof readAsOf>[0];

function spanTyped(input: When, { regions, localities, wave }: WaveRecord, placed: Placed): Sketch["span"] {
  if (!isCalendarDate(input.date)) return null;
  const { asOf } = readAsOf(input);
  return momentOf(asOf, offsetsOf({ action: placed, workforce: placed, regions, localities, wave }, asOf.date));
}

const addressesOf = new WeakMap<WaveRecord["sources"], Map<string, string>>();

/** Every recorded address with the id it stands under; read once, however many entries are held beside it. */
function recordedAddresses({ sources }: WaveRecord): Map<string, string> {
  const known = addressesOf.get(sources);
  const found = known ?? new Map(sources.flatMap(({ id, url }) => (url === null ? [] : [[addressKey(url), id]])));
  if (known === undefined) addressesOf.set(sources, found);
  return found;
}

/** Sources named by their id, those whose address is on record under one, and the addresses that are under none. */
function knownSources(sources: readonly SourceInput[], record: WaveRecord) {
  const recorded = recordedAddresses(record);
  const typed = sources.flatMap(({ url, existing }, slot) =>
    url === "" || existing !== "" ? [] : [{ field: `sources.${slot}.url`, key: addressKey(url) }],
  );
  const found = typed.flatMap(({ field, key }) => {
    const id = recorded.get(key);
    return id === undefined ? [] : [{ field, id }];
  });
  return {
    found,
    named: sources.flatMap(({ existing }) => (existing === "" ? [] : [existing.toUpperCase()])),
    others: typed.flatMap(({ key }) => (recorded.has(key) ? [] : [key])),
  };
}

/** Where what a figure of no single workforce counts was; null where that is not said. */
function placeOfSubject(figure: FigureRow, { actions, events }: WaveRecord): Sketch["place"] {
  const { subject, actionId, eventId, regionId } = figure;
  if (subject === "region") return { regionId, localityId: null };
  if (subject === "wave") return NOWHERE;
  const of = actions.find(({ id }) => id === actionId) ?? events.find(({ id }) => id === eventId);
  return of === undefined ? null : { regionId: of.regionId, localityId: of.localityId };
}

/** A published figure at a glance, about what it counts however it was written down. */
export function sketchOfFigure(figure: FigureRow, { actions }: WaveRecord): Sketch {
  const action = actions.find(({ id }) => id === figure.actionId);
  const { subject, eventId, regionId } = figure;
  const sketch = sketchOf(figure);
  if (action) return { ...sketch, about: [claimKey(figure, action.workforceIds)] };
  return { ...sketch, about: subject === "action" ? [] : [`${subject} ${eventId ?? regionId ?? ""}`] };
}

/** The workforce that a typed figure or size counts; null where it counts all of an action, or a crowd. */
export function workforceCounted(input: NewRecordInput, { actions }: WaveRecord): string | null {
  if ("recordKind" in input) return input.recordKind === "workforce_size" ? input.workforceId || null : null;
  const measure = input.measure || "workers_directly_involved";
  const workforceIds = actions.find(({ id }) => id === input.actionId)?.workforceIds ?? [];
  return claimSubject({ actionId: input.actionId, workforceId: input.workforceId || null, measure }, workforceIds)
    .workforceId;
}

export function namedClaim(row: NamedClaim): NamedClaim {
  return { id: row.id, claimant: row.claimant, claimantNames: row.claimantNames, quantity: row.quantity };
}
