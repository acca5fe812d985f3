import { lacksFirstTier, losesFirstTier } from "@/lib/domain/source-tier";
import type { Transaction } from "@/lib/server/transaction";
import { readCitedTiers, readProposedTiers } from "../data/source-tiers";
import type { CheckedCorrection } from "./check-correction";
import type { CheckedEntry } from "./entry-content";
import type { LockedEntry } from "./locked-entry";

/**
 * A source of the second tier needs one of the first beside it. Whoever approves without says why, and readers see it:
 * true while nobody has, neither now nor with an approval that agrees.
 */
export async function lacksTierReason(
  tx: Transaction,
  entry: LockedEntry,
  { checked, reasons }: { checked: CheckedEntry; reasons: readonly string[] },
): Promise<boolean> {
  if (reasons.length > 0) return false;
  if ("made" in checked) return lacksFirstTier(await readProposedTiers(tx, entry.waveId, checked.made.sources));
  return entry.kind === "correction" && losesTier(tx, entry.waveId, checked.correction);
}

async function losesTier(tx: Transaction, waveId: string, { base, proposed, grounds }: CheckedCorrection) {
  const [before, kept, named] = await Promise.all([
    readCitedTiers(tx, base.citations),
    readCitedTiers(tx, proposed.citations),
    readProposedTiers(tx, waveId, grounds.sources),
  ]);
  return losesFirstTier(before, [...kept, ...named]);
}
