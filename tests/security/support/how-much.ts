import { howMuch } from "../../support/how-much";

const share = howMuch("SECURITY_SHARE", 1);

/** Of many alike all, or evenly spread ones where the environment says so. */
export function someOf<T>(all: readonly T[]): T[] {
  return all.filter((_, at) => at % share === 0);
}

export const guesses = howMuch("SIGN_IN_GUESSES", 10_000);
export const fuzzedRequests = howMuch("FUZZED_REQUESTS", 20_000);
