import { claimKey } from "./claim-subject";
import type { Moment } from "./moment";
import type { Unit } from "./quantity";
import type { ActionRow, FigureRow, WaveRecord, WorkforceSizeRow } from "./wave-record";

type Asked = Pick<
  FigureRow,
  "actionId" | "eventId" | "regionId" | "workforceId" | "measure" | "basis" | "general" | "quantity" | "asOf"
>;
type Sized = Pick<WorkforceSizeRow, "workforceId" | "comparable" | "quantity" | "asOf">;
type Actions = Pick<WaveRecord, "actions">;

/**
 * The one question a figure answers: subject (an action, an event, a region or the whole wave, and of an action the
 * workforce), measure, basis, unit and moment. Only claims with equal questions compete and meet in an accepted range.
 * `workforceIds` are those of its action; none where it is about none. Moments are equal when both ends are.
 */
export function figureQuestion(figure: Asked, workforceIds: readonly string[]): string {
  const scope = [figure.eventId, figure.regionId, figure.general];
  return [claimKey(figure, workforceIds), ...scope, ...unitAndMoment(figure)].join(" ");
}

/** As `figureQuestion`, for sizes: how many exactly this workforce has, or how many a wider or narrower group, when. */
export function sizeQuestion(size: Sized): string {
  return ["size", size.workforceId, size.comparable, ...unitAndMoment(size)].join(" ");
}

function unitAndMoment({ quantity, asOf }: { quantity: { unit: Unit }; asOf: Moment }) {
  return [quantity.unit, asOf.earliest, asOf.latest];
}

/** The figures by the question they answer, both in the order given; every figure is in exactly one group. */
export function figuresByQuestion<F extends Asked>(figures: readonly F[], record: Actions): F[][] {
  const workforces = workforcesByAction(record.actions);
  const questionOf = (figure: F) => figureQuestion(figure, workforces.get(figure.actionId ?? "") ?? []);
  return [...Map.groupBy(figures, questionOf).values()];
}

export function sizesByQuestion<S extends Sized>(sizes: readonly S[]): S[][] {
  return [...Map.groupBy(sizes, sizeQuestion).values()];
}

/** The claims beside which a figure stands: the published ones of its question, and itself even when it is retracted. */
export function competingFigures(figure: FigureRow, { figures, actions }: WaveRecord): FigureRow[] {
  const workforceIds = actions.find(({ id }) => id === figure.actionId)?.workforceIds ?? [];
  const wanted = figureQuestion(figure, workforceIds);
  return figures
    .filter(({ state, id, actionId }) => actionId === figure.actionId && (state === "published" || id === figure.id))
    .filter((one) => figureQuestion(one, workforceIds) === wanted);
}

/** As `competingFigures`, for the sizes of a workforce. */
export function competingSizes(size: WorkforceSizeRow, { workforceSizes }: WaveRecord): WorkforceSizeRow[] {
  const wanted = sizeQuestion(size);
  return workforceSizes.filter(
    (one) => (one.state === "published" || one.id === size.id) && sizeQuestion(one) === wanted,
  );
}

const indexes = new WeakMap<readonly ActionRow[], Map<string, readonly string[]>>();

// Charts group many small sets of one record: the actions are gone through once.
function workforcesByAction(actions: readonly ActionRow[]): Map<string, readonly string[]> {
  const known = indexes.get(actions);
  if (known !== undefined) return known;
  const made = new Map(actions.map(({ id, workforceIds }) => [id, workforceIds]));
  indexes.set(actions, made);
  return made;
}
