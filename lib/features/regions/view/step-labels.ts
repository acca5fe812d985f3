import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { formatDay, formatShortDay } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import { nearestStep, type Step, stepsIn } from "./steps";

export type StepLink = { href: string; label: string; current: boolean };

/** The page that links to moments stay on, with its anchor and what else of its query they keep. */
export type StepPath = { page: string; anchor: string; keep?: string };

/** The steps as links. */
export function stepsView(context: ReadingContext, current: Step, path: StepPath): StepLink[] {
  const steps = stepsIn(context);
  const chosen = nearestStep(steps, current.key);
  return steps.map((step) => ({
    href: context.waveHref(`${path.page}?at=${step.key}${path.keep ?? ""}${path.anchor}`),
    label: stepLabel(step, context),
    current: step.key === chosen?.key && step.part === chosen.part,
  }));
}

/** "4 January", "4 January, evening", "night of 4 to 5 January". */
export function stepTitle({ date, part }: Step, { t, locale }: ReadingContext): string {
  const day = formatDay(noon(date), locale, "UTC");
  if (part === "day") return day;
  if (part === "evening") return t("spread.step.eveningLong", { day });
  return t("spread.step.nightLong", { from: day, to: formatDay(noon(addDays(date, 1)), locale, "UTC") });
}

function stepLabel({ date, part }: Step, { t, locale }: ReadingContext): string {
  const short = (of: string) => formatShortDay(noon(of), locale, "UTC");
  if (part === "day") return short(date);
  if (part === "evening") return t("spread.step.evening", { day: short(date) });
  const next = addDays(date, 1);
  const from = next.slice(0, 7) === date.slice(0, 7) ? String(Number(date.slice(8))) : short(date);
  return t("spread.step.night", { from, to: short(next) });
}

function noon(date: string): number {
  return Date.parse(`${date}T12:00Z`);
}
