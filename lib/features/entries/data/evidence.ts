import { db } from "@/lib/server/db";
import type { EvidenceRow } from "../view/rows";

export async function readEvidenceOf(entryId: string): Promise<EvidenceRow[]> {
  const rows = await db().evidence.findMany({
    where: { entryId },
    orderBy: { id: "asc" },
    select: { id: true, width: true, height: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.getTime() }));
}

/** The photograph itself, once its entry was handed to the moderators; a draft is its author's alone. */
export async function readEvidenceImage(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db().evidence.findFirst({
    where: { id, entry: { submittedAt: { not: null } } },
    select: { image: true },
  });
  return row && new Uint8Array(row.image);
}
