import { afterEach, expect, test } from "vitest";
import { type Edition, type EditionSource, putEdition } from "./edition";
import { editionInForce, NoEditionYet } from "./edition-in-force";

const editionOf = (version: number): Edition => ({ version, publishedAt: version, records: [] });

/** A source whose version the test sets, with how often it was asked. */
function sourceAt(version: number) {
  const asked = { version, versions: 0, readings: 0 };
  const source: EditionSource = {
    readVersion: async () => {
      asked.versions += 1;
      return asked.version;
    },
    readEdition: async () => {
      asked.readings += 1;
      return editionOf(asked.version);
    },
  };
  return { asked, source };
}

afterEach(() => putEdition({ edition: null, awaySince: null, followed: false }));

test("while it is followed, the source is never asked", async () => {
  const { asked, source } = sourceAt(9);
  const edition = editionOf(4);
  putEdition({ edition, followed: true, awaySince: 1 });
  expect(await editionInForce(source)).toBe(edition);
  expect(asked).toMatchObject({ versions: 0, readings: 0 });
});

test("followed and not read yet is a failure with a name, not a question to the database", async () => {
  const { asked, source } = sourceAt(9);
  putEdition({ followed: true });
  await expect(editionInForce(source)).rejects.toBeInstanceOf(NoEditionYet);
  await expect(editionInForce(source)).rejects.toMatchObject({ name: "NoEditionYet" });
  expect(asked).toMatchObject({ versions: 0, readings: 0 });
});

test("where nobody follows, it is read again when its version changed and not otherwise", async () => {
  const { asked, source } = sourceAt(1);
  const first = await editionInForce(source);
  expect(await editionInForce(source)).toBe(first);
  asked.version = 2;
  expect((await editionInForce(source)).version).toBe(2);
  expect(asked).toMatchObject({ versions: 3, readings: 2 });
});
