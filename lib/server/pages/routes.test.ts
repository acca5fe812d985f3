import { expect, test } from "vitest";
import { RouteTable } from "./routes";

const table = new RouteTable({
  "/route": "/",
  "/_not-found/page": "/_not-found",
  "/_global-error/page": "/_global-error",
  "/sitemap.xml/route": "/sitemap.xml",
  "/[locale]/[...rest]/page": "/[locale]/[...rest]",
  "/[locale]/(notice)/missing/page": "/[locale]/missing",
  "/[locale]/(public)/page": "/[locale]",
  "/[locale]/(public)/waves/[wave]/page": "/[locale]/waves/[wave]",
  "/[locale]/(public)/waves/[wave]/regions/[code]/page": "/[locale]/waves/[wave]/regions/[code]",
  "/[locale]/(account)/account/page": "/[locale]/account",
  "/[locale]/(moderate)/moderate/[entry]/page": "/[locale]/moderate/[entry]",
  "/[locale]/(moderate)/moderate/log/page": "/[locale]/moderate/log",
  "/api/auth/[...nextauth]/route": "/api/auth/[...nextauth]",
  "/api/health/live/route": "/api/health/live",
  "/api/v1/waves/[wave]/timeline.csv/route": "/api/v1/waves/[wave]/timeline.csv",
});
const match = (path: string) => table.match(path.split("/").filter(Boolean));

test.each([
  ["/", "entrance"],
  ["/sitemap.xml", "public"],
  ["/en", "public"],
  ["/en/waves/kz22", "public"],
  ["/api/v1/waves/kz22/timeline.csv", "public"],
  ["/en/account", "personal"],
  ["/en/moderate/log", "personal"],
  ["/api/auth/callback/credentials", "personal"],
  ["/api/health/live", "personal"],
])("%s is %s", (path, plane) => {
  expect(match(path)?.plane).toBe(plane);
});

test.each([
  "/en/nothing",
  "/en/missing",
  "/en/nothing/at/all",
  "/en/waves",
  "/en/waves/kz22/",
  "/en/waves/kz22/regions",
  "/en/waves/kz22/regions/KZ-KAR/more",
  "/en/account/more",
  "/api/auth",
  "/en/moderate/KZ22/more",
])("nothing stands at %s", (path) => {
  const parts = path.split("/").filter(Boolean);
  if (path.endsWith("/")) parts.push("");
  expect(table.match(parts)).toBeNull();
});

test("dynamic parts come with their names", () => {
  expect(match("/kk/waves/kz22/regions/KZ-KAR")?.params).toEqual({ locale: "kk", wave: "kz22", code: "KZ-KAR" });
});

test("what stands there word for word wins over a dynamic part", () => {
  expect(match("/en/moderate/log")?.pattern).toBe("/[locale]/moderate/log");
  expect(match("/en/moderate/KZ22-F1")?.pattern).toBe("/[locale]/moderate/[entry]");
});

test("the words of a pattern mean themselves only, and names of objects mean nothing", () => {
  expect(match("/en/constructor")).toBeNull();
  expect(match("/__proto__/waves/x")?.params).toEqual({ locale: "__proto__", wave: "x" });
  expect(match("/en/Account")).toBeNull();
});

test("pages of Next's own and the open end of the app are no routes", () => {
  const patterns = table.routes.map(({ pattern }) => pattern);
  expect(patterns.filter((pattern) => /_|rest/.test(pattern))).toEqual([]);
});

test("a thousand parts are taken apart without harm", () => {
  expect(match(`/api/auth/${"a/".repeat(2000)}`)?.plane).toBe("personal");
  expect(match(`/en/${"waves/".repeat(2000)}`)).toBeNull();
});
