import { expect, test } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { entranceKey, entranceLanguage } from "./address";
import { addressesOf, isOwnPlace, pages, wave } from "./test-addresses";

const { read, keyOf } = addressesOf(addressBook([syntheticRecord(), waveRecordOfFiles(readRecordFiles())]));

test.each(pages)("%s is its own key", (url) => {
  expect(read(url)).toMatchObject({ kind: "page", key: url, narrowed: url.includes("?") });
});

test.each(["/records/KZ22-F12", "/records/KZ22-F12?known_on=2022-01-05", "/about", wave.slice("/en".length)])(
  "%s, without a language, leads to the page in the reader's",
  (url) => {
    for (const language of LOCALES) {
      expect(read(url, language)).toEqual({ kind: "moved", to: `/${language}${url}`, forGood: false });
    }
  },
);

test.each([
  "/records/KZ22-F99999",
  "/account",
  "/de/records/KZ22-F12",
  "/en/records/KZ22-F12/en",
  "/records//KZ22-F12",
])("%s is no page in any language", (url) => {
  expect(read(url).kind).toBe("missing");
});

test("the scope is the wave a page shows, all of them, or none", () => {
  const scopeOf = (url: string) => (read(url) as { scope: unknown }).scope;
  const [synthetic, real] = [scopeOf("/en/waves/synthetic-zz30"), scopeOf("/tr/records/KZ22-F12")];
  expect(synthetic).toEqual({ wave: "zz30" });
  expect(real).toEqual(scopeOf(wave));
  expect(real).not.toEqual(synthetic);
  expect([scopeOf("/en"), scopeOf("/en/about")]).toEqual(["all", "none"]);
});

test.each([
  ["http://turnout.example/en", "unreadable"],
  ["*", "unreadable"],
  ["", "unreadable"],
  ["en", "unreadable"],
  ["?q=1", "unreadable"],
  ["\\en", "unreadable"],
  ["/en/%E0%A4%A", "unreadable"],
  ["/en/%", "unreadable"],
  [`/en/search?q=${"x".repeat(4000)}`, "unreadable"],
  [`/${"en/".repeat(2000)}`, "unreadable"],
  ["/de", "missing"],
  ["/EN", "missing"],
  ["/_not-found", "missing"],
  ["/api", "missing"],
  ["/en/unknown", "missing"],
  ["/en/waves/nobody", "missing"],
  ["/en/records/kz22-f12", "missing"],
  ["/en/records/..", "missing"],
  ["/en/./about", "missing"],
  ["/en/../en/about", "missing"],
  ["/en/%2e%2e/account", "missing"],
  ["/en%2Fabout", "missing"],
  ["/en/about%00", "missing"],
  ["/en/about%0d%0aX:1", "missing"],
  ["/en/about%5c", "missing"],
  ["/en\\about", "missing"],
  ["/%5Cevil.example//", "missing"],
  ["/%2F%2Fevil.example//", "missing"],
  ["/%09/evil.example", "missing"],
  ["/#en", "missing"],
  ["/api/v1/waves/nobody/timeline.csv", "missing"],
  ["/en/account", "personal"],
  ["/en/%61ccount", "personal"],
  ["/en/account?next=/en", "personal"],
  ["/api/auth/session", "personal"],
  ["/api/auth/callback/credentials?x=1", "personal"],
])("%s is %s", (url, kind) => {
  expect(read(url).kind).toBe(kind);
});

test.each([
  ["/en/", "/en"],
  ["//en", "/en"],
  ["//evil.example", "/evil.example"],
  ["//evil.example/%2e%2e", "/evil.example/.."],
  ["/en//about/?x=1", "/en/about?x=1"],
  ["//en//account//?next=//evil.example", "/en/account?next=//evil.example"],
])("%s moves for good to %s", (url, to) => {
  const address = read(url);
  if (address.kind === "moved") expect(address).toEqual({ kind: "moved", to, forGood: true });
  else expect([url, address.kind]).toEqual([url, "missing"]);
  expect(isOwnPlace(to), to).toBe(true);
});

test("what a page asked for in vain moves to the page that says so, and not for good", () => {
  const to = `${wave}/timeline?region=KZ-KAR&left_out=kind`;
  expect(read(`${wave}/timeline?kind=nonsense&region=KZ-KAR`)).toEqual({ kind: "moved", to, forGood: false });
  expect(keyOf(to)).toBe(to);
});

test("the bare address has a key per language, which no address reaches", () => {
  for (const language of LOCALES) {
    const key = entranceKey(language);
    expect(read("/?utm=1", language)).toMatchObject({ kind: "page", key, narrowed: false });
    expect(entranceLanguage(key)).toBe(language);
    expect(keyOf(key)).toBeNull();
  }
  for (const key of [...pages, "/", "/#", "/#de", "/en#en"]) expect(entranceLanguage(key)).toBeNull();
});

test("notices are in the language of the address, else in the reader's; programs are told as programs", () => {
  expect(read("/kk/nothing", "tr")).toEqual({ kind: "missing", locale: "kk", asData: false });
  expect(read("/nothing", "tr")).toEqual({ kind: "missing", locale: "tr", asData: false });
  expect(read("/api/v1/nothing", "tr")).toEqual({ kind: "missing", locale: "tr", asData: true });
});
