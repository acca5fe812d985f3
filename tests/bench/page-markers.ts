/*
 * Every publication of the benchmark puts one number into the record that occurs nowhere else: 73,001 with the first,
 * 73,002 with the second. After the k-th, a page prints 73,001 to 73,00k wherever it lists claims, the range
 * "73,001–73,00k" wherever it sums them up, and (some pages) the version of the record. Whatever disagrees is torn.
 */
export const firstMarker = 73_001;

/** The number of the nth publication, n from 1, as it is typed. */
export function markerOf(publication: number): string {
  return String(firstMarker + publication - 1);
}

/** What one page said, part by part: the highest publication seen in each, and the version it names. */
export type PageReading = {
  publication: number;
  version: number | null;
  parts: Record<string, number>;
  torn: string[];
};

const number = "73,(\\d{3})";
const kinds: Record<string, RegExp> = {
  "chart titles": new RegExp(`directly involved ${number},`, "g"),
  "table cells": new RegExp(`>${number}(?: people)?</(?:td|a)>`, "g"),
  "links to claims": new RegExp(`directly involved: ${number} people`, "gi"),
  ranges: new RegExp(`73,001–${number}`, "g"),
  payload: new RegExp(`\\\\"children\\\\":\\\\"(?:[^"\\\\]*[ –])?${number}(?: people| \\(union\\))?\\\\"`, "g"),
};

function publicationsIn(html: string, pattern: RegExp): number[] {
  return [...html.matchAll(pattern)].map((match) => Number(`73${match[1]}`) - firstMarker + 1);
}

/** Reads the markers of a decoded page. `versionBefore` is the version of the record before the first publication. */
export function readMarkers(html: string, versionBefore: number): PageReading {
  const anywhere = publicationsIn(html, new RegExp(number, "g"));
  const publication = Math.max(0, ...anywhere);
  const parts: Record<string, number> = {};
  const torn: string[] = [];
  for (const [name, pattern] of Object.entries(kinds)) {
    const found = publicationsIn(html, pattern);
    if (found.length === 0) continue;
    parts[name] = Math.max(...found);
    if (parts[name] !== publication) torn.push(`${name} end at ${parts[name]}, the page at ${publication}`);
  }
  const missing = publication - new Set(anywhere).size;
  if (missing > 0) torn.push(`${missing} of ${publication} figures are missing`);
  const named = /Record as of [^<"\\]*version (\d+)/.exec(html)?.[1];
  const version = named === undefined ? null : Number(named);
  if (version !== null && version - versionBefore !== publication) {
    torn.push(`version ${version} is named, the figures are those of ${versionBefore + publication}`);
  }
  return { publication, version, parts, torn };
}
