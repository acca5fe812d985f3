import type { Prisma } from "@/lib/generated/prisma/client";
import { db } from "./db";

export type Transaction = Prisma.TransactionClient;

/**
 * One write: everything in `work` is committed together or not at all. Read committed, because what must not happen
 * twice is guarded by row locks, conditional updates and constraints, never by the isolation level.
 */
export function inTransaction<T>(work: (transaction: Transaction) => Promise<T>, timeout = 10_000): Promise<T> {
  return db().$transaction(work, { isolationLevel: "ReadCommitted", maxWait: 2000, timeout });
}
