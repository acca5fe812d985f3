import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ChartKeyEntry, ChartView, KeyMark } from "@/lib/shared/chart/chart";
import type { ParticipationDrawing, ParticipationRow } from "@/lib/shared/chart/drawing";
import { chartHead, countSources } from "./chart-head";
import { keyEntries } from "./chart-key";
import { counted, sentence } from "./counted";
import { drawnOf, participationRow, type StrikingWorkforce, strikingWorkforces } from "./participation-rows";
import { participationTable } from "./participation-table";
import { notedIn, notesOnAxis } from "./time-notes";
import { timeAxis, type ViewContext } from "./view-context";

/** `only`: the chart of one workforce, of several on one scale, or of the strikes in one region. */
export type ParticipationFilter = { workforceId?: string; workforceIds?: readonly string[]; regionId?: string };

export function participation(
  record: WaveRecord,
  context: ViewContext,
  only: ParticipationFilter = {},
): ChartView<ParticipationDrawing> {
  const axis = timeAxis(record, context);
  const here = strikingWorkforces(record, axis).filter((row) => isWanted(row, only));
  const isWhole = Object.values(only).every((one) => one === undefined);
  const all = (isWhole ? record.part?.digest?.participants : undefined) ?? here.length;
  const striking = drawnOf(only.workforceIds ? inOrder(here, only.workforceIds) : here);
  const drawn = striking.map((row) => participationRow(record, row, context));
  const rows = only.workforceIds ? onOneScale(drawn, context) : drawn;
  const withFigure = rows.filter((row) => row.scales.length > 0);
  const coverage = [
    context.words("participation.coverage", { known: withFigure.length, all: rows.length }),
    ...(rows.length < all ? [context.words("participation.cut", { rows: rows.length, all })] : []),
  ].join(" ");
  const regions = rows.flatMap((row) => row.regions);
  const { veils, notes } = notesOnAxis(notedIn(regions, record), axis, context);
  const drawing: ParticipationDrawing = { kind: "participation", axis, veils, notes, rows };
  return {
    kind: "participation",
    head: chartHead(record, context, {
      finding: findingOf(rows, context),
      subtitle: context.words("participation.subtitle"),
      description: context.words("participation.description", { rows: rows.length }),
      coverage,
      sources: countSources(striking.flatMap(({ strikes, figures }) => [...strikes, ...figures])),
    }),
    key: participationKey(drawing, context),
    drawing,
    ...participationTable(record, { rows: striking, veils }, context),
  };
}

function isWanted({ workforce, strikes }: StrikingWorkforce, only: ParticipationFilter): boolean {
  const { workforceId, workforceIds, regionId } = only;
  if (workforceId !== undefined) return workforce.id === workforceId;
  if (workforceIds !== undefined) return workforceIds.includes(workforce.id);
  return regionId === undefined || strikes.some((strike) => strike.regionId === regionId);
}

function inOrder(rows: readonly StrikingWorkforce[], ids: readonly string[]): StrikingWorkforce[] {
  return rows.toSorted((a, b) => ids.indexOf(a.workforce.id) - ids.indexOf(b.workforce.id));
}

/** What is compared is measured alike: people on every row up to the same number. */
function onOneScale(rows: readonly ParticipationRow[], context: ViewContext): ParticipationRow[] {
  const max = Math.max(
    0,
    ...rows.flatMap(({ scales }) => scales.flatMap((one) => (one.unit === "people" ? one.max : []))),
  );
  const maxLabel = context.quantity({ lower: max, upper: max, unit: "people", approximate: false, unknown: null });
  return rows.map((row) => ({
    ...row,
    scales: row.scales.map((scale) => (scale.unit === "people" ? { ...scale, max, maxLabel } : scale)),
  }));
}

function findingOf(rows: readonly ParticipationRow[], context: ViewContext): string {
  const withFigure = rows.filter((row) => row.scales.length > 0);
  const disputed = withFigure.filter((row) => row.scales.every(({ points }) => points.every((one) => one.disputed)));
  const dispute = disputed.length === 0 ? "none" : disputed.length < withFigure.length ? "some" : "all";
  const key = rows.length === 0 ? "none" : rows.length === 1 ? "one" : "many";
  return sentence(
    context.words(`participation.finding.${key}`, {
      rows: rows.length,
      rowsInWords: counted(rows.length, context),
      known: withFigure.length,
      dispute,
      silence: context.silence,
    }),
    context,
  );
}

function participationKey({ rows, veils: shown }: ParticipationDrawing, context: ViewContext): ChartKeyEntry[] {
  const bars = rows.flatMap((row) => row.bars);
  const scales = rows.flatMap((row) => row.scales);
  const points = scales.flatMap((scale) => scale.points);
  const present: [KeyMark, boolean][] = [
    ["strike", bars.some((bar) => !bar.solidarity)],
    ["solidarity", bars.some((bar) => bar.solidarity)],
    ["hatch", bars.some((bar) => bar.hatched)],
    ["fade", bars.some((bar) => bar.startEarliest < bar.startLatest)],
    ["unreported_end", bars.some((bar) => bar.tail === "unreported")],
    ["open_end", bars.some((bar) => bar.tail === "open")],
    ["disputed", points.some((point) => point.disputed)],
    ["range", points.some((point) => point.lower !== point.upper)],
    ["accepted", scales.some((scale) => scale.bands.length > 0)],
    ["veil", shown.length > 0],
  ];
  const onlyDisputed = rows.some(({ bars: own, remark }) => remark === null && own.some((bar) => bar.hatched));
  return keyEntries(
    present,
    points,
    context,
    onlyDisputed ? context.words("key.noneSettled", { silence: context.silence }) : context.silence,
  );
}
