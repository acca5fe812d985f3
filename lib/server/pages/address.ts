import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import type { AddressBook, AddressScope } from "@/lib/shared/public-address";
import type { RouteTable } from "./routes";

/** What stands at an address. `locale` is the language of its notices; `asData`: a program asked, not a browser. */
export type Address =
  /** A public page; `key` is its one canonical address. */
  | { kind: "page"; key: string; scope: AddressScope; narrowed: boolean; locale: Locale; asData: boolean }
  /** The same page under its canonical address. */
  | { kind: "moved"; to: string; forGood: boolean }
  | { kind: "personal"; locale: Locale }
  | { kind: "missing"; locale: Locale; asData: boolean }
  /** A program asked for values the list does not have: it would take the whole list for what it asked. */
  | { kind: "wrong"; names: readonly string[] }
  | { kind: "unreadable" };

export type AddressReader = {
  routes: RouteTable;
  book: AddressBook;
  /** The reader's language, for addresses without one. */
  language: Locale;
};

/** Longer than any address of ours, so that nobody makes the server take apart what it will refuse. */
const longestAddress = 4000;
// Control characters, a backslash or a slash inside a part: browsers, proxies and file systems disagree on them.
const trick = /[\p{Cc}\\/]/u;
const entranceMark = "/#";

function decodeParts(path: string): string[] | null {
  try {
    return path.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** The bare address leads to a language, so it has one key per language; no browser can send a "#". */
export function entranceKey(language: Locale): string {
  return `${entranceMark}${language}`;
}

/** The language an entrance key is for; null for every other key. */
export function entranceLanguage(key: string): Locale | null {
  const language = key.startsWith(entranceMark) ? key.slice(entranceMark.length) : "";
  return isLocale(language) ? language : null;
}

/**
 * What stands at an address as a browser sent it. Every public page has exactly one key, whatever was added to the
 * address, in which order or spelling: nobody can fill the store with one page, nor plant another under its key. The
 * address of a page without a language leads to it in the reader's: citations are read by people of all of them.
 */
export function readAddress(url: string, reader: AddressReader): Address {
  const written = readAsWritten(url, reader);
  if (written.kind !== "missing" || written.asData) return written;
  const inLanguage = readAsWritten(`/${reader.language}${url}`, reader);
  return inLanguage.kind === "page" ? { kind: "moved", to: inLanguage.key, forGood: false } : written;
}

function readAsWritten(url: string, { routes, book, language }: AddressReader): Address {
  const cut = url.indexOf("?");
  const path = cut < 0 ? url : url.slice(0, cut);
  const parts = url.startsWith("/") && url.length <= longestAddress ? decodeParts(path) : null;
  if (parts === null) return { kind: "unreadable" };
  const [first = ""] = parts;
  const locale = isLocale(first) ? first : language;
  const asData = first === "api";
  const missing = { kind: "missing", locale, asData } as const;
  const route = parts.some((part) => trick.test(part)) ? null : routes.match(parts);
  if (route === null) return missing;
  const canonical = `/${parts.map(encodeURIComponent).join("/")}`;
  const query = cut < 0 ? "" : url.slice(cut + 1);
  if (path.includes("//") || (path.endsWith("/") && path !== "/")) {
    return { kind: "moved", to: query ? `${canonical}?${query}` : canonical, forGood: true };
  }
  if (route.plane === "personal") return { kind: "personal", locale };
  if (route.plane === "entrance") {
    return { kind: "page", key: entranceKey(language), scope: "none", narrowed: false, locale, asData };
  }
  const found = book.find(route.pattern, route.params, new URLSearchParams(query));
  if (found === null) return missing;
  const key = found.query === "" ? canonical : `${canonical}?${found.query}`;
  if (found.leftOut.length > 0 && asData) return { kind: "wrong", names: found.leftOut };
  if (found.leftOut.length > 0 && key !== url) return { kind: "moved", to: key, forGood: false };
  return { kind: "page", key, scope: found.scope, narrowed: found.query !== "", locale, asData };
}
