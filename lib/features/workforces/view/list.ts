import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import {
  type Part,
  plain,
  type RecordsContext,
  type RecordsWords,
  recordsContext,
} from "@/lib/features/records/view/context";
import { placeParts } from "@/lib/features/records/view/fact";
import { lensChoices } from "@/lib/features/waves/view/asked-lens";
import type { FilteredList } from "@/lib/features/waves/view/filtered-list";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import {
  type FilterChoices,
  filterQuery,
  parseListFilter,
  type SearchParams,
  withQuery,
} from "@/lib/shared/search-params";
import { actionsOf, figuresOf, sizesOf } from "./of-workforce";

/** The values the list offers: employers and regions that some published workforce of the wave has. */
export function workforceChoices(record: WaveRecord): FilterChoices {
  const rows = publishedOf(record.workforces);
  const used = (all: readonly { id: string }[], ids: ReadonlySet<string | null>) =>
    all.map(({ id }) => id).filter((id) => ids.has(id));
  return {
    employer: used(record.employers, new Set(rows.map(({ employerId }) => employerId))),
    region: used(record.regions, new Set(rows.map(({ regionId }) => regionId))),
    known: ["yes", "no"],
    ...lensChoices(record),
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

/** The workforces of a wave as an address narrows them, those that acted first before the rest. */
export type WorkforceList = FilteredList<WorkforceRow> & { withFigure: number };

/** The same rows are the page's and its file's. Regions and employers compare by id, as the address has them. */
export function workforceListView({ record, kept, locale }: ReadingContext, params: SearchParams): WorkforceList {
  const choices = workforceChoices(kept);
  const { filter, leftOut } = parseListFilter(params, choices);
  const rows = publishedOf(record.workforces);
  const shown = rows.filter(
    (row) =>
      (filter.employer === null || row.employerId === filter.employer) &&
      (filter.region === null || row.regionId === filter.region) &&
      (filter.known === null || hasFigure(record, row) === (filter.known === "yes")),
  );
  const { slug } = record.wave;
  const query = filterQuery(filter);
  return {
    shown: shown.sort(byBeginning(record)),
    total: rows.length,
    withFigure: rows.filter((row) => hasFigure(record, row)).length,
    ...{ filter, choices, leftOut },
    path: `/${locale}/waves/${slug}/workforces`,
    csv: withQuery(`/api/v1/waves/${slug}/workforces.csv`, query),
  };
}

/** The rows of the list with everything it says of each. */
export function workforceLines(
  rows: readonly WorkforceRow[],
  record: WaveRecord,
  words: RecordsWords,
): WorkforceLine[] {
  const context = recordsContext(record, words);
  return rows.map((row) => lineOf(row, context));
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
  if (!shown) return plain(context.words("workforce.noFigure", { silence: context.silence }));
  const amount = context.measured(shown.quantity);
  const text = context.words(shown.disputed ? "workforce.figureDisputed" : "workforce.figure", {
    measure: context.words(`measure.${shown.measure}`),
    amount,
  });
  return plain(text, context.recordHref(shown.id));
}
