import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAt, keyUri, secretText, stepOfCode } from "./totp";

/** The shared secret of RFC 6238, appendix B; its codes of eight digits end in ours of six. */
const rfcSecret = secretText(new TextEncoder().encode("12345678901234567890"));
const halfMinute = 30_000;

test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("second %i of RFC 6238 has the code %s", (second, code) => {
  expect(codeAt(rfcSecret, second * 1000)).toBe(code.slice(2));
  expect(stepOfCode(rfcSecret, code.slice(2), second * 1000)).toBe(Math.floor(second / 30));
});

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => secretText(bytes.slice()));
const moments = fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 });

test("a code is taken one half minute early or late, as the step it is of, and not two", () => {
  fc.assert(
    fc.property(secrets, moments, fc.integer({ min: -4, max: 4 }), (secret, at, off) => {
      const step = Math.floor(at / halfMinute) + off;
      const found = stepOfCode(secret, codeAt(secret, at + off * halfMinute), at);
      // Two steps may share a code by chance: then the nearer one is found.
      if (Math.abs(off) <= 1) expect(codeAt(secret, (found ?? 0) * halfMinute)).toBe(codeAt(secret, step * halfMinute));
      else if (found !== null) expect(Math.abs(found - Math.floor(at / halfMinute))).toBeLessThanOrEqual(1);
    }),
  );
});

test("what is no code of six digits is none", () => {
  fc.assert(
    fc.property(secrets, moments, fc.string(), (secret, at, typed) => {
      fc.pre(!/^\d{6}$/.test(typed));
      expect(stepOfCode(secret, typed, at)).toBeNull();
    }),
  );
});

test("the QR code names the site", () => {
  expect(keyUri(rfcSecret, "turnout.example.org")).toBe(
    `otpauth://totp/Turnout:turnout.example.org?issuer=Turnout&secret=${rfcSecret}&algorithm=SHA1&digits=6&period=30`,
  );
});
