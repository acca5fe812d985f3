/** What a chart draws and says, as plain data. A view makes it once; drawing, sentence, table and file all read it. */
export const CHART_KINDS = ["participation", "reach", "crowds"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export function isChartKind(value: string): value is ChartKind {
  return (CHART_KINDS as readonly string[]).includes(value);
}

/** `narrow` is drawn for a phone, `wide` for everything else; each is scaled to its place, never redrawn. */
export const CHART_VARIANTS = ["narrow", "wide"] as const;
export type ChartVariant = (typeof CHART_VARIANTS)[number];
export const CHART_WIDTHS: Readonly<Record<ChartVariant, number>> = { narrow: 344, wide: 800 };

/** A text, and where it leads if it leads anywhere. */
export type LinkedText = { text: string; href: string | null };

export type ChartHead = {
  /** The finding in one sentence, with its coverage. */
  finding: string;
  /** Measure, unit, period, time zone. */
  subtitle: string;
  /** What the drawing holds, for who does not see it. */
  description: string;
  /** Sources counted, record as of, coverage: the footer, in this order. */
  sources: LinkedText;
  asOf: string;
  coverage: string;
};

export type ChartTable = {
  caption: string;
  columns: string[];
  rows: { id: string; cells: LinkedText[] }[];
};

/** The same rows for machines: the domain's words in English, numbers bare, times in ISO 8601. */
export type ChartFile = { header: string[]; rows: string[][] };

/** What a mark in the key stands for; `charts/chart-key.tsx` draws it. */
export const KEY_MARKS = [
  "strike",
  "solidarity",
  "rally",
  "hatch",
  "fade",
  "unreported_end",
  "open_end",
  "veil",
  "disputed",
  "accepted",
  "possible",
  "range",
  "claimant:employer",
  "claimant:union",
  "claimant:workers",
  "claimant:state",
  "claimant:press",
  "claimant:organisers",
  "claimant:researchers",
  "claimant:other",
] as const;
export type KeyMark = (typeof KEY_MARKS)[number];
export type ChartKeyEntry = { mark: KeyMark; text: string };

export type ChartView<Drawing extends { kind: ChartKind }> = {
  kind: Drawing["kind"];
  head: ChartHead;
  key: ChartKeyEntry[];
  drawing: Drawing;
  table: ChartTable;
  file: ChartFile;
};
