import type { Locale } from "@/lib/shared/i18n/locales";
import type { AddressBook } from "@/lib/shared/public-address";
import { readAddress } from "./address";
import { RouteTable } from "./routes";

export const wave = "/en/waves/kazakhstan-january-2022";
const files = "/api/v1/waves/kazakhstan-january-2022";

/** For tests: canonical addresses of the public record and of the synthetic one. */
export const pages = [
  ...["/en", "/kk/about", "/ru/search?q=strike", "/tr/records/KZ22-F12", "/en/workforces/kazakhmys-miners"],
  ...[wave, `${wave}/timeline`, `${wave}/timeline?region=KZ-KAR`, `${wave}/spread?at=2022-01-04T18:00`],
  ...[`${wave}/timeline?region=KZ-KAR&kind=strike&from=2022-01-03`, `${wave}/regions/KZ-KAR`, "/sitemap.xml"],
  ...["/api/v1/records/KZ22-F12", `${files}/timeline.csv?region=KZ-KAR&locale=kk`, "/en/waves/synthetic-zz30/data"],
];

const publicPages = ["", "/about", "/search", "/records/[id]", "/workforces/[workforce]", "/waves/[wave]"];
const ofWave = ["timeline", "spread", "regions/[code]", "data"];
const data = ["/sitemap.xml", "/api/v1/records/[id]", "/api/v1/waves/[wave]/timeline.csv"];
const personal = ["account", "sign-in", "join/[token]", "moderate/[entry]", "moderate/log", "admin", "contribute/new"];
const shown = [...publicPages, ...ofWave.map((part) => `/waves/[wave]/${part}`)];

const routes = new RouteTable({
  "/route": "/",
  "/api/auth/[...nextauth]/route": "/api/auth/[...nextauth]",
  "/api/health/live/route": "/api/health/live",
  "/[locale]/[...rest]/page": "/[locale]/[...rest]",
  ...Object.fromEntries(personal.map((path) => [`/[locale]/(own)/${path}/page`, `/[locale]/${path}`])),
  ...Object.fromEntries(shown.map((path) => [`/[locale]/(public)${path}/page`, `/[locale]${path}`])),
  ...Object.fromEntries(data.map((path) => [`${path}/route`, path])),
});

/** For tests: what stands at an address, as of a book. */
export function addressesOf(book: AddressBook) {
  const read = (url: string, language: Locale = "en") => readAddress(url, { routes, book, language });
  const keyOf = (url: string) => {
    const address = read(url);
    return address.kind === "page" ? address.key : null;
  };
  return { read, keyOf };
}

/** Whether no browser takes this Location for another host. Tabs and line ends would be dropped before it is read. */
export function isOwnPlace(to: string): boolean {
  const base = "https://turnout.example";
  return /^\/(?![/\\])[^\p{Cc}\\?]*(?:\?|$)/u.test(to) && new URL(to, `${base}/en/x`).origin === base;
}
