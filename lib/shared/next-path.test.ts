import { expect, test } from "vitest";
import { nextPath } from "./next-path";

test.each(["/en/contribute", "/ru/contribute/new?kind=figure&x=1#who"])("%s is kept", (asked) => {
  expect(nextPath(asked, "/en/account")).toBe(asked);
});

test.each([
  undefined,
  null,
  "",
  "account",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/..//evil.example",
  " //evil.example",
])("%j leads nowhere else", (asked) => {
  expect(nextPath(asked, "/en/account")).toBe("/en/account");
});
