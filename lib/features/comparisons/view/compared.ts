import type { Measure } from "@/lib/domain/measure";
import type { Epoch } from "@/lib/domain/moment";
import { columnNames } from "@/lib/shared/files/file-registry";
import type { ComparedKind } from "./asked";

/** What is put side by side, in the words of its file. */
export const INDICATORS = [
  ...(["first_strike", "first_rally", "strikes", "rallies", "days_with_strike", "days_with_rally"] as const),
  ...(["places", "population", "size", "largest_figure"] as const),
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** One thing said of one region or workforce: as a cell of the table and a row of the file. */
export type ComparedValue = {
  indicator: Indicator;
  measure: Measure | null;
  text: string;
  href: string | null;
  remarks: string[];
  lower: number | null;
  upper: number | null;
  unit: string;
  start: { earliest: Epoch; latest: Epoch } | null;
  /** How many actions have no number that could be in it; null where it is no matter of numbers. */
  without: number | null;
  claimIds: string[];
  coverageNoteIds: string[];
};

export type ComparedSubject = { id: string; name: string; href: string; values: ComparedValue[] };
export type Comparison = { kind: ComparedKind; subjects: ComparedSubject[]; rows: ComparedRow[] };
/** What is said of each subject under one head; null where there is nothing of the kind. */
export type ComparedRow = { key: string; label: string; cells: (ComparedValue | null)[] };

/** What every value has unless it says otherwise. */
export const NOTHING_ELSE = {
  ...{ measure: null, href: null, lower: null, upper: null, unit: "", start: null, without: null },
} as const;

export function comparedValue(
  value: Pick<ComparedValue, "indicator" | "text"> & Partial<ComparedValue>,
): ComparedValue {
  return { ...NOTHING_ELSE, remarks: [], claimIds: [], coverageNoteIds: [], ...value };
}

export function rowsOf(subjects: readonly ComparedSubject[], labelOf: (value: ComparedValue) => string): ComparedRow[] {
  const keyOf = ({ indicator, measure }: ComparedValue) => `${indicator} ${measure ?? ""}`.trim();
  const first = new Map(subjects.flatMap(({ values }) => values.map((value) => [keyOf(value), value] as const)));
  const place = ({ indicator }: ComparedValue) => INDICATORS.indexOf(indicator);
  return [...first]
    .toSorted(([, a], [, b]) => place(a) - place(b))
    .map(([key, value]) => ({
      ...{ key, label: labelOf(value) },
      cells: subjects.map(({ values }) => values.find((one) => keyOf(one) === key) ?? null),
    }));
}

/** The comparison as a file: a row per subject and indicator; what nobody knows is empty. */
export function comparisonFile({ kind, subjects }: Comparison): { header: string[]; rows: string[][] } {
  const subject = kind === "regions" ? "region" : "workforce";
  const rows = subjects.flatMap(({ id, values }) => values.map((value) => [subject, id, ...fieldsOf(value)]));
  return { header: columnNames("comparison"), rows };
}

function fieldsOf(value: ComparedValue): string[] {
  const { indicator, measure, lower, upper, unit, start, without, claimIds, coverageNoteIds } = value;
  const bare = (number: number | null) => (number === null ? "" : String(number));
  const iso = (at: Epoch | undefined) => (at === undefined ? "" : new Date(at).toISOString());
  return [
    ...[indicator, measure ?? "", bare(lower), bare(upper), lower === null && upper === null ? "" : unit],
    ...[iso(start?.earliest), iso(start?.latest), bare(without), claimIds.join(" "), coverageNoteIds.join(" ")],
  ];
}
