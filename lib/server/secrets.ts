import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
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

export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
