import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSignedSeal, publicKeyOf, sealedText, signSeal } from "./sealing";

const secret = "a secret of the tests and of nothing else";
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
      expect(isSignedSeal(signed)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("nothing of a seal can be changed, nor can another secret sign it", () => {
  fc.assert(
    fc.property(seals, seals, (seal, other) => {
      fc.pre(sealedText(seal) !== sealedText(other));
      const signed = signSeal(seal, secret);
      expect(isSignedSeal({ ...signed, ...other })).toBe(false);
      expect(isSignedSeal({ ...signed, publicKey: publicKeyOf(`${secret} too`) })).toBe(false);
      expect(isSignedSeal({ ...signed, signature: `A${signed.signature.slice(1)}` })).toBe(signed.signature[0] === "A");
    }),
    { numRuns: 50 },
  );
});

test("the signature is plain Ed25519 over the four lines the page names", () => {
  const seal = { seq: 7, hash: "ab".repeat(32), at: Date.parse("2022-01-05T06:00:00Z") };
  expect(sealedText(seal)).toBe(`turnout seal 1\n7\n${"ab".repeat(32)}\n2022-01-05T06:00:00.000Z`);
  const { signature, publicKey } = signSeal(seal, secret);
  const key = createPublicKey(`-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----`);
  expect(verify(null, Buffer.from(sealedText(seal)), key, Buffer.from(signature, "base64"))).toBe(true);
});

test("what is no key and no signature is not signed", () => {
  const seal = { seq: 1, hash: "", at: 0 };
  for (const wrong of ["", "AAAA", "not base64 at all"])
    expect(isSignedSeal({ ...seal, signature: wrong, publicKey: wrong })).toBe(false);
});
