import type { AxisDay } from "@/lib/shared/chart/drawing";
import { textWidth } from "./text-flow";

export const AXIS_FACE = { size: 11.5 };

export type DayLabel = { at: number; text: string; month: string | null };

/** Whole labels where they fit, else the number of the day, else every second, third … day. */
export function dayLabels(days: readonly AxisDay[], plotWidth: number): DayLabel[] {
  const room = plotWidth / Math.max(1, days.length);
  const widest = (key: "label" | "number") => Math.max(0, ...days.map((day) => textWidth(day[key], AXIS_FACE))) + 6;
  const key = widest("label") <= room ? "label" : "number";
  const step = Math.max(1, Math.ceil(widest(key) / room));
  return days
    .filter((_, index) => index % step === 0)
    .map((day) => ({ at: (day.start + day.end) / 2, text: day[key], month: key === "number" ? day.month : null }));
}

/** Room for a line of labels, and for the month above them where they are bare numbers. */
export function axisHeight(days: readonly AxisDay[], plotWidth: number): number {
  return dayLabels(days, plotWidth).some((label) => label.month !== null) ? 38 : 24;
}
