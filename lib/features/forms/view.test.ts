import { expect, test } from "vitest";
import { typedValues } from "./view";

test("what was typed is shown in order, names that repeat too", () => {
  const fields = [
    ["number", "12 321"],
    ["source", "b"],
    ["source", "a"],
  ] as const;
  expect(typedValues({ fields })).toEqual(fields.map(([name, value]) => ({ name, value })));
});

test("what is empty, React's own or the form's own is not", () => {
  const fields = [
    ["$ACTION_REF_1", "x"],
    ["$ACTION_1:0", "{}"],
    ["submissionKey", "a-key-of-a-form"],
    ["locale", "kk"],
    ["note", " \n "],
    ["words", "  stays as it is\n"],
  ] as const;
  expect(typedValues({ fields })).toEqual([{ name: "words", value: "  stays as it is\n" }]);
});
