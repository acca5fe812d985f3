import type { Claimant } from "@/lib/domain/measure";
import type { Epoch } from "@/lib/domain/moment";
import { type Bounds, isUnknown } from "@/lib/domain/quantity";
import type { RevisionRow, WaveRecord, WorkforceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";
import { claimantName } from "@/lib/features/records/view/claim-row";
import type { Part, RecordsContext } from "@/lib/features/records/view/context";
import type { TotalsWords } from "@/lib/features/totals/view/totals-context";
import { columnNames } from "@/lib/shared/files/file-registry";
import { askedWorkforce } from "./asked-workforce";

/** One claim of a size with every version it had. */
export type SizeLine = {
  id: string;
  href: string;
  asOf: string;
  claimant: string;
  amount: string;
  words: Part | null;
  counts: string;
  note: Part | null;
  standing: string;
  history: string[];
  retracted: boolean;
};

/** A claim as a mark over time: when it speaks of and how many. */
export type SizeMark = {
  id: string;
  label: string;
  claimant: Claimant;
  comparable: boolean;
  at: { earliest: Epoch; latest: Epoch };
  bounds: Bounds;
};

export type SizesView = { lines: SizeLine[]; marks: SizeMark[]; years: { at: Epoch; label: string }[] };

/** Every claim of how many workers a workforce has, latest first; what was retracted stays in the table. */
export function sizesView(row: WorkforceRow, context: RecordsContext, words: TotalsWords): SizesView {
  const sizes = context.record.workforceSizes
    .filter(({ workforceId }) => workforceId === row.id)
    .toSorted((one, other) => other.asOf.earliest - one.asOf.earliest);
  const drawn = sizes.filter(({ state, standing, quantity }) => {
    return state === "published" && standing !== "deprecated" && !isUnknown(quantity);
  });
  return {
    lines: sizes.map((size) => lineOf(size, context, words)),
    marks: drawn.map((size) => ({
      id: size.id,
      label: `${context.measured(size.quantity)} · ${claimantName(size, context)}`,
      claimant: size.claimant,
      comparable: size.comparable,
      at: { earliest: size.asOf.earliest, latest: size.asOf.latest },
      bounds: { lower: size.quantity.lower, upper: size.quantity.upper },
    })),
    years: yearsOf(drawn),
  };
}

function lineOf(size: WorkforceSizeRow, context: RecordsContext, words: TotalsWords): SizeLine {
  const said = size.quantity.words;
  return {
    id: size.id,
    href: context.recordHref(size.id),
    asOf: context.moment(size.asOf),
    claimant: claimantName(size, context),
    amount: context.measured(size.quantity),
    words: said === null ? null : { text: said, href: null, language: size.wordsLanguage },
    counts: words(size.comparable ? "sizes.comparable" : "sizes.other"),
    note: size.scopeNote === null ? null : context.part(size.scopeNote),
    standing: context.words(`standing.${size.standing}`),
    history: versionsOf(size, context.record).map((version) => versionWords(version, context, words)),
    retracted: size.state === "retracted",
  };
}

/** Latest first. */
function versionsOf(size: WorkforceSizeRow, { revisions }: WaveRecord): RevisionRow[] {
  const only = { number: size.revision, recordedAt: size.recordedAt, retracts: size.state === "retracted" };
  return (revisions[size.id] ?? [{ ...only, reason: null, row: size }]).toReversed();
}

function versionWords({ number, recordedAt, retracts, row }: RevisionRow, context: RecordsContext, words: TotalsWords) {
  const day = context.fullDay(recordedAt);
  if (retracts) return words("sizes.retracted", { day });
  return words("sizes.revision", { number, day, amount: context.measured((row as WorkforceSizeRow).quantity) });
}

/** The beginning of each year the claims speak of, with one more; of many years every so many. */
function yearsOf(sizes: readonly WorkforceSizeRow[]): SizesView["years"] {
  if (sizes.length === 0) return [];
  const year = (at: Epoch) => new Date(at).getUTCFullYear();
  const first = year(Math.min(...sizes.map(({ asOf }) => asOf.earliest)));
  const last = year(Math.max(...sizes.map(({ asOf }) => asOf.latest))) + 1;
  const step = Math.ceil((last - first) / MOST_YEARS);
  return Array.from({ length: Math.ceil((last - first) / step) + 1 }, (_, index) => first + index * step).map(
    (one) => ({
      at: Date.UTC(one, 0, 1),
      label: String(one),
    }),
  );
}

const MOST_YEARS = 6;

/** Every version of every size of a wave, or of one workforce of it. */
export function sizesFile(record: WaveRecord, workforce: string | null) {
  const asked = workforce === null ? undefined : askedWorkforce(record, workforce)?.row.id;
  const sizes = record.workforceSizes.filter(({ workforceId }) => workforce === null || workforceId === asked);
  return {
    header: columnNames("sizes"),
    rows: sizes.flatMap((size) => versionsOf(size, record).map((version) => fileRow(version))),
  };
}

function fileRow({ number, recordedAt, retracts, row }: RevisionRow): string[] {
  const { id, workforceId, quantity, asOf, comparable, claimant, standing, citations } = row as WorkforceSizeRow;
  const iso = (at: Epoch) => new Date(at).toISOString();
  return [
    ...[id, workforceId, String(number), iso(recordedAt), String(retracts)],
    ...[quantity.lower, quantity.upper].map((end) => (end === null ? "" : String(end))),
    ...[String(quantity.approximate), quantity.unknown ?? "", iso(asOf.earliest), iso(asOf.latest), asOf.precision],
    ...[String(comparable), claimant, standing, quantity.words ?? ""],
    citations.map(({ sourceId }) => sourceId).join(" "),
  ];
}
