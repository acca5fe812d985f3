import { writeCsv } from "@/lib/shared/chart/csv-file";
import { firstOf, LENS_NAMES, type SearchParams } from "@/lib/shared/search-params";
import { type FileName, headerOf } from "./file-registry";

/** What of the address a file of any kind reads beside what narrows it. */
export const HXL = "hxl";

/** Whether an address asks for the row of hashtags. */
export function asksForHashtags(params: SearchParams): boolean {
  return firstOf(params[HXL]) === "1";
}

/** What of a file lies outside its own rows. */
export type FileHead = {
  /** A second row says each column in the words of HXL. */
  withHashtags: boolean;
  /** The seal under which the record was published; empty where there is none yet. */
  seal: string;
};

/** A file of the registry as CSV. */
export function writtenFile(
  name: FileName,
  rows: readonly (readonly string[])[],
  { withHashtags, seal }: FileHead,
): string {
  const { names, hashtags } = headerOf(name);
  const sealed = rows.map((row) => [...row, seal]);
  return writeCsv(names, withHashtags ? [hashtags, ...sealed] : sealed);
}

/** The name of a file, with what the record is read through: two readings of it in one folder are not taken for each other. */
export function fileNameOf(parts: readonly string[], extension: string, params: SearchParams): string {
  const reading = LENS_NAMES.flatMap((name) => {
    const value = firstOf(params[name]);
    return value !== null && /^[\w-]{1,40}$/.test(value) ? [name, value] : [];
  });
  return `${["turnout", ...parts, ...reading].join("-")}.${extension}`;
}
