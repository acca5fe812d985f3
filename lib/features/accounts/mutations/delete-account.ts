import { UNDECIDED } from "@/lib/features/imports/schema/import-states";
import { appendAudit } from "@/lib/server/audit";
import { TooManyWaiting } from "@/lib/server/hashing-queue";
import { hashPassphrase } from "@/lib/server/passphrase";
import { randomToken } from "@/lib/server/secrets";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { hourOf } from "@/lib/shared/hour-of";
import { lastAdministratorOrThrow, lockAccounts } from "./administer";
import { confirmPassphrase } from "./confirm-passphrase";
import { closeSessions } from "./sessions";
import { forgetSecondFactor } from "./set-up-second-factor";

export type AccountDeleted =
  | { ok: true }
  | { ok: false; because: "wrong" | "suspended" | "busy" | "last_administrator" };

/** As many rows as the files of one account may have. */
const DELETE_MS = 120_000;

/**
 * The owner's own account, for good. The row stays, since the log and published records lead to its id, and names
 * nobody: pseudonym, passphrase, second factor, sessions, files and whose guest it was noted to be are gone.
 */
export async function deleteAccount(userId: string, passphrase: string): Promise<AccountDeleted> {
  const confirmed = await confirmPassphrase(userId, passphrase);
  if (!confirmed.ok) return confirmed;
  try {
    const nobodys = await hashPassphrase(randomToken());
    return await inTransaction((tx) => emptyAccount(tx, userId, nobodys), DELETE_MS);
  } catch (error) {
    if (error instanceof TooManyWaiting) return { ok: false, because: "busy" };
    return lastAdministratorOrThrow(error);
  }
}

async function emptyAccount(tx: Transaction, userId: string, nobodys: string): Promise<AccountDeleted> {
  const { account } = await lockAccounts(tx, { actorId: userId, userId });
  if (account?.state !== "active") return { ok: false, because: "suspended" };
  const name = `deleted-${randomToken()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, 8)}`;
  await tx.$executeRaw`
    UPDATE users SET handle = ${name}, handle_key = ${name}, passphrase_hash = ${nobodys}, role = 'contributor',
      state = 'suspended', created_at = date_trunc('day', created_at), deleted_at = ${hourOf(new Date())}
    WHERE id = ${userId}::uuid`;
  await forgetSecondFactor(tx, userId);
  await tx.restoration.deleteMany({ where: { userId } });
  await tx.invitation.updateMany({
    where: { OR: [{ createdById: userId }, { usedById: userId }] },
    data: { note: null },
  });
  const files = await forgetFiles(tx, userId);
  const withdrawn = await withdrawRest(tx, files);
  const unfinished = await withdrawUnfinished(tx, userId);
  await closeSessions(tx, { userId }, null);
  await tx.session.deleteMany({ where: { userId } });
  await tx.entryLook.deleteMany({ where: { readerId: userId } });
  await tx.entryNews.deleteMany({ where: { readerId: userId } });
  await auditDeletion(tx, account, { files, withdrawn, unfinished });
  return { ok: true };
}

type Left = { files: readonly File[]; withdrawn: ReadonlyMap<string, string[]>; unfinished: readonly Unfinished[] };

async function auditDeletion(
  tx: Transaction,
  account: { id: string },
  { files, withdrawn, unfinished }: Left,
): Promise<void> {
  const actorId = account.id;
  for (const [batch, entries] of withdrawn) {
    await appendAudit(tx, {
      ...{ actorId, verb: "import.entries_withdrawn", objectType: "import_batch", objectId: batch },
      before: { batch, entries, state: "waiting" },
      after: { batch, entries, state: "withdrawn" },
    });
  }
  for (const { id } of files) {
    await appendAudit(tx, {
      ...{ actorId, verb: "import.forget", objectType: "import_batch", objectId: id },
      ...{ before: { id, rows: true }, after: { id, rows: false } },
    });
  }
  for (const { id, state } of unfinished) {
    await appendAudit(tx, {
      ...{ actorId, verb: "entry.withdraw", objectType: "entry", objectId: id },
      ...{ before: { id, state }, after: { id, state: "withdrawn" } },
    });
  }
  await appendAudit(tx, {
    ...{ actorId, verb: "account.delete", objectType: "account", objectId: actorId },
    ...{ before: account, after: null },
  });
}

type File = { id: string; state: string };

/**
 * Answers with those that were kept until now. A server at work on one finds it gone before its next rows. Whatever a file
 * was called, held or was said to hold can say who and where; the entries it became stay as all that was sent.
 */
async function forgetFiles(tx: Transaction, authorId: string): Promise<File[]> {
  const files = await tx.$queryRaw<File[]>`
    SELECT id::text, state::text FROM import_batches WHERE author_id = ${authorId}::uuid ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    UPDATE import_batches SET state = 'forgotten', worker = NULL, lease_until = NULL, file_name = '', file_hash = '',
      header = '{}', columns = '[]', mapping = NULL
    WHERE author_id = ${authorId}::uuid`;
  await tx.importRow.deleteMany({ where: { batchId: { in: files.map(({ id }) => id) } } });
  return files.filter(({ state }) => state !== "forgotten");
}

/** Files that were being withdrawn are withdrawn to the end: no server comes back to them. By file, which entries. */
async function withdrawRest(tx: Transaction, files: readonly File[]): Promise<Map<string, string[]>> {
  const begun = files.filter(({ state }) => state === "withdrawing").map(({ id }) => id);
  const rest = await tx.$queryRaw<{ id: string; batchId: string }[]>`
    SELECT id::text, batch_id::text AS "batchId" FROM entries
    WHERE batch_id = ANY(${begun}::uuid[]) AND state = ANY(${[...UNDECIDED]}::entry_state[]) ORDER BY id FOR UPDATE`;
  await withdraw(tx, rest);
  const byFile = Map.groupBy(rest, ({ batchId }) => batchId);
  return new Map([...byFile].map(([batchId, entries]) => [batchId, entries.map(({ id }) => id)]));
}

type Unfinished = { id: string; state: string };

/** What nobody will finish. What was sent stays in the queue: a moderator decides on what it says, not on who said it. */
async function withdrawUnfinished(tx: Transaction, authorId: string): Promise<Unfinished[]> {
  const unfinished = await tx.$queryRaw<Unfinished[]>`
    SELECT id::text, state::text FROM entries
    WHERE author_id = ${authorId}::uuid AND state IN ('draft', 'changes_requested') ORDER BY id FOR UPDATE`;
  await withdraw(tx, unfinished);
  return unfinished;
}

async function withdraw(tx: Transaction, entries: readonly { id: string }[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  await tx.$executeRaw`UPDATE entries SET state = 'withdrawn', updated_at = now() WHERE id = ANY(${ids}::uuid[])`;
}
