import { expect, test } from "vitest";
import { countKept, readOutboxFile, writeOutboxFile } from "./outbox-file";
import { makeVault, openVault, seal, unseal } from "./vault";

const content = new TextEncoder().encode("1,200 miners");

async function written() {
  const vault = await makeVault("a passphrase for tests", 1000);
  return writeOutboxFile({ vault, items: [{ name: "key-1", ...(await seal(vault.publicKey, "key-1", content)) }] });
}

test("an outbox saved to a file is opened from it with the same passphrase, on any device", async () => {
  const file = readOutboxFile(await written());
  if (file === null || file === "newer") throw new Error("It was not read.");
  const opened = await openVault(file.vault, "a passphrase for tests");
  const [item] = file.items;
  if (opened === null || item === undefined) throw new Error("It did not open.");
  expect(await unseal(opened, item.name, item)).toEqual(content);
  expect(await openVault(file.vault, "another passphrase")).toBeNull();
});

test("what waits is counted without the passphrase and apart from what was received, also after the way through a file", async () => {
  const vault = await makeVault("a passphrase for tests", 1000);
  const sealed = await seal(vault.publicKey, "key-1", content);
  const items = [
    { name: "key-1", ...sealed },
    { name: "key-2", isOver: false, ...sealed },
    { name: "key-3", isOver: true, ...sealed },
  ];
  const file = readOutboxFile(writeOutboxFile({ vault, items }));
  if (file === null || file === "newer") throw new Error("It was not read.");
  for (const kept of [items, file.items]) expect(countKept(kept)).toEqual({ waiting: 2, received: 1 });
});

test("the file says neither what is in it nor which site it is from; the first files, which did, are read as ever", async () => {
  const text = await written();
  expect(text).not.toMatch(/miners|turnout|outbox/i);
  const first = text.replace('"notes":1', '"turnoutOutbox":1');
  expect(readOutboxFile(first)).toEqual(readOutboxFile(text));
  expect(readOutboxFile(first)).not.toBeNull();
});

test("what is no such file is refused, a later version's is named", async () => {
  const text = await written();
  expect(readOutboxFile(text.replace('"notes":1', '"notes":2'))).toBe("newer");
  const broken = ["", "{}", "[]", "null", text.slice(0, -9), text.replace('"salt":"', '"salt":"%')];
  for (const one of [...broken, text.replace('"rounds":1000', '"rounds":1e15')]) expect(readOutboxFile(one)).toBeNull();
});
