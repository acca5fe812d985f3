import type { RecordKind } from "@/lib/domain/id";
import { LISTS } from "@/lib/domain/record-lists";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { NO_ROWS, type Rows } from "@/lib/features/waves/data/rows";
import type { Asking } from "./selection";

/** What a wave is made of but its figures and sources, in every version: small beside them, and all that orders need. */
export type Light = readonly { kind: RecordKind; since: number; until: number; row: RecordRow }[];

const KINDS = ["action", "event", "workforce", "workforce_size", "demand", "solidarity", "coverage_note"] as const;

export function readLight(asking: Asking, waveId: string): Light {
  const sql = `SELECT kind, since, until, body FROM versions
    WHERE wave = ? AND kind = ? AND kind <> 'figure' ORDER BY number`;
  return KINDS.flatMap((kind) =>
    asking
      .all<{ kind: RecordKind; since: number; until: number; body: string }>(sql, waveId, kind)
      .map(({ body, ...version }) => ({ ...version, row: JSON.parse(body) as RecordRow })),
  );
}

/** The wave as known at a moment, without its figures and sources. */
export function lightAt(light: Light, base: WaveRecord, at: number): WaveRecord {
  const rows: Rows = { ...NO_ROWS };
  const known = light.filter(({ since, until }) => since <= at && at < until);
  for (const kind of KINDS) rows[LISTS[kind]] = known.filter((one) => one.kind === kind).map(({ row }) => row) as never;
  return { ...base, ...rows };
}
