import { parseRecordId } from "@/lib/domain/id";
import { isValidOn } from "@/lib/domain/region-validity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { correctionsView } from "@/lib/features/corrections/view";
import { demandsView } from "@/lib/features/demands/view";
import { timelineView } from "@/lib/features/events/view";
import { claimListView } from "@/lib/features/figures/view/claim-list";
import { allRecords } from "@/lib/features/records/view/find";
import { openingStep } from "@/lib/features/regions/view/spread";
import { type Step, stepsOf } from "@/lib/features/regions/view/steps";
import { solidarityView } from "@/lib/features/solidarity/view";
import { sourcesView } from "@/lib/features/sources/view";
import { lensChoices } from "@/lib/features/waves/view/asked-lens";
import type { Facets } from "@/lib/features/waves/view/facets";
import { type ListName, listChoices } from "@/lib/features/waves/view/filtered-list";
import { type ReadingContext, type ReadingWords, readingContext } from "@/lib/features/waves/view/reading-context";
import { askedWorkforce, type Led } from "@/lib/features/workforces/view/asked-workforce";
import { workforceChoices } from "@/lib/features/workforces/view/list";
import type { FilterChoices } from "@/lib/shared/search-params";

/** What can be asked of one wave's pages. Each part is worked out when it is first asked for, and then kept. */
export type KnownWave = {
  record: WaveRecord;
  hasRecord(id: string): Holds;
  /** By its part of the address, now or once, or its id. */
  hasWorkforce(asked: string): Holds;
  hasRegion(code: string): boolean;
  listChoices(list: ListName): FilterChoices;
  /** What the log of corrections can be narrowed by where this workforce is asked for. */
  correctionChoices(workforce: string | null): FilterChoices;
  workforceChoices(): FilterChoices;
  steps(): readonly Step[];
  /** The moment shown when the address names none. */
  openingStep(): Step;
};

/** Whether a wave has what an address asks for; nobody can say of a large one whose copy is missing. */
export type Holds = Led | "unknown" | "no";

/** What exists in waves of which only a part is at hand. */
export type InLargeWaves = {
  hasRecord(wave: WaveRecord, id: string): Holds;
  hasWorkforce(wave: WaveRecord, asked: string): Holds;
  correctionChoices(wave: WaveRecord, workforce: string | null): FilterChoices;
};
export const IN_NONE: InLargeWaves = {
  hasRecord: () => "no",
  hasWorkforce: () => "no",
  correctionChoices: () => ({}),
};

// What a list can be narrowed by and which moments a map has is no matter of words: any will do.
const ANY_WORDS: ReadingWords = {
  locale: "en",
  page: (key) => key,
  action: (key) => key,
  moment: (key) => key,
  quantity: (key) => key,
};

const LISTS: Record<ListName, (context: ReadingContext) => { facets: Facets }[]> = {
  timeline: timelineView,
  demands: demandsView,
  solidarity: solidarityView,
  sources: sourcesView,
  figures: claimListView,
  corrections: correctionsView,
};

// The record of a wave never changes in place: the next edition has the same object where nothing was published.
const known = new WeakMap<WaveRecord, KnownWave>();

export function knownWave(record: WaveRecord, inLargeWaves: InLargeWaves): KnownWave {
  const made = known.get(record) ?? makeKnown(record, inLargeWaves);
  known.set(record, made);
  return made;
}

function makeKnown(record: WaveRecord, inLargeWaves: InLargeWaves): KnownWave {
  const context = once(() => readingContext(record, ANY_WORDS));
  const ids = once(() => new Set(allRecords(record).map(({ row }) => row.id)));
  const lists = new Map<ListName, FilterChoices>();
  const choicesOfList = (list: ListName) => {
    const choices = lists.get(list) ?? listChoices(LISTS[list](context()), context());
    lists.set(list, choices);
    return choices;
  };
  return {
    record,
    hasRecord(id) {
      if (parseRecordId(id)?.waveCode !== record.wave.code) return "no";
      if (record.part) return inLargeWaves.hasRecord(record, id);
      return ids().has(id) ? "now" : "no";
    },
    hasWorkforce: (asked) =>
      record.part ? inLargeWaves.hasWorkforce(record, asked) : (askedWorkforce(record, asked)?.led ?? "no"),
    hasRegion: (code) => hasRegion(record, code),
    listChoices: choicesOfList,
    correctionChoices: (workforce) =>
      record.part
        ? { ...inLargeWaves.correctionChoices(record, workforce), ...lensChoices(record) }
        : choicesOfList("corrections"),
    workforceChoices: once(() => workforceChoices(record)),
    steps: once(() => stepsOf(record)),
    openingStep: once(() => openingStep(context())),
  };
}

/** A unit of the wave's days, or one of later that leads to the unit it was part of then. */
function hasRegion({ regions, wave }: WaveRecord, code: string): boolean {
  const region = regions.find(({ id }) => id === code);
  if (region === undefined) return false;
  if (isValidOn(region, wave.firstDay)) return true;
  const isLater = region.validFrom !== null && region.validFrom > wave.firstDay;
  return isLater && regions.some(({ id }) => id === region.partOfId);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
