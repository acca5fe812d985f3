import { act, type Fields, type Outcome } from "./acting";
import type { Visitor } from "./asking";
import { isTurnedAway, saidIn } from "./refused";

/** Sends a form that must go through. */
export async function send(by: Visitor, action: string, fields: Fields): Promise<Outcome> {
  const outcome = await act(by, action, fields);
  const isDone = outcome.state?.ok === true || outcome.led !== null;
  if (!isDone || isTurnedAway(outcome)) throw new Error(`${action} did not go through: ${saidIn(outcome)}`);
  return outcome;
}
