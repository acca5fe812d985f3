import type { PersonalData } from "@/lib/domain/personal-data";
import type { PutBack } from "./put-back";

/** What a moderator is to read before anything is published: what seems to lead to a person, and what was taken down. */
export type ToRead = { personal: readonly PersonalData[]; putBack: readonly PutBack[] };

/**
 * Each of it by a name on one line: the form sends with its tick which were shown, and the tick covers no other. Of what the
 * reason says too the name is another than of the same words in the proposal.
 */
export function namesOfRead({ personal, putBack }: ToRead): string[] {
  const named = [...personal.map(({ kind, found }) => [kind, found]), ...putBack.map((one) => Object.values(one))];
  return [...new Set(named.map((parts) => parts.join(" ").replace(/\s+/g, " ").trim()))];
}
