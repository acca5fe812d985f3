import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64";
import { makeVault, openVault, seal, unseal } from "./vault";

const passphrase = "seven plain words for nobody but tests";
const few = 1000;
const bytes = (text: string) => new TextEncoder().encode(text);

test("what was put in without the passphrase comes out with it, and with no other", async () => {
  const vault = await makeVault(passphrase, few);
  const sealed = await seal(vault.publicKey, "key-1", bytes("1,200 miners"));
  const opened = await openVault(vault, ` ${passphrase}\n`);
  if (opened === null) throw new Error("It did not open.");
  expect(await unseal(opened, "key-1", sealed)).toEqual(bytes("1,200 miners"));
  expect(await openVault(vault, `${passphrase}s`)).toBeNull();
});

test("neither the vault nor what is sealed holds a word of it, and the same twice differs", async () => {
  const vault = await makeVault(passphrase, few);
  const [one, two] = [
    await seal(vault.publicKey, "k", bytes("1,200 miners")),
    await seal(vault.publicKey, "k", bytes("1,200 miners")),
  ];
  const parts = [vault.salt, vault.publicKey, vault.iv, vault.wrappedKey, one.publicKey, one.iv, one.data];
  const kept = parts.map((part) => Buffer.from(part).toString("latin1"));
  for (const secret of ["miners", passphrase]) expect(kept.join(" ")).not.toContain(secret);
  expect(Buffer.from(one.data)).not.toEqual(Buffer.from(two.data));
});

test("what was exchanged, changed or sealed for another device does not open", async () => {
  const [vault, other] = [await makeVault(passphrase, few), await makeVault(passphrase, few)];
  const [opened, otherOpened] = [await openVault(vault, passphrase), await openVault(other, passphrase)];
  if (opened === null || otherOpened === null) throw new Error("It did not open.");
  const sealed = await seal(vault.publicKey, "key-1", bytes("content"));
  expect(await unseal(opened, "key-2", sealed)).toBeNull();
  expect(await unseal(otherOpened, "key-1", sealed)).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: sealed.data.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const data = sealed.data.map((byte, index) => (index === at ? byte ^ flip : byte));
      expect(await unseal(opened, "key-1", { ...sealed, data })).toBeNull();
    }),
    { numRuns: 30 },
  );
});

test("a vault is as slow to guess as advised", async () => {
  expect((await makeVault(passphrase)).rounds).toBeGreaterThanOrEqual(600_000);
});

test("bytes travel through a text file unchanged", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (any) => {
      const given = new Uint8Array(any);
      expect(fromBase64(toBase64(given))).toEqual(given);
    }),
  );
});
