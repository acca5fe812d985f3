import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import type { SealRow } from "@/lib/domain/wave-record";
import { authSecret } from "@/lib/env";

/** What stands before the 32 bytes of a private key of Ed25519 in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** A seal with the signature by which whoever kept it can show that this Turnout published it. */
export type SignedSeal = SealRow & {
  /** Ed25519 (RFC 8032) over `sealedText`, in base64. */
  signature: string;
  /** The key that checks it, as SubjectPublicKeyInfo in base64. */
  publicKey: string;
};

/** The text that is signed: four lines, the last without an end. */
export function sealedText({ seq, hash, at }: SealRow): string {
  return ["turnout seal 1", seq, hash, new Date(at).toISOString()].join("\n");
}

/** Made of AUTH_SECRET, which is not in the database: whoever can write there cannot sign. */
function keyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "turnout seal 1", 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

export function publicKeyOf(secret = authSecret()): string {
  return createPublicKey(keyOf(secret)).export({ format: "der", type: "spki" }).toString("base64");
}

/** The same seal always has the same signature, so that pages and files of one publication stay the same. */
export function signSeal(seal: SealRow, secret = authSecret()): SignedSeal {
  const signature = sign(null, Buffer.from(sealedText(seal)), keyOf(secret)).toString("base64");
  return { ...seal, signature, publicKey: publicKeyOf(secret) };
}

/** Whether the signature is of this seal and by the key it names. What is no key or no signature is a no. */
export function isSignedSeal({ signature, publicKey, ...seal }: SignedSeal): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, Buffer.from(sealedText(seal)), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
