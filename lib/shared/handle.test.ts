import { expect, test } from "vitest";
import { handleKey, tidyHandle } from "./handle";

const alike: [string, string][] = [
  ["Aigerim", "aigerim"],
  ["Aigerim", "АіgеrіМ"],
  ["bolat", "b0lat"],
  ["bolat", "bоlаt"],
  ["dana", "d.a-n_a"],
  ["Dana", "Ｄａｎａ"],
  ["ali", "aIı"],
  ["marina", "rnarina"],
  ["Şeref", "seref"],
  ["Ерлан", "ерлaн"],
  ["steppe fox", "steppe  fox"],
];

test.each(alike)("%s and %s look alike", (one, other) => {
  expect(handleKey(one)).toBe(handleKey(other));
});

test.each([
  ["dana", "dina"],
  ["Ерлан", "Ержан"],
  ["fox", "box"],
  ["Гүлнар", "Гүлжан"],
])("%s and %s do not", (one, other) => {
  expect(handleKey(one)).not.toBe(handleKey(other));
});

test("what is shown keeps its letters", () => {
  expect(tidyHandle("  Әйгерім   7 ")).toBe("Әйгерім 7");
});
