import { CHART_FILES, type ChartFileType, loadChartFile } from "@/lib/features/figures/loaders";
import { loadWave } from "@/lib/features/waves/loaders";
import { isChartKind } from "@/lib/shared/chart/chart";
import { isLocale } from "@/lib/shared/i18n/locales";

type Context = { params: Promise<{ wave: string; chart: string }> };

const isChartFile = (type: string): type is ChartFileType => (CHART_FILES as readonly string[]).includes(type);

/** `participation.csv?locale=en`: exactly what the chart of that name shows, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { wave, chart } = await params;
  const { searchParams } = new URL(request.url);
  const [kind = "", type = "", ...rest] = chart.split(".");
  const locale = searchParams.get("locale") ?? "en";
  if (!isChartKind(kind) || !isChartFile(type) || rest.length > 0 || !isLocale(locale)) {
    return Response.json({ error: "There is no such chart." }, { status: 404 });
  }
  const record = await loadWave(wave);
  const [workforceId, regionId] = [searchParams.get("workforce"), searchParams.get("region")];
  const filter = { ...(workforceId ? { workforceId } : {}), ...(regionId ? { regionId } : {}) };
  const variant = searchParams.get("width") === "narrow" ? "narrow" : "wide";
  const file = await loadChartFile({ record, kind, locale, filter }, type, variant);
  if (file === null) return Response.json({ error: "The drawing is not available just now." }, { status: 503 });
  const how = type === "json" ? "inline" : "attachment";
  return new Response(file.body, {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `${how}; filename="turnout-${wave}-${kind}-${locale}.${type}"`,
      // The answer is always of the current record: it may be kept only under the address of that version.
      "Cache-Control": searchParams.get("v") === String(record.version) ? "public, max-age=60" : "no-cache",
    },
  });
}
