import type { ActionRow, FigureRow } from "./wave-record";

type Happened = Pick<ActionRow, "id" | "state" | "certainty">;

/** Whether an action counts nowhere: it was retracted, or somebody contradicts that it happened. */
export function isOut({ state, certainty }: Happened): boolean {
  return state !== "published" || certainty === "contradicted";
}

/**
 * Whether a figure counts wherever numbers are put together: it is published, and so is the action it is of, which nobody
 * contradicts. A figure of something else than an action, or of one that is not at hand, counts. It says nothing of the figure's standing.
 */
export function countingFigures(actions: readonly Happened[]): (figure: FigureRow) => boolean {
  const out = new Set(actions.filter(isOut).map(({ id }) => id));
  return ({ state, actionId }) => state === "published" && !(actionId !== null && out.has(actionId));
}
