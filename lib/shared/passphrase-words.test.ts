import { expect, test } from "vitest";
import { PASSPHRASE_WORDS } from "./passphrase-words";

test("2,048 different words of three to seven letters, so that six of them are 66 bits", () => {
  expect(new Set(PASSPHRASE_WORDS).size).toBe(2048);
  expect(PASSPHRASE_WORDS.filter((word) => !/^[a-z]{3,7}$/.test(word))).toEqual([]);
});
