import type { Epoch } from "@/lib/domain/moment";
import { isUnknown } from "@/lib/domain/quantity";
import type { ActionRow, FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { ChartFile, ChartTable } from "@/lib/shared/chart/chart";
import type { Veil } from "@/lib/shared/chart/drawing";
import { columnNames } from "@/lib/shared/files/file-registry";
import { figureFields, NO_FIGURE, NOT_REPORTED } from "./figure-file";
import { claimantWords, standingWords } from "./figure-marks";
import { placeOf, type StrikingWorkforce } from "./participation-rows";
import { saidKind } from "./strike-marks";
import { cutsOf } from "./time-notes";
import { isoTime, linked, type ViewContext } from "./view-context";

/** One row per mark: every strike of a workforce, then every figure about it. */
export function participationTable(
  record: WaveRecord,
  { rows, veils }: { rows: readonly StrikingWorkforce[]; veils: readonly Veil[] },
  context: ViewContext,
): { table: ChartTable; file: ChartFile } {
  const column = (key: string) => context.words(`column.${key}`);
  const marks = rows.flatMap((row) => [
    ...row.strikes.map((action) => strikeCells(record, row, action, context)),
    ...row.figures.map((figure) => figureCells(record, row, figure, context)),
  ]);
  return {
    table: {
      caption: context.words("participation.caption"),
      columns: ["workforce", "place", "what", "when", "number", "claimant", "standing", "record"].map(column),
      rows: marks.map(({ id, cells }) => ({ id, cells })),
    },
    file: {
      header: columnNames("participation"),
      rows: marks.map(({ fields, regions, time }) => [...fields, cutIds(veils, regions, time)]),
    },
  };
}

type Time = [from: Epoch, to: Epoch];

/** Notes on cuts that may touch the mark: beside it, others of that time may be missing. */
function cutIds(veils: readonly Veil[], regions: readonly (string | null)[], time: Time): string {
  return cutsOf(veils, regions, time)
    .map(({ id }) => id)
    .join(" ");
}

function whose(record: WaveRecord, { workforce }: StrikingWorkforce, context: ViewContext) {
  const employer = record.employers.find((one) => one.id === workforce.employerId);
  const english = { ...context, text: (texts: Parameters<ViewContext["text"]>[0]) => texts?.en ?? "" };
  return {
    name: linked(context.text(workforce.names), context.workforceHref(workforce.slug)),
    place: linked(placeOf(record, workforce, context)),
    fields: [workforce.id, workforce.names.en ?? "", employer?.names.en ?? "", placeOf(record, workforce, english)],
  };
}

function strikeCells(record: WaveRecord, row: StrikingWorkforce, action: ActionRow, context: ViewContext) {
  const { name, place, fields } = whose(record, row, context);
  const { period, lastKnownAt } = context.trueAction(action.id) ?? action;
  const { start, end, openEnd } = period;
  const known = row.figures.some((figure) => !isUnknown(figure.quantity));
  const number = known ? "" : context.silence;
  const hasFigure = row.figures.some((figure) => figure.actionId === action.id);
  const cells = [saidKind(action, context), context.period(action.period), number, "", ""].map((text) => linked(text));
  return {
    id: action.id,
    cells: [name, place, ...cells, linked(action.id, context.recordHref(action.id))],
    ...{ regions: [action.regionId], time: [start.earliest, end?.latest ?? lastKnownAt ?? start.latest] as Time },
    fields: [
      ...fields,
      "strike",
      action.id,
      ...[start.earliest, start.latest, lastKnownAt, end?.earliest, end?.latest].map(isoTime),
      String(openEnd),
      String(action.solidarity),
      action.stoppage,
      action.certainty,
      ...(hasFigure ? NO_FIGURE : NOT_REPORTED),
    ],
  };
}

function figureCells(record: WaveRecord, row: StrikingWorkforce, figure: FigureRow, context: ViewContext) {
  const { name, place, fields } = whose(record, row, context);
  const action = record.actions.find(({ id }) => id === figure.actionId);
  const texts = [
    context.words(`measure.${figure.measure}`),
    context.moment(figure.asOf),
    context.heard(figure.quantity),
    claimantWords(figure, context),
    standingWords(figure, context),
  ];
  return {
    id: figure.id,
    cells: [name, place, ...texts.map((text) => linked(text)), linked(figure.id, context.recordHref(figure.id))],
    ...{ regions: [action?.regionId ?? null], time: [figure.asOf.earliest, figure.asOf.latest] as Time },
    fields: [
      ...fields,
      "figure",
      figure.id,
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      ...figureFields(context.trueFigure(figure.id) ?? figure),
    ],
  };
}
