import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWN_ROUTES, TEXT_ROUTES } from "@/lib/features/addresses/view";
import { FILE_NAMES } from "@/lib/shared/files/file-registry";
import { isThere, projectFiles, textOf } from "./project-files";

const pages = projectFiles(/^app\/\[locale\]\/\(public\)\/.*page\.tsx$/);
const files = projectFiles(/^app\/api\/v1\/.*route\.ts$/);

/** `app/[locale]/(public)/waves/[wave]/page.tsx` stands at `/[locale]/waves/[wave]`. */
function routeOf(file: string): string {
  const parts = dirname(file).split("/").slice(1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

/** The project's own files that a file imports, by its text. */
function importsOf(file: string): string[] {
  const named = [...textOf(file).matchAll(/(?:from|import) ?\(?"([@.][^"]+)"/g)].map((match) => match[1] ?? "");
  return named.flatMap((name) => {
    const base = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
    const found = [base, `${base}.ts`, `${base}.tsx`].find((one) => /\.\w+$/.test(one) && isThere(one));
    return found === undefined ? [] : [found];
  });
}

function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  for (const next of importsOf(file)) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachedFrom(next, seen);
  }
  return seen;
}

/** Whether a file, or what it imports from beside it, looks at the query of the address. */
function readsQuery(file: string): boolean {
  const own = importsOf(file).filter((one) => one.startsWith("app/"));
  return [file, ...own].some((one) => /\bsearchParams\b/.test(textOf(one)));
}

describe("the book of addresses", () => {
  it("is held against every public page and file", () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(files.length).toBeGreaterThan(5);
    expect([...pages, ...files].filter(readsQuery).length).toBeGreaterThan(10);
  });

  it("knows each of them", () => {
    expect([...pages, ...files].map(routeOf).filter((route) => !(route in KNOWN_ROUTES))).toEqual([]);
  });

  // Of a page it takes for reading nothing, every query would be given the same answer.
  it("knows of each whether it reads its query", () => {
    const wrong = [...pages, ...files].filter(
      (file) => readsQuery(file) !== (KNOWN_ROUTES[routeOf(file)] ?? []).length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it("leads to no file whose columns the registry does not explain", () => {
    const tables = files.flatMap((file) => /\/([a-z-]+)\.csv\/route\.ts$/.exec(file)?.[1] ?? []);
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((name) => !(FILE_NAMES as string[]).includes(name))).toEqual([]);
  });

  it("knows no page that is gone", () => {
    const there = [...pages, ...files].map(routeOf);
    const others = ["/sitemap.xml", "/[locale]/[...rest]"];
    expect(Object.keys(KNOWN_ROUTES).filter((route) => !there.includes(route) && !others.includes(route))).toEqual([]);
  });

  it("takes for untouched by publications only pages that cannot see the record", () => {
    const texts = pages.filter((file) => TEXT_ROUTES.includes(routeOf(file)));
    expect(texts).toHaveLength(TEXT_ROUTES.length);
    const record =
      /^lib\/(?:features\/[^/]+\/data|features\/(?!(?:publications|dictionary)\/)[^/]+\/loaders|server\/db)/;
    const seeing = texts.flatMap((file) =>
      [...reachedFrom(file)].filter((one) => record.test(one)).map((one) => [file, one]),
    );
    expect(seeing).toEqual([]);
    // The same walk finds the record from a page that shows it.
    const dashboard = reachedFrom("app/[locale]/(public)/waves/[wave]/page.tsx");
    expect([...dashboard].some((one) => record.test(one))).toBe(true);
  });

  it("is of pages that say the same to everybody: none reads a cookie or a header", () => {
    const personal = /from "next\/headers"|\bcookies\(|\bheaders\(\)/;
    expect([...pages, ...files].filter((file) => personal.test(textOf(file)))).toEqual([]);
  });
});
