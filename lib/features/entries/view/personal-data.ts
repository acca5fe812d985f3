import { type PersonalData, personalData } from "@/lib/domain/personal-data";

/** What is never published, or holds a number by its nature. */
const NOT_FREE = new Set(["confidentialNote", "number", "lower", "upper", "isic"]);

/** The fields of all forms that take words, by their names there and in a correction; every other holds codes, ids or numbers. */
const WORDS = new Set([
  ...["text", "note", "words", "quote", "reason", "description", "title", "publisher", "origin", "url", "archivedUrl"],
  ...["names", "otherNames", "workforceName", "occupation", "claimantName", "claimantNames", "supporterName"],
  ...["participants", "site", "actor", "raisedBy", "outcome", "scopeNote", "standingReason", "disputeReason"],
]);
/** What was done about a demand, in a correction: by itself the field has the ids of demands. */
const ANSWER = /^answers\../;

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

/** All words of what was typed that would be published, as they were typed, without codes and ids; fields within fields too. */
export function typedTexts(typed: unknown, name = ""): string[] {
  if (typeof typed === "string") return typed !== "" && takesWords(name) ? [typed] : [];
  return within(typed, name).flatMap(([key, value]) => typedTexts(value, key));
}

function takesWords(name: string): boolean {
  return ANSWER.test(name) || name.split(".").some((part) => WORDS.has(part));
}

function within(typed: unknown, name: string): (readonly [string, unknown])[] {
  if (typeof typed !== "object" || typed === null) return [];
  return Array.isArray(typed) ? typed.map((one) => [name, one] as const) : Object.entries(typed);
}

function textsOf(typed: unknown, read: (text: string, name: string) => string, name = ""): string[] {
  if (NOT_FREE.has(nameOf(name))) return [];
  if (typeof typed === "string") return typed === "" ? [] : [read(typed, nameOf(name))];
  return within(typed, name).flatMap(([key, value]) => textsOf(value, read, key));
}

/** What in an entry seems to lead to a person, each once: nothing of it is published before a moderator has looked. */
export function personalDataIn(typed: unknown): PersonalData[] {
  const found = textsOf(typed, inWords).flatMap(personalData);
  return [...new Map(found.map((one) => [`${one.kind} ${one.found}`, one])).values()];
}
