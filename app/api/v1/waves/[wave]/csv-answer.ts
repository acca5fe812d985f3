import { type Sealed, sealTextOf } from "@/lib/features/publications/view";
import type { FileName } from "@/lib/shared/files/file-registry";
import { asksForHashtags, fileNameOf, writtenFile } from "@/lib/shared/files/written-file";
import type { SearchParams } from "@/lib/shared/search-params";

/** `isPart` where the wave has more rows than the file holds, which its name then says. */
type Table = { name: FileName; rows: string[][]; isPart: boolean };

type Published = Sealed & { wave: { slug: string } };

/** A table of a wave as a file of its name, with a row of hashtags where the address asks for one. */
export function csvAnswer(published: Published, { name, rows, isPart }: Table, params: SearchParams): Response {
  const head = { withHashtags: asksForHashtags(params), seal: sealTextOf(published) };
  return new Response(writtenFile(name, rows, head), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileNameOf([published.wave.slug, name, ...(isPart ? ["part"] : [])], "csv", params)}"`,
    },
  });
}
