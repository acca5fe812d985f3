import { loadChartFile } from "@/lib/features/figures/loaders";
import { askedChartFile } from "@/lib/features/figures/view/chart-file";
import { loadWave, loadWaveOf, type SomeOf } from "@/lib/features/waves/loaders";
import { isCut } from "@/lib/features/waves/view/part";
import { fileNameOf } from "@/lib/shared/files/written-file";
import { firstOf, paramsOf, type SearchParams } from "@/lib/shared/search-params";

type Context = { params: Promise<{ wave: string; chart: string }> };

/** `participation.csv?locale=en`: exactly what the chart of that name shows, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { wave, chart } = await params;
  const { searchParams } = new URL(request.url);
  const query = paramsOf(searchParams);
  const some = someOf(query);
  const record = await (some === null ? loadWave(wave, query) : loadWaveOf(wave, some, query));
  const asked = askedChartFile(chart, query, record);
  if (asked === null) return Response.json({ error: "There is no such chart." }, { status: 404 });
  const { kind, type, locale, filter } = asked;
  const file = await loadChartFile({ record, kind, locale, filter }, asked);
  if (file === null) return Response.json({ error: "The drawing is not available just now." }, { status: 503 });
  // Reach counts the whole of every wave; the others draw what began first and what is largest of a large one.
  const part = kind !== "reach" && isCut(record) ? ["part"] : [];
  const how = type === "json" ? "inline" : "attachment";
  return new Response(file.body, {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `${how}; filename="${fileNameOf([wave, kind, ...part, locale], type, query)}"`,
      // The answer is always of the current record: it may be kept only under the address of that version.
      "Cache-Control": searchParams.has("v") ? "public, max-age=60" : "no-cache",
    },
  });
}

/** What the chart is narrowed to, so that of a large wave it is made from the part that the page was made from. */
function someOf(query: SearchParams): SomeOf | null {
  const [workforces, region] = [firstOf(query.workforce) ?? firstOf(query.workforces), firstOf(query.region)];
  if (workforces !== null) return { workforces: workforces.split(",") };
  return region === null ? null : { regions: [region] };
}
