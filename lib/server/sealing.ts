import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";
import { type Seal, type SignedSeal, sealedText } from "@/lib/domain/seal";
import { authSecret } from "@/lib/env";

/** What stands before the 32 bytes of a private key of Ed25519 in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** Made of AUTH_SECRET, which is not in the database: whoever can write there cannot sign. */
function keyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "turnout seal 1", 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

export function publicKeyOf(secret = authSecret()): string {
  return createPublicKey(keyOf(secret)).export({ format: "der", type: "spki" }).toString("base64");
}

/** The same seal always has the same signature, so that pages and files of one publication stay the same. */
export function signSeal(seal: Seal, secret = authSecret()): SignedSeal {
  const signature = sign(null, Buffer.from(sealedText(seal)), keyOf(secret)).toString("base64");
  return { ...seal, signature, publicKey: publicKeyOf(secret) };
}
