import { writeCsv } from "@/lib/shared/chart/csv-file";

type Table = { header: readonly string[]; rows: string[][] };

/** A table as a file of that name. */
export function csvAnswer(name: string, { header, rows }: Table): Response {
  return new Response(writeCsv(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="turnout-${name}.csv"`,
    },
  });
}
