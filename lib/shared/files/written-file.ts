import { writeCsv } from "@/lib/shared/chart/csv-file";
import { firstOf, type SearchParams } from "@/lib/shared/search-params";
import { columnNames, type FileName, hashtagsOf } from "./file-registry";

/** What of the address a file of any kind reads beside what narrows it. */
export const HXL = "hxl";

/** Whether an address asks for the row of hashtags. */
export function asksForHashtags(params: SearchParams): boolean {
  return firstOf(params[HXL]) === "1";
}

/** A file of the registry as CSV; with hashtags its second row says each column in the words of HXL. */
export function writtenFile(name: FileName, rows: readonly (readonly string[])[], withHashtags: boolean): string {
  return writeCsv(columnNames(name), withHashtags ? [hashtagsOf(name), ...rows] : rows);
}
