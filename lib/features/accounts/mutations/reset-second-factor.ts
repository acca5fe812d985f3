import { can, type Denial } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { lockAccounts } from "./administer";
import { closeSessions } from "./sessions";
import { forgetSecondFactor } from "./set-up-second-factor";

export type SecondFactorReset = { ok: true } | { ok: false; because: Denial | "gone" | "no_factor" };

/** For somebody who lost the app and the recovery codes: the passphrase opens the account again, and leads to set-up. */
export function resetSecondFactor(actorId: string, userId: string): Promise<SecondFactorReset> {
  return inTransaction(async (tx) => {
    const { actor, account } = await lockAccounts(tx, { actorId, userId });
    const verdict = can(actor, "reset_second_factor", { userId });
    if (!verdict.allowed) return { ok: false, because: verdict.because };
    if (account === undefined) return { ok: false, because: "gone" };
    if (!(await forgetSecondFactor(tx, userId))) return { ok: false, because: "no_factor" };
    await closeSessions(tx, { userId }, actorId);
    await appendAudit(tx, {
      actorId,
      verb: "account.reset_second_factor",
      objectType: "account",
      objectId: userId,
      before: account,
      after: account,
    });
    return { ok: true };
  });
}
