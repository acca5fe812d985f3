import { db } from "@/lib/server/db";
import type { RecordProposal } from "../view/rows";

/** Other proposals about a record that were ever sent to moderators, the latest first. */
export async function readProposalsAbout(recordId: string, entryId: string): Promise<RecordProposal[]> {
  const rows = await db().entry.findMany({
    where: { recordId, id: { not: entryId }, submittedAt: { not: null } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, kind: true, state: true, submittedAt: true, author: { select: { handle: true } } },
  });
  return rows.map(({ author, submittedAt, ...row }) => ({
    ...row,
    handle: author.handle,
    at: submittedAt?.getTime() ?? 0,
  }));
}
