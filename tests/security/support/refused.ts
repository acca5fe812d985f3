import type { Outcome } from "./acting";

/** Every way an action says that this person, or this request, may not. */
const refusals = new Set([
  ...["signed_out", "suspended", "role", "second_factor", "own_entry", "not_author", "own_account", "role_not_given"],
  ...["other_origin", "gone", "wave_gone"],
  ...["second_step_needed", "second_step_wrong", "second_step_limited"],
]);

/** Whether the answer turns somebody away: refused by name, led to sign in, or no answer of an action at all. */
export function isTurnedAway({ status, state, led }: Outcome): boolean {
  if (led !== null) return /\/sign-in(?:\?next|\/|$)|refused=role/.test(led);
  if (state?.refusal) return refusals.has(state.refusal.refused);
  if (state !== null) return !state.ok && refusals.has(state.formError ?? "");
  return status === 0 || status === 403 || status === 404 || status === 405;
}

/** What was answered, in a line. */
export function saidIn({ status, state, led }: Outcome): string {
  if (led !== null) return `led to ${led}`;
  if (state === null) return `status ${status}`;
  if (state.refusal) return state.refusal.refused;
  return state.ok ? "done" : `${state.formError ?? ""} ${JSON.stringify(state.fieldErrors ?? {})}`;
}
