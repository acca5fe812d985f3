import { inTransaction } from "@/lib/server/transaction";
import { isCorrection } from "../schema";
import { personalDataIn } from "../view/personal-data";
import { checkEntry, settleInput } from "./entry-content";
import type { EntryRefusal } from "./refusal";

/** What a correction would change if it were sent now, what of it would be refused, and what seems to lead to a person. */
export type AskedCorrection = { refusal: EntryRefusal | null; changes: string[]; personal: string[] };

/** Held against the record as a sending would be, and nothing is written. Only what differs from the record is looked at. */
export function askCorrection(typed: unknown): Promise<AskedCorrection> {
  return inTransaction(async (tx) => {
    const settled = await settleInput(tx, typed);
    if ("refused" in settled) return { refusal: settled, changes: [], personal: [] };
    const { payload, subject } = settled;
    const checked = await checkEntry(tx, { kind: subject.kind, payload });
    return {
      refusal: "refused" in checked ? checked : null,
      changes: isCorrection(payload) ? Object.keys(payload.changes) : [],
      personal: personalDataIn(payload).map(({ found }) => found),
    };
  });
}
