import type { ActionRange } from "@/lib/domain/action-ranges";
import type { Bounds } from "@/lib/domain/quantity";
import { stoppageSize } from "@/lib/domain/stoppage";
import { meetsThreshold } from "@/lib/domain/threshold";
import { type MeasureTotals, type Total, totalsOf } from "@/lib/domain/totals";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { columnNames } from "@/lib/shared/files/file-registry";
import { type MeasuredStrike, measuredStrikes } from "./strikes";

type TableFile = { header: readonly string[]; rows: string[][] };

const bare = (value: number | null) => (value === null ? "" : String(value));
/** The cells after an action of which nothing is known. */
const EMPTY: readonly string[] = Array(10).fill("");
const twoEnds = ({ lower, upper }: Bounds) => [bare(lower), bare(upper)];

/** Every total of a record, then each thing it is made of, beside it or lacking: what is shown, row by row. */
export function totalsFile(record: WaveRecord): TableFile {
  return { header: columnNames("totals"), rows: totalsOf(record).flatMap(rowsOfMeasure) };
}

function rowsOfMeasure(totals: MeasureTotals): string[][] {
  const sort = [totals.kind, totals.measure];
  const known = new Set(totals.withNumber);
  const silent = totals.actions.filter((id) => !known.has(id));
  return [
    ...totals.totals.flatMap((total) => rowsOfTotal(total, totals).map((row) => [...sort, ...row])),
    ...totals.beside.map(({ basis, day, regionId, range }) => [
      ...[...sort, basis, day ?? "", "area_beside", "", regionId ?? ""],
      ...[...twoEnds(range), range.unit, String(range.approximate), String(range.disputed)],
      ...[String(range.basedOn.length), "", "", range.basedOn.join(" ")],
    ]),
    ...silent.map((id) => [...sort, "", "", "no_number_at_all", id, ...EMPTY]),
  ];
}

function rowsOfTotal(total: Total, { hasGeneral }: MeasureTotals): string[][] {
  const { basis, day, sum, withGeneral } = total;
  const when = [basis, day ?? ""];
  const sumRow = (role: string, result: NonNullable<Total["withGeneral"]>) =>
    "refused" in result
      ? [...when, role, ...EMPTY.slice(0, 9), result.refused, ""]
      : [
          ...[...when, role, "", "", ...twoEnds(result), result.unit, String(result.approximate), ""],
          ...[String(result.claims), String(result.withoutFigure), "", ""],
        ];
  const silent = (role: string, ids: readonly string[]) => ids.map((id) => [...when, role, id, ...EMPTY]);
  return [
    // Of a wave without general strikes, and of protests, there is nothing to be with or without.
    ...(hasGeneral
      ? [sumRow("total_without_general_strikes", sum), sumRow("total_with_general_strikes", withGeneral ?? sum)]
      : [sumRow("total", sum)]),
    ...total.added.map((one) => [...when, "added", ...rangeFields(one)]),
    ...total.general.map((one) => [...when, "general_beside", ...rangeFields(one)]),
    ...silent("no_number", total.lacking),
    ...silent("general_no_number", total.generalLacking),
    ...silent("end_not_reported", total.endUnknown),
  ];
}

function rangeFields({ actionId, range }: ActionRange): string[] {
  return [
    ...[actionId, "", ...twoEnds(range), range.unit, String(range.approximate), String(range.disputed)],
    ...[String(range.basedOn.length), "", "", range.basedOn.join(" ")],
  ];
}

/** Every strike as the standards measure it, with what each threshold says of it. */
export function strikesFile(record: WaveRecord): TableFile {
  return { header: columnNames("strikes"), rows: measuredStrikes(record).map(strikeRow) };
}

function strikeRow({ counted: { action }, stoppage }: MeasuredStrike): string[] {
  const { duration, hours, directly, indirectly, daysNotWorked: days } = stoppage;
  const size = stoppageSize(stoppage);
  const computed = "refused" in days ? ["", "", "", ""] : [...twoEnds(days), days.method, String(days.estimate)];
  return [
    ...[action.id, String(action.general), String(duration.min), bare(duration.max), duration.open ?? ""],
    ...twoEnds(hours).map((value) => (value === "" ? "" : String(Math.round(Number(value) * 100) / 100))),
    ...[...twoEnds(directly), ...twoEnds(indirectly), ...computed],
    ...(["bls", "ons", "kz"] as const).map((threshold) => meetsThreshold(threshold, size)),
    "refused" in days ? "" : days.claims.join(" "),
  ];
}
