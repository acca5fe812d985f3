import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type SignedSeal, sealedText } from "@/lib/domain/seal";
import { publicKeyOf, signSeal } from "./sealing";

const secret = "a secret of the tests and of nothing else";
/** As somebody outside checks it, with nothing but what the page says. */
function holds({ signature, publicKey, ...seal }: SignedSeal): boolean {
  const key = createPublicKey(`-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----`);
  return verify(null, Buffer.from(sealedText(seal)), key, Buffer.from(signature, "base64"));
}

const seals = fc.record({
  seq: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  at: fc.integer({ min: 0, max: Date.parse("2100-01-01") }),
});

test("a seal is the same every time and is checked by what it says alone", () => {
  fc.assert(
    fc.property(seals, (seal) => {
      const signed = signSeal(seal, secret);
      expect(signSeal({ ...seal }, secret)).toEqual(signed);
      expect(holds(signed)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("nothing of a seal can be changed, nor can another secret sign it", () => {
  fc.assert(
    fc.property(seals, seals, (seal, other) => {
      fc.pre(sealedText(seal) !== sealedText(other));
      const signed = signSeal(seal, secret);
      expect(holds({ ...signed, ...other })).toBe(false);
      expect(holds({ ...signed, publicKey: publicKeyOf(`${secret} too`) })).toBe(false);
      expect(holds({ ...signed, signature: `A${signed.signature.slice(1)}` })).toBe(signed.signature[0] === "A");
    }),
    { numRuns: 50 },
  );
});

test("what is signed are the four lines the page names", () => {
  const seal = { seq: 7, hash: "ab".repeat(32), at: Date.parse("2022-01-05T06:00:00Z") };
  expect(sealedText(seal)).toBe(`turnout seal 1\n7\n${"ab".repeat(32)}\n2022-01-05T06:00:00.000Z`);
});
