import type { Claim } from "@/lib/domain/claim";
import { competingFigures, competingSizes } from "@/lib/domain/competing-claims";
import type { FigureRow, WaveRecord, WorkforceSizeRow } from "@/lib/domain/wave-record";
import type { RecordsContext } from "./context";

export type ClaimRow = FigureRow | WorkforceSizeRow;

export function isFigure(row: ClaimRow): row is FigureRow {
  return "measure" in row;
}

/** The claims beside which a claim stands, itself among them. */
export function competingClaims(row: ClaimRow, record: WaveRecord): ClaimRow[] {
  return isFigure(row) ? competingFigures(row, record) : competingSizes(row, record);
}

/** A size of a workforce is no measure of an action; for the arithmetic of ranges any one measure will do. */
export function asClaim(row: ClaimRow): Claim {
  if (isFigure(row)) return row;
  const claimantName = row.claimantNames?.en ?? null;
  return {
    ...row,
    claimantName,
    measure: "workers_directly_involved",
    basis: "on_day",
    disputed: false,
    general: false,
  };
}

type Claimed = Pick<ClaimRow, "claimant" | "claimantNames">;

/** The claimant's name with its kind, or the kind alone where nobody is named. */
export function claimantName(row: Claimed, { text, words }: RecordsContext): string {
  const name = text(row.claimantNames);
  const kind = words(`claimant.${row.claimant}`);
  return name ? words("claimantNamed", { name, kind }) : kind;
}

/** Who says so, as the subject of a sentence: the name alone, or "the union". */
export function whoSays(row: Claimed, { text, words }: RecordsContext): string {
  return text(row.claimantNames) || words(`claimantSays.${row.claimant}`);
}
