import { type PersonalData, personalData } from "@/lib/domain/personal-data";

/** What is never published, or holds a number by its nature. */
const NOT_FREE = new Set(["confidentialNote", "number", "lower", "upper", "isic"]);

const ADDRESSES = new Set(["url", "archivedUrl"]);

const nameOf = (path: string) => path.split(".").at(-1) ?? "";

const inWords = (text: string, name: string) => (ADDRESSES.has(name) ? wordsOfAddress(text) : text);

/** Of an address what follows the host, each part by itself: `wa.me/77011234567` is somebody's, dates in paths are nobody's. */
function wordsOfAddress(address: string): string {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, "");
  return path
    .replace(/%[0-9a-f]{2}/gi, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16)))
    .replaceAll(/[/?&=#]/g, "\n");
}

/** Every text of what was typed that would be published, as it was typed; fields within fields too. */
export function typedTexts(typed: unknown): string[] {
  return textsOf(typed, (text) => text);
}

function textsOf(typed: unknown, read: (text: string, name: string) => string, name = ""): string[] {
  if (NOT_FREE.has(nameOf(name))) return [];
  if (typeof typed === "string") return typed === "" ? [] : [read(typed, nameOf(name))];
  if (typeof typed !== "object" || typed === null) return [];
  const inner = Array.isArray(typed) ? typed.map((one) => [name, one] as const) : Object.entries(typed);
  return inner.flatMap(([key, value]) => textsOf(value, read, key));
}

/** What in an entry seems to lead to a person, each once: nothing of it is published before a moderator has looked. */
export function personalDataIn(typed: unknown): PersonalData[] {
  const found = textsOf(typed, inWords).flatMap(personalData);
  return [...new Map(found.map((one) => [`${one.kind} ${one.found}`, one])).values()];
}
