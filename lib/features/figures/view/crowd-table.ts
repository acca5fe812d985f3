import type { Epoch } from "@/lib/domain/moment";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { ChartFile, ChartTable } from "@/lib/shared/chart/chart";
import type { Veil } from "@/lib/shared/chart/drawing";
import { columnNames } from "@/lib/shared/files/file-registry";
import { startOfDate } from "@/lib/shared/format/day";
import { subjectName } from "./crowd-days";
import type { CrowdSubject } from "./crowd-subjects";
import { figureFields, NOT_REPORTED } from "./figure-file";
import { claimantWords, standingWords } from "./figure-marks";
import { cutsOf } from "./time-notes";
import { linked, type ViewContext } from "./view-context";

/** One row per claim, and one per gathering that nobody has claimed anything about. */
export function crowdTable(
  record: WaveRecord,
  { days, cuts }: { days: readonly [string, readonly CrowdSubject[]][]; cuts: readonly Veil[] },
  context: ViewContext,
): { table: ChartTable; file: ChartFile } {
  const columns = ["day", "place", "number", "when", "claimant", "standing", "record"];
  const rows = days.flatMap(([, subjects]) => subjects.flatMap((subject) => rowsOf(record, subject, context)));
  return {
    table: {
      caption: context.words("crowds.caption"),
      columns: columns.map((key) => context.words(`column.${key}`)),
      rows: rows.map(({ id, cells }) => ({ id, cells })),
    },
    file: {
      header: columnNames("crowds"),
      rows: rows.map(({ fields, where, date }) => [...fields, cutIds(cuts, where, date)]),
    },
  };
}

const DAY = 86_400_000;

function rowsOf(record: WaveRecord, subject: CrowdSubject, context: ViewContext) {
  const claims = [...subject.known, ...subject.unknown];
  if (claims.length === 0) return [rowOf(record, subject, null, context)];
  return claims.map((claim) => rowOf(record, subject, claim, context));
}

function rowOf(record: WaveRecord, subject: CrowdSubject, claim: FigureRow | null, context: ViewContext) {
  const english: ViewContext = { ...context, locale: "en", text: (texts) => texts?.en ?? "" };
  const id = claim?.id ?? subject.key;
  const said = claim
    ? [
        context.quantity(claim.quantity),
        context.moment(claim.asOf),
        claimantWords(claim, context),
        standingWords(claim, context),
      ]
    : [context.silence, subject.action ? context.period(subject.action.period) : "", "", ""];
  return {
    id,
    where: subject.regionId ?? subject.action?.regionId ?? null,
    date: startOfDate(subject.date, context.timeZone),
    cells: [
      linked(context.day(startOfDate(subject.date, context.timeZone))),
      linked(subjectName(record, subject, context)),
      ...said.map((text) => linked(text)),
      linked(id, context.recordHref(id)),
    ],
    fields: [
      subject.date,
      subject.action ? "action" : subject.regionId ? "region" : "wave",
      subject.key,
      placeInEnglish(record, subject, english),
      id,
      ...(claim ? figureFields(context.trueFigure(claim.id) ?? claim) : NOT_REPORTED),
    ],
  };
}

/** Notes on cuts of that day and place: beside what was counted, more may have been. */
function cutIds(cuts: readonly Veil[], where: string | null, date: Epoch): string {
  return cutsOf(cuts, [where], [date, date + DAY - 1])
    .map(({ id }) => id)
    .join(" ");
}

function placeInEnglish(record: WaveRecord, { action, regionId }: CrowdSubject, english: ViewContext): string {
  const locality = record.localities.find((one) => one.id === action?.localityId);
  const region = record.regions.find((one) => one.id === regionId);
  return english.text(locality?.names ?? region?.names ?? null);
}
