import { Secret, TOTP } from "otpauth";

/** What every app for codes can do without being asked (RFC 6238): six digits, SHA-1, a new code each half minute. */
const form = { digits: 6, period: 30, algorithm: "SHA1" } as const;
const stepsEitherSide = 1;

function totpOf(secret: string): TOTP {
  return new TOTP({ ...form, issuer: "Turnout", secret: Secret.fromBase32(secret) });
}

/** Bytes as the text people copy into an app by hand. */
export function secretText(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.slice().buffer }).base32;
}

/** The half minute whose code this is: the present one, or one beside it for clocks that are off; else null. */
export function stepOfCode(secret: string, code: string, at = Date.now()): number | null {
  const totp = totpOf(secret);
  const away = totp.validate({ token: code, timestamp: at, window: stepsEitherSide });
  return away === null ? null : totp.counter({ timestamp: at }) + away;
}

/** The code of this moment, as the app of the secret's owner shows it. */
export function codeAt(secret: string, at = Date.now()): string {
  return totpOf(secret).generate({ timestamp: at });
}

/** What the QR code says. It names the site and never the pseudonym: a phone in the wrong hands must not tell it. */
export function keyUri(secret: string, site: string): string {
  const totp = totpOf(secret);
  totp.label = site;
  return totp.toString();
}
