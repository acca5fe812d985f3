import type { SignedSeal } from "@/lib/domain/seal";
import { env } from "@/lib/env";
import { editionState } from "@/lib/server/published/edition";
import { signSeal } from "@/lib/server/sealing";
import { type RecordAge, recordAge, type Sealed } from "./view";

/** How old the record is that pages show, when the database is away for long; null while all is well. Asks nobody. */
export function loadRecordAge(): RecordAge | null {
  const { awaySince, edition } = editionState();
  const known = { awaySince, publishedAt: edition?.publishedAt ?? null };
  return recordAge(known, { now: Date.now(), limitSeconds: env().ageNoticeSeconds });
}

/** The seals of a wave, signed, the newest last. */
export function loadSeals({ seals }: Sealed): SignedSeal[] {
  return seals.map((seal) => signSeal(seal));
}
