import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ChartHead } from "@/lib/shared/chart/chart";
import { offsetMinutes } from "@/lib/shared/format/day";
import { offsetsOf } from "./local-clocks";
import { linked, type ViewContext } from "./view-context";

type Citing = { citations: readonly { sourceId: string }[] };

/** The sources of what is shown, each counted once. */
export function countSources(shown: readonly Citing[]): number {
  return new Set(shown.flatMap((row) => row.citations.map((citation) => citation.sourceId))).size;
}

/** `2–9 January 2022` and the zone, as subtitles end. */
export function periodWords(record: WaveRecord, context: ViewContext): string {
  const { wave } = record;
  const at = (date: string) => Date.parse(`${date}T12:00Z`);
  const range = new Intl.DateTimeFormat(context.locale === "en" ? "en-GB" : context.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(at(wave.firstDay), at(wave.lastDay));
  const offsets = offsetsOf(record);
  const shown = range.replace(/^(\d+)\s–\s(\d+)/, "$1–$2");
  if (offsets.length > 1) return context.words("periodLocal", { range: shown });
  return context.words("period", { range: shown, zone: zoneName(at(wave.firstDay), wave.timeZone) });
}

function zoneName(at: number, timeZone: string): string {
  const minutes = offsetMinutes(at, timeZone);
  const rest = minutes % 60 === 0 ? "" : `:${String(Math.abs(minutes % 60)).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(Math.abs(minutes) / 60)}${rest}`;
}

type Said = { finding: string; subtitle: string; description: string; coverage: string; sources: number };

export function chartHead(record: WaveRecord, context: ViewContext, said: Said): ChartHead {
  return {
    finding: said.finding,
    subtitle: `${said.subtitle} · ${periodWords(record, context)}`,
    description: said.description,
    sources: linked(context.words("footer.sources", { count: said.sources }), context.waveHref("/sources")),
    asOf: context.words("footer.asOf", { day: context.fullDay(record.publishedAt) }),
    coverage: said.coverage,
  };
}
