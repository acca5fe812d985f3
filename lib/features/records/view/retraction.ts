import type { RecordRow } from "@/lib/domain/wave-record";
import { type Part, plain, type RecordsContext } from "./context";
import { versionsOf } from "./history";

export type Retraction = { reason: Part; day: string };

/** The reason as it was told with its version, in its language; else as the envelope keeps it. */
export function retractionOf(row: RecordRow, context: RecordsContext): Retraction | null {
  if (row.state !== "retracted") return null;
  const last = versionsOf(row, context.record).at(-1);
  const reason = last?.reason ?? null;
  return {
    reason: reason ? context.part(reason) : plain(row.retractedReason ?? context.words("retracted.noReason")),
    day: context.fullDay(row.recordedAt),
  };
}
