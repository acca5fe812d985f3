import { can } from "@/lib/domain/can";
import { currentActor } from "@/lib/server/auth";
import { readEvidenceImage, readEvidenceOf } from "../data/evidence";
import { entryIdSchema } from "../schema";
import type { EvidenceRow } from "../view/rows";

/** For pages that have asked already whether their reader may see the entry. */
export function loadEvidenceOf(entryId: string): Promise<EvidenceRow[]> {
  return readEvidenceOf(entryId);
}

/** For moderators only; to everybody else, its author too, a photograph looks the same as none. */
export async function loadEvidenceImage(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const actor = await currentActor();
  if (actor === null || !can(actor, "read_entry").allowed || !entryIdSchema.safeParse(id).success) return null;
  return readEvidenceImage(id);
}
