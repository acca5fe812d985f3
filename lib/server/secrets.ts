import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { authSecret } from "@/lib/env";

/** 256 random bits for a link, a session or a browser. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored instead of a random token; a plain hash is enough because a token cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** For what can be guessed, such as a pseudonym: without AUTH_SECRET nobody can tell what was hashed. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", authSecret()).update(`${purpose}\n${text}`).digest("base64url");
}

/** Secrets that can be made again whenever they are needed, so that none waits in the database. */
export function derivedBytes(purpose: string, text: string, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", authSecret(), "", `${purpose}\n${text}`, length));
}

const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

/** For what must be read again: a copy of the database without AUTH_SECRET does not open it, nor does another purpose. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, derivedBytes("seal", purpose, 32), nonce);
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** Null for what was not sealed for this purpose with this AUTH_SECRET. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)];
  try {
    const opening = createDecipheriv(cipher, derivedBytes("seal", purpose, 32), nonce, { authTagLength: tagBytes });
    opening.setAuthTag(tag);
    const rest = bytes.subarray(nonceBytes + tagBytes);
    return Buffer.concat([opening.update(rest), opening.final()]).toString("utf8");
  } catch {
    return null;
  }
}

export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
