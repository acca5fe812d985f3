import { isOfMethod } from "@/lib/domain/coverage";
import type { Epoch } from "@/lib/domain/moment";
import { publishedOf } from "@/lib/domain/published";
import type { CoverageNoteRow, WaveRecord } from "@/lib/domain/wave-record";
import type { TimeAxis, TimeNote, Veil } from "@/lib/shared/chart/drawing";
import type { ViewContext } from "./view-context";

/** What a time axis says beside its marks: where reports were cut, and what we did not search or counted otherwise. */
export type NotesOnAxis = { veils: Veil[]; notes: TimeNote[] };

/** A cut is a veil over its time and regions. A note on method is a line with words: a veil would call it a cut. */
export function notesOnAxis(record: WaveRecord, axis: TimeAxis, context: ViewContext): NotesOnAxis {
  const shown = publishedOf(record.coverageNotes).filter(
    ({ period }) => period.start.earliest < axis.end && lastOf(period) > axis.start,
  );
  const [methods, cuts] = [true, false].map((is) => shown.filter(({ cause }) => isOfMethod(cause) === is));
  const veils = (cuts ?? []).map((note) => veilOf(note, axis, whereWords([note], record, context), context));
  // Cuts of one cause and the same days are said once, with how many regions they held in.
  const days = ({ start, end }: CoverageNoteRow["period"]) => [start.earliest, end?.latest ?? 0].map(context.day);
  const together = Map.groupBy(cuts ?? [], ({ cause, period }) => [cause, ...days(period)].join());
  const said = [...together.values()].flatMap((group) => {
    const [first] = group;
    return first ? timeNote(first, axis, textOf(first, whereWords(group, record, context), context), context) : [];
  });
  const lines = (methods ?? []).map((note) =>
    timeNote(note, axis, textOf(note, whereWords([note], record, context), context), context),
  );
  return { veils, notes: [...said, ...lines] };
}

function veilOf(note: CoverageNoteRow, axis: TimeAxis, where: string, context: ViewContext): Veil {
  const { start, end } = note.period;
  return {
    id: note.id,
    regionId: note.regionId,
    earliest: Math.max(axis.start, start.earliest),
    from: within(start.latest, axis),
    // Of a cut whose end nobody reported only the beginning is sure.
    to: within(end?.earliest ?? start.latest, axis),
    latest: Math.min(axis.end, lastOf(note.period)),
    text: textOf(note, where, context),
    href: context.recordHref(note.id),
  };
}

function timeNote(note: CoverageNoteRow, axis: TimeAxis, text: string, context: ViewContext): TimeNote {
  const { start } = note.period;
  return {
    id: note.id,
    isMethod: isOfMethod(note.cause),
    from: within(isOfMethod(note.cause) ? start.earliest : start.latest, axis),
    to: Math.min(axis.end, lastOf(note.period)),
    text,
    href: context.recordHref(note.id),
  };
}

function within(at: Epoch, axis: TimeAxis): Epoch {
  return Math.max(axis.start, Math.min(at, axis.end));
}

function lastOf({ end }: CoverageNoteRow["period"]): Epoch {
  return end?.latest ?? Number.POSITIVE_INFINITY;
}

const TOLD = ["internet_cut", "not_searched", "counted_differently"];

function textOf({ cause }: CoverageNoteRow, where: string, { words }: ViewContext): string {
  const told = TOLD.includes(cause) ? cause : "other";
  if (where === "") return words(`veil.${told}`);
  // Short, because the name of a region stands beside it; the key says what a cut means.
  return words("veil.in", { text: words(isOfMethod(cause) ? `veil.${told}` : `veil.inRegion.${told}`), where });
}

/** Empty for the whole country, the region's name, or how many there are. */
function whereWords(notes: readonly CoverageNoteRow[], { regions }: WaveRecord, context: ViewContext): string {
  const codes = new Set(notes.map(({ regionId }) => regionId));
  if (codes.has(null)) return "";
  if (codes.size > 1) return context.words("veil.regions", { count: codes.size });
  return context.text(regions.find(({ id }) => codes.has(id))?.shortNames ?? null);
}

/** The record with those notes alone that hold in any of some regions: what is drawn of few has nothing of others. */
export function notedIn(regions: readonly string[], record: WaveRecord): WaveRecord {
  const coverageNotes = record.coverageNotes.filter(({ regionId }) => regionId === null || regions.includes(regionId));
  return { ...record, coverageNotes };
}

/** Cuts that may touch a time in any of some regions; null is somewhere in the country. */
export function cutsOf(
  veils: readonly Veil[],
  regions: readonly (string | null)[],
  [from, to]: [Epoch, Epoch],
): Veil[] {
  const isIn = ({ regionId }: Veil) => regionId === null || regions.includes(null) || regions.includes(regionId);
  return veils.filter((veil) => isIn(veil) && veil.earliest <= to && veil.latest >= from);
}
