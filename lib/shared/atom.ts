/** One entry of a feed; `id` never changes, `updated` is when it last did. */
export type AtomEntry = { id: string; title: string; updated: number; link: string; content: string };
export type AtomFeed = {
  id: string;
  title: string;
  language: string;
  /** The address of the feed itself, and of the page that shows the same to people. */
  self: string;
  page: string;
  /** Where a feed has no entry, this is when it was last looked at anew. */
  updated: number;
  entries: readonly AtomEntry[];
};

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Signs that XML 1.0 cannot carry even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function text(value: string): string {
  return value
    .toWellFormed()
    .replace(NO_XML, "")
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** RFC 3339, in UTC and to the second. */
function date(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** A tag URI (RFC 4151): an id that holds whatever becomes of the addresses. `since` is a day on which the host was ours. */
export function tagUri(publicUrl: string, since: string, specific: string): string {
  return `tag:${new URL(publicUrl).hostname},${since}:${specific}`;
}

/** A feed as Atom 1.0 (RFC 4287), plain text in every entry. */
export function writeAtom({ id, title, language, self, page, updated, entries }: AtomFeed): string {
  const latest = entries.reduce((last, entry) => Math.max(last, entry.updated), entries.length > 0 ? 0 : updated);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${text(language)}">`,
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<updated>${date(latest)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    // Nobody who proposed or approved anything is an author here.
    "<author><name>Turnout</name></author>",
    "<rights>CC BY 4.0</rights>",
    ...entries.map(entryText),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryText({ id, title, updated, link, content }: AtomEntry): string {
  return [
    "<entry>",
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<updated>${date(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${text(link)}"/>`,
    `<content type="text">${text(content)}</content>`,
    "</entry>",
  ].join("\n");
}
