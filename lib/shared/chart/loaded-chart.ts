import type { ChartKind, ChartVariant, ChartView } from "./chart";
import type { ChartDrawing } from "./drawing";

/** The addresses of one chart's files; the page itself is `link`. */
export type ChartAddresses = { link: string; csv: string; svg: string; view: string };

export type ChartLabels = {
  table: string;
  csv: string;
  svg: string;
  link: string;
  key: string;
  files: string;
  unavailable: string;
  walk: string;
};

/** Everything `ChartFrame` shows. A null image means that the drawing could not be made: the table is opened. */
export type LoadedChart = {
  kind: ChartKind;
  view: Pick<ChartView<ChartDrawing>, "head" | "key" | "table">;
  images: Readonly<Record<ChartVariant, string>> | null;
  addresses: ChartAddresses;
  labels: ChartLabels;
};
