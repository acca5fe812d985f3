import { addDays, isCalendarDate } from "@/lib/shared/local-time";
import { dateFault } from "@/lib/shared/short-year";
import type { SOURCE_KINDS, SOURCE_TIERS } from "./choices";
import { type FieldProblem, isLanguageTag, type SourceInput } from "./input";

export type NewSource = {
  /** Null for something without an address, which is described instead. */
  url: string | null;
  description: string | null;
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  kind: (typeof SOURCE_KINDS)[number];
  tier: (typeof SOURCE_TIERS)[number];
};
/** A recorded source by its id, or a new one; with the words it is quoted with. */
export type SourceProposal = { words: string | null; wordsLanguage: string | null } & (
  | { existing: string; added: null }
  | { existing: null; added: NewSource }
);

const SOURCE_ID = /^[A-Z][A-Z0-9]{1,11}-S[1-9]\d{0,8}$/;

export function isSourceId(text: string): boolean {
  return SOURCE_ID.test(text);
}

/** Slots left empty are passed over; at least one must say something. */
export function readSources(inputs: readonly SourceInput[]): { sources: SourceProposal[]; problems: FieldProblem[] } {
  const read = inputs.map((input, slot) => (isEmpty(input) ? null : readSource(input, `sources.${slot}`)));
  const filled = read.filter((one) => one !== null);
  const problems = filled.flatMap((one) => one.problems);
  if (filled.length === 0) problems.push({ field: "sources.0.url", code: "source_missing" });
  return { sources: filled.flatMap(({ source }) => (source === null ? [] : [source])), problems };
}

/** Choices that arrive set by the form alone do not make a slot filled. */
export function isEmpty(input: SourceInput): boolean {
  const { existing, url, noAddress, description, title, publisher, publishedOn, quote } = input;
  return [existing, url, noAddress, description, title, publisher, publishedOn, quote].every((typed) => typed === "");
}

type Read = { source: SourceProposal | null; problems: FieldProblem[] };

function readSource(input: SourceInput, at: string): Read {
  const words = input.quote === "" ? null : input.quote;
  if (input.existing === "") return readNew(input, at, words);
  const id = input.existing.toUpperCase();
  // One would be left out without a word, and what is quoted would hang on the other.
  if (isDescribed(input)) return { source: null, problems: [{ field: `${at}.existing`, code: "source_twice" }] };
  if (!isSourceId(id)) return { source: null, problems: [{ field: `${at}.existing`, code: "source_id_wrong" }] };
  const wordsLanguage = input.language === "" ? null : input.language;
  return { source: { existing: id, added: null, words, wordsLanguage }, problems: [] };
}

function isDescribed({ url, noAddress, description, title, publisher, publishedOn }: SourceInput): boolean {
  return [url, noAddress, description, title, publisher, publishedOn].some((typed) => typed !== "");
}

function readNew(input: SourceInput, at: string, words: string | null): Read {
  const url = input.noAddress === "yes" ? null : readAddress(input.url);
  const problems = [...addressProblems(input, url, at), ...describingProblems(input, at)];
  if (problems.length > 0) return { source: null, problems };
  const added: NewSource = {
    url,
    description: input.description === "" ? null : input.description,
    title: input.title,
    publisher: input.publisher === "" ? null : input.publisher,
    publishedOn: input.publishedOn === "" ? null : input.publishedOn,
    language: input.language,
    kind: input.kind === "" ? "press" : input.kind,
    tier: input.tier === "" ? "two" : input.tier,
  };
  return { source: { existing: null, added, words, wordsLanguage: added.language }, problems: [] };
}

function addressProblems(input: SourceInput, url: string | null, at: string): FieldProblem[] {
  if (input.noAddress === "yes") {
    return input.description === "" ? [{ field: `${at}.description`, code: "description_missing" }] : [];
  }
  if (input.url === "") return [{ field: `${at}.url`, code: "url_missing" }];
  return url === null ? [{ field: `${at}.url`, code: "url_wrong" }] : [];
}

function describingProblems(input: SourceInput, at: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.title === "") problems.push({ field: `${at}.title`, code: "title_missing" });
  if (input.language === "") problems.push({ field: `${at}.language`, code: "language_missing" });
  else if (!isLanguageTag(input.language)) problems.push({ field: `${at}.language`, code: "language_wrong" });
  if (input.publishedOn !== "" && !isCalendarDate(input.publishedOn))
    problems.push({ field: `${at}.publishedOn`, code: dateFault(input.publishedOn) });
  else if (input.publishedOn > latestDateAnywhere())
    problems.push({ field: `${at}.publishedOn`, code: "published_in_future" });
  return problems;
}

/** It may be tomorrow already where a source was published, but never later. */
function latestDateAnywhere(): string {
  return addDays(new Date().toISOString().slice(0, 10), 1);
}

/** Only the web's own addresses, and none that carries somebody's password. */
export function readAddress(typed: string): string | null {
  const url = URL.parse(typed);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.hostname.includes(".") ? url.href : null;
}

/** One spelling of an address for finding the same page again: no www, no slash at the end, no fragment, no tracking. */
export function addressKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address.trim().toLowerCase();
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|yclid)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const host = url.host.replace(/^(www|m)\./, "");
  return `${host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}
