import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { ActionRow } from "@/lib/domain/wave-record";
import type { StrikeBar, TimeAxis } from "@/lib/shared/chart/drawing";
import type { ViewContext } from "./view-context";

/** What the ends of a bar say: only what is known, never smeared on to the end of the wave. */
export function strikeTimes({ period, lastKnownAt }: Pick<ActionRow, "period" | "lastKnownAt">) {
  const { start, end, openEnd } = period;
  const knownUntil = Math.max(start.latest, end?.earliest ?? start.latest, lastKnownAt ?? start.latest);
  return {
    startEarliest: start.earliest,
    startLatest: start.latest,
    knownUntil,
    endLatest: Math.max(knownUntil, end?.latest ?? knownUntil),
    tail: end !== null ? ("ended" as const) : openEnd ? ("open" as const) : ("unreported" as const),
  };
}

/** Whether work stopped in it as far as is known. */
export function isStrike(action: Pick<ActionRow, "type" | "stoppage">): boolean {
  return spreadKindsOf({ kind: action.type, stoppage: action.stoppage }).includes("strike");
}

/** True when some of the bar falls inside the axis. */
export function isOnAxis(action: ActionRow, axis: TimeAxis): boolean {
  const { startEarliest, endLatest } = strikeTimes(action);
  return startEarliest < axis.end && endLatest >= axis.start;
}

/** Dated to a month or not at all: a bar would say days that nobody named. */
export function isUndated({ period }: Pick<ActionRow, "period">): boolean {
  return period.start.precision === "month" || period.start.precision === "none";
}

export function undatedWords({ period: { start } }: ActionRow, context: ViewContext): string {
  return start.precision === "none"
    ? context.moment(start)
    : context.words("participation.undated", { month: context.moment(start) });
}

/** Counts, but only one side says so. */
export function isClaimed({ certainty }: Pick<ActionRow, "certainty">): boolean {
  return certainty === "claimed";
}

/** `lack`: why the bar is hatched, in words; null where a number stands undisputed. */
export function strikeBar(action: ActionRow, name: string, lack: string | null, context: ViewContext): StrikeBar {
  return {
    id: action.id,
    href: context.recordHref(action.id),
    title: context.words("participation.barTitle", {
      workforce: name,
      kind: saidKind(action, context),
      period: context.period(action.period),
      note: lack === null ? "" : `; ${lack}`,
    }),
    solidarity: action.solidarity,
    hatched: lack !== null,
    ...strikeTimes(action),
  };
}

export function briefKind(action: ActionRow): "general" | "solidarity" | "strike" {
  return action.general ? "general" : action.solidarity ? "solidarity" : "strike";
}

export function strikeKind(action: ActionRow, context: ViewContext): string {
  const kind = briefKind(action);
  return context.words(action.stoppage === "unclear" ? `strike.${kind}Unclear` : `strike.${kind}`);
}

/** The kind of strike, and that only one side says so where that is so. */
export function saidKind(action: ActionRow, context: ViewContext): string {
  const kind = strikeKind(action, context);
  return isClaimed(action) ? `${kind}, ${context.words("claimed")}` : kind;
}
