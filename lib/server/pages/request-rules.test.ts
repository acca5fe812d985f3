import { expect, test } from "vitest";
import { mostBytes } from "./request-rules";

const usual = 512 * 1024;
const most = (url: string, maxBodyKb = 512) => mostBytes({ url, headers: {} }, { maxBodyKb, maxImportMb: 32 });

test.each([
  "/api/outbox",
  "/en/contribute/new",
  "/kk/contribute/new?kind=figure&workforce=KZ22-W11",
  "/tr/contribute/3f1c2a90-0000-4000-8000-000000000000",
])("a form with photographs may be sent to %s", (address) => {
  expect(most(address)).toBeGreaterThan(5 * 1024 * 1024);
});

test.each([
  "/en/sign-in",
  "/en/moderate/1",
  "/api/auth/callback/credentials",
  "/en/contribute/1/more",
  "/en/contribute/import",
  "/",
  "/api/outbox/x",
])("no more than a form may be sent to %s", (address) => {
  expect(most(address)).toBe(usual);
});

test("an operator who allows more is not overruled", () => {
  expect(most("/api/outbox", 10_000)).toBe(10_240_000);
});
