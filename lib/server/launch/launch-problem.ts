/** A refusal the operator can act on: its message is one sentence and is all that gets printed. */
export class LaunchProblem extends Error {
  override name = "LaunchProblem";
}
