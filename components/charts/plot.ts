import type { ChartVariant } from "@/lib/shared/chart/chart";

export type ChartProps<Drawing> = { drawing: Drawing; variant: ChartVariant; idPrefix: string };

/** What a mark needs to find its place: pixels of an instant or an amount, and the edges of the plot. */
export type Plot = { x: (at: number) => number; left: number; right: number };
