import type { FileName } from "@/lib/shared/files/file-registry";
import { asksForHashtags, fileNameOf, writtenFile } from "@/lib/shared/files/written-file";
import type { SearchParams } from "@/lib/shared/search-params";

/** `isPart` where the wave has more rows than the file holds, which its name then says. */
type Table = { name: FileName; rows: string[][]; isPart: boolean };

/** A table of a wave as a file of its name, with a row of hashtags where the address asks for one. */
export function csvAnswer(wave: string, { name, rows, isPart }: Table, params: SearchParams): Response {
  return new Response(writtenFile(name, rows, asksForHashtags(params)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileNameOf([wave, name, ...(isPart ? ["part"] : [])], "csv", params)}"`,
    },
  });
}
