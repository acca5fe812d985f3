import { loadWave } from "@/lib/features/waves/loaders";
import type { TableFile } from "@/lib/features/workforces/view/files";
import { writeCsv } from "@/lib/shared/chart/csv-file";

type Route = { params: Promise<{ wave: string }> };

/** A whole table of a wave as a file. */
export async function tableAnswer(
  { params }: Route,
  name: string,
  file: (record: Awaited<ReturnType<typeof loadWave>>) => TableFile,
): Promise<Response> {
  const { wave } = await params;
  const { header, rows } = file(await loadWave(wave));
  return new Response(writeCsv(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="turnout-${wave}-${name}.csv"`,
      "Cache-Control": "public, max-age=60",
    },
  });
}
