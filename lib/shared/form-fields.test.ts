import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrorsOf, readForm, withoutSecrets } from "./form-fields";

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("fields are read as text, repeated ones as lists, files and React's own not at all", () => {
  const read = readForm(
    form(["handle", "Dana"], ["source", "a"], ["source", "b"], ["$ACTION_KEY", "k"], ["file", new Blob(["x"])]),
  );
  expect(read).toEqual({ handle: "Dana", source: ["a", "b"] });
});

test("what the database holds in no text is left out of every field", () => {
  expect(readForm(form(["note", "a\0b"], ["part", "\0"], ["part", "c\0"], ["x\0", "d"]))).toEqual({
    note: "ab",
    part: ["", "c"],
  });
});

test("a field cannot reach the prototype", () => {
  const read = readForm(form(["__proto__", "x"], ["constructor", "y"]));
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(Object.hasOwn(read, "constructor")).toBe(true);
});

test("each field gets its first key, and zod's own sentences become the general one", () => {
  const schema = z.object({ one: z.string().min(2, "one_short").max(0, "one_long"), two: z.number() });
  const parsed = schema.safeParse({ one: "x", two: "y" });
  if (parsed.success) throw new Error("accepted");
  expect(fieldErrorsOf(parsed.error)).toEqual({ one: "one_short", two: "invalid" });
});

test("what a form gives back has neither passphrases nor what a second step was taken with", () => {
  const typed = { handle: "Dana", passphrase: "a", newPassphrase: "b", secondStepCode: "1", passkeyAnswer: "{}" };
  expect(withoutSecrets({ ...typed, secondStepPasskey: "{}", sources: ["c", "d"] })).toEqual({
    handle: "Dana",
    sources: ["c", "d"],
  });
});
