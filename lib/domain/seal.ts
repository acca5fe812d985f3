import type { Epoch } from "./moment";

/** The last line of the audit log at a publication: its place, its hash, which holds for every line before, and when it was written. */
export type Seal = { seq: number; hash: string; at: Epoch };

/** A seal with the signature by which whoever kept it can show that this Turnout published it. */
export type SignedSeal = Seal & {
  /** Ed25519 (RFC 8032) over `sealedText`, in base64. */
  signature: string;
  /** The key that checks it, as SubjectPublicKeyInfo in base64. */
  publicKey: string;
};

/** The text that is signed: four lines, the last without an end. */
export function sealedText({ seq, hash, at }: Seal): string {
  return ["turnout seal 1", seq, hash, new Date(at).toISOString()].join("\n");
}
