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

/** True when some of the bar falls inside the axis. */
export function isOnAxis(action: ActionRow, axis: TimeAxis): boolean {
  const { startEarliest, endLatest } = strikeTimes(action);
  return startEarliest < axis.end && endLatest >= axis.start;
}

export function strikeBar(action: ActionRow, name: string, hatched: boolean, context: ViewContext): StrikeBar {
  return {
    id: action.id,
    href: context.recordHref(action.id),
    title: context.words("participation.barTitle", {
      workforce: name,
      kind: strikeKind(action, context),
      period: context.period(action.period),
      note: hatched ? `; ${context.noNumber}` : "",
    }),
    solidarity: action.solidarity,
    hatched,
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
