import { db } from "@/lib/server/db";
import type { HoldRow, MessageRow } from "../view/rows";

/** What the author and moderators of an entry wrote to each other, in order. */
export async function readMessages(entryId: string): Promise<MessageRow[]> {
  const rows = await db().entryMessage.findMany({
    where: { entryId },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, text: true, createdAt: true, erasedAt: true, writerId: true },
      writer: { select: { handle: true } },
    },
  });
  return rows.map(({ createdAt, erasedAt, writer, ...row }) => ({
    ...row,
    erasedAt: erasedAt?.getTime() ?? null,
    at: createdAt.getTime(),
    writerHandle: writer.handle,
  }));
}

/** Who last said to be at the entry, whether or not that has run out. */
export async function readHold(entryId: string): Promise<HoldRow | null> {
  const row = await db().entryHold.findUnique({
    where: { entryId },
    select: { moderatorId: true, heldAt: true, moderator: { select: { handle: true } } },
  });
  return row && { moderatorId: row.moderatorId, handle: row.moderator.handle, heldAt: row.heldAt.getTime() };
}
