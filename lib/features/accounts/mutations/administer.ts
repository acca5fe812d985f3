import { type Actor, can, type Denial, type Role, type Verb } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import type { GivenRole } from "../schema";
import { closeSessions } from "./sessions";

export type AccountChanged =
  | { ok: true }
  | { ok: false; because: Denial | "gone" | "unchanged" | "last_administrator" };

type Account = { id: string; role: Role; state: "active" | "suspended" };
type Change = { actorId: string; userId: string; verb: Verb; auditVerb: `account.${string}` };
/** Why somebody is suspended, and what they are told themselves. */
export type Suspension = { reason: string; message: string | null };
type Apply = { to: Partial<{ role: GivenRole; state: Account["state"] }>; suspension?: Suspension | null };

/** Out at once: the sessions end with the right to act, and the entries the account was at are free for others. */
export function suspendAccount(actorId: string, userId: string, suspension: Suspension): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "suspend_account", auditVerb: "account.suspend" } as const;
  return changeAccount(change, { to: { state: "suspended" }, suspension });
}

export function restoreAccount(actorId: string, userId: string): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "restore_account", auditVerb: "account.restore" } as const;
  return changeAccount(change, { to: { state: "active" }, suspension: null });
}

/** Holds from the next write on, since every write reads the role from the database. */
export function setRole(actorId: string, userId: string, role: GivenRole): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "set_role", auditVerb: "account.set_role" } as const;
  return changeAccount(change, { to: { role } });
}

async function changeAccount(change: Change, apply: Apply): Promise<AccountChanged> {
  try {
    return await inTransaction((tx) => changeLocked(tx, change, apply));
  } catch (error) {
    return lastAdministratorOrThrow(error);
  }
}

/** The database refuses what would leave no active administrator, whichever way it came. */
export function lastAdministratorOrThrow(error: unknown): { ok: false; because: "last_administrator" } {
  if (error instanceof Error && error.message.includes("last_administrator"))
    return { ok: false, because: "last_administrator" };
  throw error;
}

async function changeLocked(tx: Transaction, change: Change, { to, suspension }: Apply): Promise<AccountChanged> {
  const { actor, account } = await lockAccounts(tx, change);
  const object = { userId: change.userId, ...(to.role ? { role: to.role } : {}) };
  const verdict = can(actor, change.verb, object);
  if (!verdict.allowed) return { ok: false, because: verdict.because };
  if (account === undefined) return { ok: false, because: "gone" };
  const after = { ...account, ...to };
  if (after.role === account.role && after.state === account.state) return { ok: false, because: "unchanged" };
  await writeAccount(tx, after, suspension);
  const held = suspension ? await letGo(tx, account.id) : [];
  if (suspension) await closeSessions(tx, { userId: account.id }, change.actorId);
  for (const { entryId, heldAt } of held) {
    await appendAudit(tx, {
      ...{ actorId: change.actorId, verb: "entry.release", objectType: "entry", objectId: entryId },
      ...{ before: { moderatorId: account.id, heldAt }, after: null },
    });
  }
  await appendAudit(tx, {
    actorId: change.actorId,
    verb: change.auditVerb,
    objectType: "account",
    objectId: account.id,
    before: account,
    after: suspension ? { ...after, ...suspension } : after,
  });
  return { ok: true };
}

/** What was said of a suspension goes with it, and stays as it is where only the role changes. */
async function writeAccount(tx: Transaction, { id, role, state }: Account, suspension: Apply["suspension"]) {
  if (suspension === undefined) {
    return tx.$executeRaw`
      UPDATE users SET role = ${role}::role, approvals_from = CASE WHEN role = 'moderator' THEN clock_timestamp() ELSE approvals_from END
      WHERE id = ${id}::uuid`;
  }
  const { reason = null, message = null } = suspension ?? {};
  const at = suspension === null ? null : new Date();
  return tx.$executeRaw`
    UPDATE users SET state = ${state}::account_state, suspended_at = ${at}, suspension_reason = ${reason},
      suspension_message = ${message}, approvals_from = CASE WHEN state = 'active' THEN clock_timestamp() ELSE approvals_from END
    WHERE id = ${id}::uuid`;
}

/** Nobody waits for whoever cannot come back to it. */
async function letGo(tx: Transaction, moderatorId: string) {
  const held = await tx.entryHold.findMany({
    where: { moderatorId },
    orderBy: { entryId: "asc" },
    select: { entryId: true, heldAt: true },
  });
  await tx.entryHold.deleteMany({ where: { moderatorId } });
  return held;
}

/**
 * The two accounts and every administrator, always in the order of their ids: the guard of the last administrator
 * locks the same rows, and two administrators who demote each other must wait, not deadlock.
 */
export async function lockAccounts(
  tx: Transaction,
  { actorId, userId }: Pick<Change, "actorId" | "userId">,
): Promise<{ actor: Actor; account: Account | undefined }> {
  const rows = await tx.$queryRaw<(Account & { secured: boolean })[]>`
    SELECT id::text, role::text, state::text, has_second_factor(id) AS secured FROM users
    WHERE (role = 'admin' OR id IN (${actorId}::uuid, ${userId}::uuid)) AND deleted_at IS NULL ORDER BY users.id FOR UPDATE`;
  const acting = rows.find(({ id }) => id === actorId);
  const actor: Actor = acting
    ? { id: acting.id, role: acting.role, active: acting.state === "active", secured: acting.secured }
    : { id: null, role: "reader", active: false, secured: false };
  const found = rows.find(({ id }) => id === userId);
  return { actor, account: found && { id: found.id, role: found.role, state: found.state } };
}
