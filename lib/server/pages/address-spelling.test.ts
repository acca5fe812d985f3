import fc from "fast-check";
import { expect, test } from "vitest";
import { addressBook } from "@/lib/features/addresses/view";
import type { AddressBook } from "@/lib/shared/public-address";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { type Address, entranceLanguage } from "./address";
import { addressesOf, isOwnPlace, pages } from "./test-addresses";

const { read } = addressesOf(addressBook([syntheticRecord(), waveRecordOfFiles(readRecordFiles())]));

/** What a browser ends at: redirects are followed, three at most. */
function endOf(url: string): Address {
  let address = read(url);
  for (let hops = 0; address.kind === "moved"; hops += 1) {
    expect(hops, url).toBeLessThan(3);
    expect(isOwnPlace(address.to), address.to).toBe(true);
    address = read(address.to);
  }
  return address;
}

/** The same address spelled otherwise: letters as percent escapes, junk added, parameters in another order. */
const spelling = fc.record({
  page: fc.constantFrom(...pages),
  escaped: fc.array(fc.nat({ max: 80 }), { maxLength: 6 }),
  slashes: fc.boolean(),
  trailing: fc.boolean(),
  shuffle: fc.boolean(),
  lower: fc.boolean(),
  junk: fc.array(
    fc.tuple(
      fc.constantFrom("utm_source", "_rsc", "__nextLocale", "nxtPwave", "page", "__proto__", "%00", ""),
      fc.string({ unit: "binary-ascii", maxLength: 30 }).map(encodeURIComponent),
    ),
    { maxLength: 4 },
  ),
});

function spell({
  page,
  escaped,
  slashes,
  trailing,
  shuffle,
  lower,
  junk,
}: typeof spelling extends fc.Arbitrary<infer T> ? T : never) {
  const [path = "", query = ""] = page.split("?");
  const escaping = (letter: string) => {
    const code = `%${letter.charCodeAt(0).toString(16)}`;
    return lower ? code : code.toUpperCase();
  };
  const spelled = [...path].map((letter, at) => (escaped.includes(at) && letter !== "/" ? escaping(letter) : letter));
  const whole = (slashes ? spelled.join("").replaceAll("/", "//") : spelled.join("")) + (trailing ? "/" : "");
  const own = query ? query.split("&") : [];
  const added = junk.map(([name, value]) => `${name}=${value}`);
  const all = shuffle ? [...added, ...own.toReversed()] : [...own, ...added];
  return all.length > 0 ? `${whole}?${all.join("&")}` : whole;
}

test("property: a page has one key, however its address is spelled and whatever is added to it", () => {
  fc.assert(
    fc.property(spelling, (how) => {
      const end = endOf(spell(how));
      expect(end.kind === "page" ? end.key : end).toBe(how.page);
    }),
    { numRuns: 1500 },
  );
});

/** Addresses made of what is dangerous, beside what is ordinary. */
const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    "\\",
    "..",
    ".",
    "%2f",
    "%2F",
    "%5c",
    "%00",
    "%0a",
    "%09",
    "%",
    "#",
    "?",
    "&",
    "=",
    ";",
    "@",
    ":",
  ),
  fc.constantFrom(
    "en",
    "kk",
    "waves",
    "account",
    "about",
    "search",
    "records",
    "api",
    "v1",
    "auth",
    "_next",
    "evil.example",
  ),
  fc.constantFrom(
    "kazakhstan-january-2022",
    "KZ22-F12",
    "q",
    "left_out",
    "region",
    "http:",
    "%d0%96",
    "\u00e9",
    "\u0096",
    "\t",
  ),
  fc.string({ unit: "binary-ascii", maxLength: 5 }),
);
const anyAddress = fc
  .oneof(
    fc.array(piece, { maxLength: 14 }).map((parts) => `/${parts.join("")}`),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")),
    fc.array(piece, { maxLength: 6 }).map((parts) => `/en/${parts.join("/")}`),
  )
  // What Node's parser refuses before anybody sees it.
  .map((url) => [...url].filter((letter) => letter === "\t" || (letter > " " && letter !== "\x7f")).join(""));

test("property: any address is read, its key reads as itself, and nothing leads to another host", () => {
  fc.assert(
    fc.property(anyAddress, (url) => {
      const address = read(url);
      if (address.kind === "moved") expect(isOwnPlace(address.to), address.to).toBe(true);
      const end = endOf(url);
      if (end.kind !== "page" || entranceLanguage(end.key) !== null) return;
      expect(read(end.key)).toEqual(end);
      expect(end.key).toMatch(/^\/[\x21-\x7e]*$/);
    }),
    { numRuns: 5000 },
  );
});

test("property: nothing that leads to a personal page is ever a key of the store", () => {
  const paths = ["/en/account", "/kk/moderate/log", "/en/moderate/KZ22-F1", "/tr/join/token", "/api/auth/session"];
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat({ max: 20 }), piece, (path, at, added) => {
      const escaped = `%${path.charCodeAt(at % path.length).toString(16)}`;
      const spelled = path[at % path.length] === "/" ? path : path.replace(path[at % path.length] ?? "", escaped);
      for (const url of [spelled, `${spelled}/`, `${spelled}?${added}`, `/${path}`, `${path}/${added}`]) {
        const end = endOf(url);
        expect(end.kind, url).not.toBe("page");
      }
    }),
    { numRuns: 1500 },
  );
});

/** Knows every page there could be, so that only the way keys are made keeps them apart. */
const every: AddressBook = {
  ahead: [],
  find: (_, { locale }, query) =>
    locale === "en"
      ? { query: new URLSearchParams({ q: query.get("q") ?? "" }).toString(), leftOut: [], scope: "all" }
      : null,
};

test.each(["%00", "%0d%0aSet-Cookie:a=1", "%5c..", "a%2fb", "%c2%80", "%09"])(
  "no page has %s in a part of its path",
  (part) => {
    for (const url of [`/en/records/${part}`, `/en/waves/${part}/data`]) {
      expect(addressesOf(every).read(url).kind).toBe("missing");
    }
    expect(addressesOf(every).read("/en/records/a%20b").kind).toBe("page");
  },
);

test("property: two different pages never share a key", () => {
  const part = fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
      fc.constantFrom("a?q=b", "a&b", "a#b", "%41", "A", "+", " ", "?"),
    )
    .filter((text) => text.isWellFormed() && !/[\p{Cc}\\/]/u.test(text));
  const page = fc.tuple(fc.constantFrom("records", "workforces"), part, part);
  const keyed = ([folder, id, q]: [string, string, string]) => {
    const url = `/en/${folder}/${encodeURIComponent(id)}?q=${encodeURIComponent(q)}`;
    const address = addressesOf(every).read(url);
    return address.kind === "page" ? address.key : fail(url);
  };
  const fail = (url: string): never => {
    throw new Error(`${url} is no page`);
  };
  fc.assert(
    fc.property(page, page, (one, other) => {
      expect(addressesOf(every).keyOf(keyed(one))).toBe(keyed(one));
      expect(keyed(one) === keyed(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 3000 },
  );
});
