import { db } from "@/lib/server/db";
import type { TreeRow } from "../view/invitation-tree";

/** Everybody who ever had an account, those who came first before the others. */
export async function readTreeRows(): Promise<TreeRow[]> {
  const rows = await db().user.findMany({
    orderBy: { id: "asc" },
    select: { id: true, handle: true, role: true, state: true, deletedAt: true, invitedById: true },
  });
  return rows.map(({ deletedAt, state, ...row }) => ({ ...row, state: deletedAt === null ? state : "deleted" }));
}
