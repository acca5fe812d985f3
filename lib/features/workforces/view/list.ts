import { isUnknown } from "@/lib/domain/quantity";
import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { type Part, plain, publishedOf, type RecordsContext } from "@/lib/features/records/view/context";
import { placeParts } from "@/lib/features/records/view/fact";
import { type FilterChoices, type FilterName, parseListFilter, type SearchParams } from "@/lib/shared/search-params";
import { actionsOf, figuresOf, sizesOf } from "./of-workforce";

/** What the list is narrowed to; empty means all. */
export type WorkforceFilter = { employer: string; region: string; known: "" | "yes" | "no" };
export const EVERY_WORKFORCE: WorkforceFilter = { employer: "", region: "", known: "" };

/** The filter as an address says it, and the names of what it asked for in vain. */
export function workforceFilter(
  params: SearchParams,
  record: WaveRecord,
): { filter: WorkforceFilter; leftOut: FilterName[] } {
  const { filter, leftOut } = parseListFilter(params, workforceChoices(record));
  return {
    filter: { employer: filter.employer ?? "", region: filter.region ?? "", known: filter.known ?? "" },
    leftOut,
  };
}

/** The values the list offers: employers and regions that some published workforce of the wave has. */
export function workforceChoices(record: WaveRecord): FilterChoices {
  const rows = publishedOf(record.workforces);
  const used = (all: readonly { id: string }[], ids: ReadonlySet<string | null>) =>
    all.map(({ id }) => id).filter((id) => ids.has(id));
  return {
    employer: used(record.employers, new Set(rows.map(({ employerId }) => employerId))),
    region: used(record.regions, new Set(rows.map(({ regionId }) => regionId))),
    known: ["yes", "no"],
  };
}

export type WorkforceLine = {
  id: string;
  name: Part;
  employer: Part;
  place: Part[];
  size: Part;
  figures: Part;
  firstDay: Part;
};

export type Choice = { value: string; label: string };
export type WorkforceList = {
  lines: WorkforceLine[];
  /** Leads back to the wave. */
  wavePart: Part;
  all: number;
  withFigure: number;
  employers: Choice[];
  regions: Choice[];
};

/** The workforces of a wave: those that acted first, by when they began; the rest by name. */
export function workforceList(record: WaveRecord, filter: WorkforceFilter, context: RecordsContext): WorkforceList {
  const rows = publishedOf(record.workforces);
  const kept = rows.filter(
    (row) =>
      (filter.employer === "" || row.employerId === filter.employer) &&
      (filter.region === "" || row.regionId === filter.region) &&
      (filter.known === "" || hasFigure(record, row) === (filter.known === "yes")),
  );
  return {
    lines: kept.sort(byBeginning(record)).map((row) => lineOf(row, context)),
    wavePart: context.part(record.wave.names, context.waveHref("")),
    all: rows.length,
    withFigure: rows.filter((row) => hasFigure(record, row)).length,
    employers: choices(record.employers, new Set(rows.map(({ employerId }) => employerId)), context),
    regions: choices(record.regions, new Set(rows.map(({ regionId }) => regionId)), context),
  };
}

/** Whether anybody gave a number of how many took part, counted or as a rate. */
export function hasFigure(record: WaveRecord, row: WorkforceRow): boolean {
  return figuresOf(record, row).own.some(
    ({ measure, quantity }) =>
      ["workers_directly_involved", "participation_rate"].includes(measure) && !isUnknown(quantity),
  );
}

function byBeginning(record: WaveRecord) {
  const begins = (row: WorkforceRow) => actionsOf(record, row)[0]?.period.start.latest ?? Number.POSITIVE_INFINITY;
  return (one: WorkforceRow, other: WorkforceRow) => {
    const [first, second] = [begins(one), begins(other)];
    return first === second ? one.id.localeCompare(other.id, "en", { numeric: true }) : first - second;
  };
}

function choices(
  rows: readonly { id: string; names: WorkforceRow["names"] }[],
  used: ReadonlySet<string | null>,
  context: RecordsContext,
): Choice[] {
  return rows
    .filter(({ id }) => used.has(id))
    .map(({ id, names }) => ({ value: id, label: context.text(names) }))
    .sort((one, other) => one.label.localeCompare(other.label, context.locale));
}

function lineOf(row: WorkforceRow, context: RecordsContext): WorkforceLine {
  const { record, words } = context;
  const employer = record.employers.find(({ id }) => id === row.employerId);
  const first = actionsOf(record, row)[0];
  return {
    id: row.id,
    name: context.part(row.names, context.workforceHref(row.slug)),
    employer: employer ? context.part(employer.names) : plain(words("noEmployer")),
    place: placeParts(row, context),
    size: sizePart(row, context),
    figures: figurePart(row, context),
    firstDay: first
      ? plain(context.moment(first.period.start), context.recordHref(first.id))
      : plain(words("workforce.noAction")),
  };
}

// The latest size that speaks of exactly this workforce; another one is named as such and never stands in for it.
function sizePart(row: WorkforceRow, context: RecordsContext): Part {
  const sizes = sizesOf(context.record, row).filter(({ standing }) => standing !== "deprecated");
  const size = sizes.find(({ comparable }) => comparable) ?? sizes[0];
  if (!size) return plain(context.words("workforce.noSize"));
  const amount = context.amount(size.quantity);
  const text = size.comparable ? amount : context.words("workforce.otherScope", { amount });
  return plain(text, context.recordHref(size.id));
}

function figurePart(row: WorkforceRow, context: RecordsContext): Part {
  const { own } = figuresOf(context.record, row);
  const known = own.filter(({ quantity, measure }) => !isUnknown(quantity) && measure !== "production_share_stopped");
  const shown = known.find(({ measure }) => measure !== "attendance") ?? known[0];
  if (!shown) return plain(context.words("workforce.noFigure"));
  const amount = context.measured(shown.quantity);
  const text = context.words(shown.disputed ? "workforce.figureDisputed" : "workforce.figure", {
    measure: context.words(`measure.${shown.measure}`),
    amount,
  });
  return plain(text, context.recordHref(shown.id));
}
