import type { BulkCandidate } from "@/lib/domain/bulk";
import { HOLD_MINUTES } from "@/lib/domain/hold";
import { Prisma } from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";
import { isWaitingState, type QueueFilter } from "../schema/queue-filter";
import { inTurns, queueConditions } from "./queue-query";

export type CandidateRow = Omit<BulkCandidate, "hasPersonalData" | "lacksFirstTier"> & {
  id: string;
  waveId: string;
  payload: unknown;
  /** Its photographs, as `evidenceSeen` says them. */
  evidenceSeen: string;
};
type Asking = { moderatorId: string; withHeld: boolean; atMost: number };

/** The entries a filter chooses, in the queue's order, with all that a decision about each turns on; and how many match. */
export async function readCandidates(
  client: DatabaseClient,
  filter: QueueFilter,
  { moderatorId, withHeld, atMost }: Asking,
): Promise<{ rows: CandidateRow[]; matched: number }> {
  const where = queueConditions(filter);
  const [found] = await client.$queryRaw<{ matched: number }[]>`
    SELECT count(*)::int AS matched FROM entries e WHERE ${where}`;
  const order = isWaitingState(filter)
    ? inTurns(where, atMost)
    : Prisma.sql`SELECT e.id FROM entries e WHERE ${where} ORDER BY e.submitted_at DESC, e.id DESC`;
  const rows = await client.$queryRaw<CandidateRow[]>`
    SELECT e.id::text, e.state::text, e.version, e.payload, e.wave_id AS "waveId", e.author_id::text AS "authorId",
      CASE WHEN u.invited_by_id = me.id THEN 'inviter' WHEN me.invited_by_id = u.id THEN 'invitee' END AS tie,
      u.deleted_at IS NOT NULL AS "isAuthorGone",
      e.approvals_required AS "approvalsRequired",
      (SELECT coalesce(string_agg(v.id::text, ' ' ORDER BY v.id), '') FROM evidence v WHERE v.entry_id = e.id)
        AS "evidenceSeen",
      EXISTS (
        SELECT 1 FROM decisions d WHERE d.entry_id = e.id AND d.entry_version = e.version
          AND d.verb = 'approve' AND d.moderator_id = ${moderatorId}::uuid
          AND d.id > coalesce((SELECT max(r.id) FROM decisions r WHERE r.entry_id = e.id AND r.verb <> 'approve'), 0)
      ) AS "hasApproved",
      CASE WHEN e.state = 'approved_once' THEN (SELECT count(*)::int FROM approvals_in_force(e.id) a
        WHERE a.moderator_id <> me.id AND a.standing = 'normal') ELSE 0 END AS "approvalsAgreeing",
      e.state = 'approved_once' AND EXISTS (SELECT 1 FROM approvals_in_force(e.id) a
        WHERE a.moderator_id <> me.id AND a.standing <> 'normal') AS "isWeighed",
      e.kind <> 'new_record' AND EXISTS (
        SELECT 1 FROM records r WHERE r.id = e.record_id
          AND (r.revision <> e.base_revision OR r.state = 'retracted')
      ) AS "recordChanged",
      ${!withHeld} AND EXISTS (
        SELECT 1 FROM entry_holds h WHERE h.entry_id = e.id AND h.moderator_id <> ${moderatorId}::uuid
          AND h.held_at > now() - make_interval(mins => ${HOLD_MINUTES}::int)
      ) AS "heldByOther"
    FROM (SELECT o.id, row_number() OVER () AS place FROM (${order} LIMIT ${atMost}::int) o) chosen
    JOIN entries e ON e.id = chosen.id JOIN users u ON u.id = e.author_id JOIN users me ON me.id = ${moderatorId}::uuid
    ORDER BY chosen.place`;
  return { rows, matched: found?.matched ?? 0 };
}
