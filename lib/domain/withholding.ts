import type { RecordKind } from "./id";
import { RECORD_FIELDS, type RecordField } from "./record-fields";
import type { Texts } from "./texts";

/** How much of a record is withheld: texts alone, or everything it says. */
export const WITHHOLDING_SCOPES = ["texts", "record"] as const;
export type WithholdingScope = (typeof WITHHOLDING_SCOPES)[number];

/** Of what is or was withheld, that which still is. */
export function stillWithheld<T extends { putBackAt: number | null }>(rows: readonly T[]): T[] {
  return rows.filter(({ putBackAt }) => putBackAt === null);
}

/** Why, as far as the public may know it. */
export const WITHHOLDING_GROUNDS = ["personal_data", "danger"] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

/** One moderator withholds at once; unless a second confirms within this time, everything is public again. */
export const WITHHOLDING_HOURS = 72;

/** What stands where a text was. */
export const WITHHELD_TEXTS: Texts = { en: "[withheld]", kk: "[жасырылған]", ru: "[скрыто]", tr: "[gizlendi]" };
export const WITHHELD = "[withheld]";

/** Whether this stands where a text was, in whatever language. */
export function isWithheldMark(text: string): boolean {
  return Object.values(WITHHELD_TEXTS).includes(text);
}

/** Short words are found everywhere: inside another text only something as long as a name is searched for. */
const SHORTEST_INSIDE = 5;

/** A record as a version keeps it: the columns of its table, its citations and its links. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** The parts of a kind that hold words, by their name in a snapshot; what is only counted, placed or linked is none. */
export function textParts(kind: RecordKind): string[] {
  return [...RECORD_FIELDS[kind].flatMap((field) => partOf(field) ?? []), "citations"];
}

const CODES = new Set(["slug", "fromCountry"]);

function partOf({ name, shape }: RecordField): string | null {
  if (shape === "quantity") return "words";
  if (name === "claimantNames") return "claimantName";
  if (shape === "texts" || shape === "lines" || shape === "answers") return name;
  return shape === "line" && !CODES.has(name) ? name : null;
}

/** The parts in which these versions hold anything to withhold, each with every text that any of them has there. */
export function filledParts(kind: RecordKind, versions: readonly Snapshot[]): { part: string; texts: string[] }[] {
  return textParts(kind).flatMap((part) => {
    const texts = [...new Set(versions.flatMap((version) => wordsIn(version[part], part)))];
    return texts.length === 0 ? [] : [{ part, texts }];
  });
}

/**
 * The version without these texts. Each text leaves a mark, so that nobody takes it for one that never was. With scope
 * `record` every part goes, and the number and the place with them: unknown, because withheld, and never zero.
 */
export function withheld(
  kind: RecordKind,
  snapshot: Snapshot,
  { scope, parts }: { scope: WithholdingScope; parts: readonly string[] },
): Snapshot {
  const taken = scope === "record" ? textParts(kind) : textParts(kind).filter((part) => parts.includes(part));
  const marked = Object.fromEntries(
    Object.entries(snapshot).map(([name, value]) => [name, taken.includes(name) ? marking(kind, name, value) : value]),
  );
  // A number read from words stays as it is; without its words no other rule can read it again.
  const unruled = taken.includes("words") && "ruleId" in snapshot ? { ruleId: null, ruleVersion: null } : {};
  return { ...marked, ...unruled, ...(scope === "record" ? blank(kind, snapshot) : {}) };
}

function marking(kind: RecordKind, name: string, value: unknown): unknown {
  if (name === "citations") return list(value).map((one) => (one.words == null ? one : { ...one, words: WITHHELD }));
  if (name === "answers")
    return list(value).map((one) => (one.outcome == null ? one : { ...one, outcome: WITHHELD_TEXTS }));
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return [];
  if (typeof value === "object") return WITHHELD_TEXTS;
  const isAddress = name === "url" || name === "archivedUrl";
  return isAddress && kind === "source" ? null : WITHHELD;
}

function blank(kind: RecordKind, snapshot: Snapshot): Snapshot {
  const none = { lower: null, upper: null };
  const place = "placePrecision" in snapshot ? { localityId: null, regionId: null, placePrecision: "country" } : {};
  if (kind === "figure" || kind === "workforce_size") return { ...none, approximate: false, unknown: "withheld" };
  if (kind === "solidarity" && snapshot.unit != null) return { ...none, unknown: "withheld" };
  if (kind === "demand") return { ...none, unit: null, words: null };
  if (kind === "workforce") return { localityId: null, regionId: null, employerId: null, wholeEmployer: false };
  return place;
}

/** These parts and every other one that, in any version, repeats a text of theirs: a quote often is the words of the number. */
export function partsRepeating(kind: RecordKind, versions: readonly Snapshot[], parts: readonly string[]): string[] {
  const said = (part: string) => versions.flatMap((version) => wordsIn(version[part], part));
  const texts = parts.flatMap(said).filter((text) => text.length >= SHORTEST_INSIDE);
  const repeats = (part: string) => said(part).some((text) => texts.some((one) => text.includes(one)));
  return [...new Set([...parts, ...textParts(kind).filter(repeats)])];
}

/** Every text that one version said and the other does not say any more, the longest first. */
export function wordsTaken(kind: RecordKind, before: Snapshot, after: Snapshot): string[] {
  const left = new Set(textParts(kind).flatMap((part) => wordsIn(after[part], part)));
  const all = textParts(kind).flatMap((part) => wordsIn(before[part], part));
  return [...new Set(all)].filter((text) => !left.has(text)).sort((one, other) => other.length - one.length);
}

/** Anything with these words taken out of every text in it. */
export function withoutWords(value: unknown, words: readonly string[]): unknown {
  if (typeof value === "string")
    return words.reduce((text, word) => {
      if (text === word) return WITHHELD;
      return word.length < SHORTEST_INSIDE ? text : text.replaceAll(word, WITHHELD);
    }, value);
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, words));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutWords(inner, words)]));
}

function wordsIn(value: unknown, part: string): string[] {
  if (part === "citations") return list(value).flatMap(({ words }) => wordsIn(words, ""));
  if (part === "answers") return list(value).flatMap(({ outcome }) => wordsIn(outcome, ""));
  if (typeof value === "string") return value === "" || value === WITHHELD ? [] : [value];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === "string");
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).filter((text): text is string => typeof text === "string" && !isWithheldMark(text));
}

function list(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}
