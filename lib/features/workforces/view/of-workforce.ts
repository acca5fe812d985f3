import { countingFigures } from "@/lib/domain/counting";
import { publishedOf } from "@/lib/domain/published";
import type { ActionRow, FigureRow, WaveRecord, WorkforceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";

/** Actions the workforce took part in, by when they had surely begun: "January" comes after "4 January". */
export function actionsOf(record: WaveRecord, { id }: WorkforceRow): ActionRow[] {
  return publishedOf(record.actions)
    .filter((action) => action.workforceIds.includes(id))
    .sort((one, other) => one.period.start.latest - other.period.start.latest);
}

/** Claims of how many workers it has, latest first. */
export function sizesOf(record: WaveRecord, { id }: WorkforceRow): WorkforceSizeRow[] {
  return publishedOf(record.workforceSizes)
    .filter((size) => size.workforceId === id)
    .sort((one, other) => other.asOf.earliest - one.asOf.earliest);
}

/**
 * Figures about the workforce: those that name it, and those of an action of its own. A figure of an action that it
 * shared with others, and that names no workforce, counts the others too: it is shown, and never divided by its size.
 * Those of an action that was retracted or is contradicted stand on their own pages and count nowhere.
 */
export function figuresOf(record: WaveRecord, row: WorkforceRow): { own: FigureRow[]; shared: FigureRow[] } {
  const actions = new Map(actionsOf(record, row).map((action) => [action.id, action]));
  const counts = countingFigures(record.actions);
  const figures = record.figures.filter(counts).sort((one, other) => one.asOf.earliest - other.asOf.earliest);
  const isOwn = ({ workforceId, actionId }: FigureRow) =>
    workforceId === row.id || (workforceId === null && actions.get(actionId ?? "")?.workforceIds.length === 1);
  const isShared = ({ workforceId, actionId }: FigureRow) => workforceId === null && actions.has(actionId ?? "");
  return { own: figures.filter(isOwn), shared: figures.filter((one) => !isOwn(one) && isShared(one)) };
}
