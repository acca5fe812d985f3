import type { Basis, Measure } from "./measure";

/** What an action counts as a whole: a crowd and what befell it are nobody's workforce, whoever the source named. */
const OF_ACTION: readonly Measure[] = ["attendance", "places", "arrests", "injuries", "deaths"];

/** What a claim is about; `workforceId` null is the whole action. */
export type ClaimSubject = { actionId: string | null; workforceId: string | null };
type About = ClaimSubject & { measure: Measure };

/**
 * The one subject of a claim, however it was written down. Attendance, places, arrests, injuries and deaths belong to
 * the action and name no workforce. For every other measure a claim that names none is about the only workforce of a
 * single-workforce action; of several it stays about all of them together, which is none of them alone.
 */
export function claimSubject({ actionId, workforceId, measure }: About, workforceIds: readonly string[]): ClaimSubject {
  if (OF_ACTION.includes(measure)) return { actionId, workforceId: null };
  const [only = null, ...others] = workforceIds;
  return { actionId, workforceId: workforceId ?? (others.length === 0 ? only : null) };
}

/**
 * Equal for claims of an action that count the same thing in the same way: same subject, measure and basis, whatever
 * the moment. `competing-claims.ts` adds what else two claims must share to compete.
 */
export function claimKey(claim: About & { basis: Basis }, workforceIds: readonly string[]): string {
  const { actionId, workforceId } = claimSubject(claim, workforceIds);
  return [actionId, workforceId, claim.measure, claim.basis].join(" ");
}
