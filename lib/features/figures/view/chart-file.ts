import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ChartKind, type ChartVariant, isChartKind } from "@/lib/shared/chart/chart";
import { asksForHashtags } from "@/lib/shared/files/written-file";
import type { Locale } from "@/lib/shared/i18n/locales";
import { fileLocale, firstOf, type SearchParams } from "@/lib/shared/search-params";
import type { ChartFilter } from "../view";

/** So many can be compared side by side. */
export const MOST_COMPARED = 4;

const CHART_FILES = ["csv", "svg", "json"] as const;
export type ChartFileType = (typeof CHART_FILES)[number];

export type AskedChartFile = {
  kind: ChartKind;
  type: ChartFileType;
  locale: Locale;
  filter: ChartFilter;
  variant: ChartVariant;
  withHashtags: boolean;
};

/** The id of a workforce by its part of an address or its id; null when there is none. */
type WorkforceId = (asked: string) => string | null;
type Known = { record: WaveRecord; idOf: WorkforceId };

/**
 * The file that `participation.csv` and its query ask for; null when there is none. `v` is the version a page was made
 * from: of any other there is no file any more, so that an old page never takes over a new drawing. `idOf` is for whom
 * only a part of the record is at hand.
 */
export function askedChartFile(
  file: string,
  params: SearchParams,
  record: WaveRecord,
  idOf: WorkforceId = (asked) => workforceIdOf(asked, record),
): AskedChartFile | null {
  const [kind = "", type = "", ...rest] = file.split(".");
  const locale = fileLocale(params);
  const version = firstOf(params.v) ?? String(record.version);
  if (!isChartKind(kind) || !isChartFile(type) || rest.length > 0) return null;
  if (locale === null || version !== String(record.version)) return null;
  const filter = chartFilter(kind, params, { record, idOf });
  const isNarrow = type === "svg" && firstOf(params.width) === "narrow";
  const withHashtags = type === "csv" && asksForHashtags(params);
  return filter === null ? null : { kind, type, locale, filter, variant: isNarrow ? "narrow" : "wide", withHashtags };
}

function isChartFile(type: string): type is ChartFileType {
  return (CHART_FILES as readonly string[]).includes(type);
}

// A file of what is not there would be one of everything under the wrong name.
function chartFilter(kind: ChartKind, params: SearchParams, { record, idOf }: Known): ChartFilter | null {
  if (kind === "reach") return {};
  const [workforce, workforces, region] = [params.workforce, params.workforces, params.region].map(firstOf);
  if (kind === "participation" && workforce) {
    const id = idOf(workforce);
    return id === null ? null : { workforceId: id };
  }
  if (kind === "participation" && workforces) {
    const ids = workforces.split(",").map(idOf);
    return ids.length > MOST_COMPARED || ids.includes(null) ? null : { workforceIds: ids.filter((id) => id !== null) };
  }
  if (!region) return {};
  return record.regions.some(({ id }) => id === region) ? { regionId: region } : null;
}

// Named in an address as everywhere, by its part of one; by its id, as once was usual, it is found too.
function workforceIdOf(asked: string, { workforces }: WaveRecord): string | null {
  return workforces.find(({ slug, id }) => slug === asked || id === asked)?.id ?? null;
}
