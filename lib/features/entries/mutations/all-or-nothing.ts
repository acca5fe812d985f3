import { inTransaction, type Transaction } from "@/lib/server/transaction";
import type { EntryRefusal, EntryResult } from "./refusal";

class Refused extends Error {
  constructor(readonly refusal: EntryRefusal) {
    super("refused");
  }
}

/** One write of several steps: a later step that is refused undoes the earlier ones, and the form keeps what was typed. */
export async function allOrNothing(work: (tx: Transaction) => Promise<EntryResult>): Promise<EntryResult> {
  try {
    return await inTransaction(async (tx) => {
      const result = await work(tx);
      if ("refused" in result) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
