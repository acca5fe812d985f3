import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AtomFeed, tagUri, writeAtom } from "./atom";

const feed = (changes: Partial<AtomFeed> = {}): AtomFeed => ({
  id: "tag:turnout.example,2026-11-28:waves/x",
  title: "Corrections",
  language: "ru",
  self: "https://turnout.example/api/v1/waves/x/corrections.atom?a=1&b=2",
  page: "https://turnout.example/ru/waves/x/corrections",
  updated: Date.UTC(2026, 10, 28),
  entries: [],
  ...changes,
});
/** Any text at all, with halves of signs and signs that mean something in XML. */
const sign = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(...[0x26, 0x3c, 0x3e, 0x22, 0, 0x1b]));
const anyText = fc.array(sign, { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
const entry = (title: string, content: string, updated = 0) => {
  return { id: "tag:turnout.example,2026-11-28:a", title, updated, link: "https://turnout.example/a", content };
};
/** The text of the first element of this name that stands inside an entry. */
function inEntry(atom: string, name: string): string {
  const [, entryText = ""] = atom.split("<entry>");
  const [, rest = ""] = entryText.split(new RegExp(`<${name}[^>]*>`), 2);
  return rest.split(`</${name}>`)[0] ?? "";
}
const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

describe("writeAtom", () => {
  it("says who, what, in which language and when it last changed, also without an entry", () => {
    const atom = writeAtom(feed());
    expect(atom).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    expect(atom).toContain('xml:lang="ru"');
    expect(atom).toContain("<updated>2026-11-28T00:00:00Z</updated>");
    expect(atom).toContain("<author><name>Turnout</name></author>");
    expect(atom).toContain("corrections.atom?a=1&amp;b=2");
  });

  it("is as new as its newest entry", () => {
    const entries = [entry("a", "b", Date.UTC(2026, 0, 2, 3, 4, 5, 678)), entry("a", "b", 1)];
    expect(writeAtom(feed({ entries }))).toMatch(/<\/title>\n<updated>2026-01-02T03:04:05Z<\/updated>/);
  });

  it("carries any text whole and breaks on none, but for signs that XML cannot have", () => {
    fc.assert(
      fc.property(anyText, fc.string(), (title, content) => {
        const atom = writeAtom(feed({ entries: [entry(title, content)] }));
        const told = inEntry(atom, "title");
        expect(told).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(atom).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u);
        if (/^[\x20-\x7e]*$/.test(content)) expect(unescaped(inEntry(atom, "content"))).toBe(content);
      }),
    );
  });
});

it("a tag names the host without its port", () => {
  expect(tagUri("http://127.0.0.1:3000", "2026-11-28", "records/KZ22-F12/revisions/2")).toBe(
    "tag:127.0.0.1,2026-11-28:records/KZ22-F12/revisions/2",
  );
});
