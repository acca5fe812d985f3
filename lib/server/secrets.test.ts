import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { provideSettings } from "@/lib/env";
import { derivedBytes, seal, unseal } from "./secrets";

beforeAll(() => provideSettings({ authSecret: "a secret of the tests and of nothing else" }));

test("what was sealed opens for its purpose alone, and never twice the same", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (purpose, other, text) => {
      const sealed = seal(purpose, text);
      expect(unseal(purpose, sealed)).toBe(text);
      expect(seal(purpose, text)).not.toBe(sealed);
      if (other !== purpose) expect(unseal(other, sealed)).toBeNull();
    }),
  );
});

test("one letter changed and it does not open", () => {
  const sealed = seal("p", "JBSWY3DPEHPK3PXP");
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const letter = sealed[at] === "A" ? "B" : "A";
    expect(unseal("p", `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`)).toBeNull();
  }
  for (const made of ["", "A", sealed.slice(0, 20)]) expect(unseal("p", made)).toBeNull();
});

test("derived bytes are the same each time, and others for another text or another AUTH_SECRET", () => {
  const bytes = derivedBytes("p", "text", 20);
  expect(bytes).toHaveLength(20);
  expect(derivedBytes("p", "text", 20)).toEqual(bytes);
  expect(derivedBytes("p", "other", 20)).not.toEqual(bytes);
  const sealed = seal("p", "x");
  provideSettings({ authSecret: "another secret of the tests and of nothing" });
  expect(derivedBytes("p", "text", 20)).not.toEqual(bytes);
  expect(unseal("p", sealed)).toBeNull();
});
