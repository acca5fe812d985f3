import { cache } from "react";
import { NO_LENS } from "@/lib/domain/lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { env } from "@/lib/env";
import { sealTextOf } from "@/lib/features/publications/view";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import { drawChart } from "@/lib/server/chart-images/drawing-worker";
import { svgFile } from "@/lib/server/chart-images/svg-file";
import type { ChartKind, ChartVariant, ChartView } from "@/lib/shared/chart/chart";
import type { ChartDrawing } from "@/lib/shared/chart/drawing";
import type { LoadedChart } from "@/lib/shared/chart/loaded-chart";
import { writtenFile } from "@/lib/shared/files/written-file";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { withQuery } from "@/lib/shared/search-params";
import { type ChartFilter, chartView, type ViewWords } from "./view";
import type { AskedChartFile } from "./view/chart-file";
import { viewWords } from "./view/view-words";

export type ChartRequest = { record: WaveRecord; kind: ChartKind; locale: Locale; filter?: ChartFilter };

/** The words of charts in one language, for the views. */
export const loadViewWords = cache(
  async (locale: Locale): Promise<ViewWords> => viewWords(locale, await readMessages(locale)),
);

/** What the chart draws, says, tabulates and exports. */
export async function loadChartView(request: ChartRequest): Promise<ChartView<ChartDrawing>> {
  const words = await loadViewWords(request.locale);
  return chartView(request.kind, request.record, words, request.filter ?? {});
}

/** Everything `ChartFrame` needs. A drawing that fails leaves `images` null: the page shows the table instead. */
export async function loadChart(request: ChartRequest): Promise<LoadedChart> {
  const [view, { chart }] = await Promise.all([loadChartView(request), loadViewWords(request.locale)]);
  const images = await loadChartImages(view.drawing);
  const label = (key: string) => chart(`frame.${key}`);
  return {
    kind: request.kind,
    view: { head: view.head, key: view.key, table: view.table },
    images,
    addresses: addressesOf(request),
    labels: {
      table: label("table"),
      csv: label("csv"),
      svg: label("svg"),
      link: label("link"),
      key: label("key"),
      files: label("files"),
      unavailable: label("unavailable"),
      walk: label("walk"),
    },
  };
}

/** The drawing in both widths, or null when it could not be made; it never throws. */
export async function loadChartImages(drawing: ChartDrawing): Promise<Record<ChartVariant, string> | null> {
  const [narrow, wide] = await Promise.all([drawChart(drawing, "narrow"), drawChart(drawing, "wide")]);
  return narrow === null || wide === null ? null : { narrow, wide };
}

/** A file of the chart with what it holds; null when the drawing of an SVG could not be made. */
export async function loadChartFile(
  request: ChartRequest,
  { type, variant, withHashtags }: Pick<AskedChartFile, "type" | "variant" | "withHashtags">,
): Promise<{ body: string; contentType: string } | null> {
  const view = await loadChartView(request);
  if (type === "json") return { body: JSON.stringify(view), contentType: "application/json; charset=utf-8" };
  if (type === "csv") {
    const body = writtenFile(request.kind, view.file.rows, { withHashtags, seal: sealTextOf(request.record) });
    return { body, contentType: "text/csv; charset=utf-8; header=present" };
  }
  const svg = await drawChart(view.drawing, variant);
  if (svg === null) return null;
  const { lens = NO_LENS, wave } = request.record;
  const page = withQuery(`/${request.locale}/waves/${wave.slug}#${request.kind}`, lensQuery(lens));
  const body = svgFile({ svg, variant, head: view.head, origin: env().publicUrl, page });
  return { body, contentType: "image/svg+xml; charset=utf-8" };
}

function addressesOf({ record, kind, locale, filter = {} }: ChartRequest): LoadedChart["addresses"] {
  const query = new URLSearchParams({ locale });
  const workforce = record.workforces.find(({ id }) => id === filter.workforceId);
  if (workforce) query.set("workforce", workforce.slug);
  const several = record.workforces.filter(({ id }) => filter.workforceIds?.includes(id));
  const slugs = filter.workforceIds?.flatMap((id) => several.find((one) => one.id === id)?.slug ?? []);
  if (slugs) query.set("workforces", slugs.join(","));
  if (filter.regionId) query.set("region", filter.regionId);
  const read = lensQuery(record.lens ?? NO_LENS);
  const file = (extension: string) =>
    withQuery(`/api/v1/waves/${record.wave.slug}/charts/${kind}.${extension}?${query}`, read);
  // With the version, so that no copy kept from before an approval takes over the drawing on the page.
  return { link: `#${kind}`, csv: file("csv"), svg: file("svg"), view: `${file("json")}&v=${record.version}` };
}
