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
type Apply = { to: Partial<{ role: GivenRole; state: Account["state"] }>; endsSessions: boolean };

/** Out at once: the sessions end with the right to act. */
export function suspendAccount(actorId: string, userId: string): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "suspend_account", auditVerb: "account.suspend" } as const;
  return changeAccount(change, { to: { state: "suspended" }, endsSessions: true });
}

export function restoreAccount(actorId: string, userId: string): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "restore_account", auditVerb: "account.restore" } as const;
  return changeAccount(change, { to: { state: "active" }, endsSessions: false });
}

/** Holds from the next write on, since every write reads the role from the database. */
export function setRole(actorId: string, userId: string, role: GivenRole): Promise<AccountChanged> {
  const change = { actorId, userId, verb: "set_role", auditVerb: "account.set_role" } as const;
  return changeAccount(change, { to: { role }, endsSessions: false });
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

async function changeLocked(tx: Transaction, change: Change, { to, endsSessions }: Apply): Promise<AccountChanged> {
  const { actor, account } = await lockAccounts(tx, change);
  const object = { userId: change.userId, ...(to.role ? { role: to.role } : {}) };
  const verdict = can(actor, change.verb, object);
  if (!verdict.allowed) return { ok: false, because: verdict.because };
  if (account === undefined) return { ok: false, because: "gone" };
  const after = { ...account, ...to };
  if (after.role === account.role && after.state === account.state) return { ok: false, because: "unchanged" };
  await tx.$executeRaw`
    UPDATE users SET role = ${after.role}::role, state = ${after.state}::account_state WHERE id = ${account.id}::uuid`;
  if (endsSessions) await closeSessions(tx, { userId: account.id }, change.actorId);
  await appendAudit(tx, {
    actorId: change.actorId,
    verb: change.auditVerb,
    objectType: "account",
    objectId: account.id,
    before: account,
    after,
  });
  return { ok: true };
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
