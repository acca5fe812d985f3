import type { Claimant } from "./measure";
import type { Epoch } from "./moment";
import type { Threshold } from "./threshold";
import type { RuleSetId } from "./words-rules";

/** Through what a reader reads a record. Each part is the reader's choice and changes nothing that is recorded. */
export type Lens = {
  /** The local day (`2022-01-05`) by whose end a version had to be recorded to be seen; null is everything known now. */
  knownOn: string | null;
  /** The last instant of that day in the wave's zone; null exactly when `knownOn` is. */
  knownAt: Epoch | null;
  /** How words are read as numbers. */
  rule: RuleSetId;
  /** Whose figures are read; null is everybody's. */
  claimant: Claimant | null;
  /** Which stoppages are read. */
  threshold: Threshold;
};

/** Everything that is recorded, as Turnout reads it. */
export const NO_LENS: Lens = { knownOn: null, knownAt: null, rule: "turnout", claimant: null, threshold: "none" };
