import { agreeing } from "@/lib/domain/chosen-standing";
import type { RecordKind } from "@/lib/domain/id";
import { tieBetween } from "@/lib/domain/independence";
import type { ApprovalRow, WaveRecord } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { localDate } from "@/lib/shared/format/day";
import type { WhichRecords } from "./envelopes";

type Asked = { timeZone: string; synthetic: boolean };
type Approved = NonNullable<Awaited<ReturnType<typeof findApproved>>[number]["entry"]>;

/**
 * The approvals behind every version of these records that was proposed and decided: the day, and the reason if the moderator gave one
 * for the public. Who approved is told to nobody, nor any other decision: those are between moderators and author.
 */
export async function readApprovals(
  client: DatabaseClient,
  wave: Asked,
  which: WhichRecords,
): Promise<WaveRecord["approvals"]> {
  const approvals: WaveRecord["approvals"] = {};
  for (const { recordId, number, entry } of await findApproved(client, wave, which)) {
    const decided = { [number]: entry === null ? [] : approvalsOf(entry, wave.timeZone) };
    approvals[recordId] = { ...approvals[recordId], ...decided };
  }
  for (const id of await findSilenced(client, which)) {
    const versions = Object.entries(approvals[id] ?? {});
    approvals[id] = Object.fromEntries(versions.map(([number, given]) => [number, given.map(withoutReason)]));
  }
  return approvals;
}

const withoutReason = ({ on }: ApprovalRow): ApprovalRow => ({ on, reason: null });

/** Records of which the reasons are withheld: those of approvals stand with the decisions, which nobody may change before. */
async function findSilenced(client: DatabaseClient, which: WhichRecords): Promise<string[]> {
  const rows = await client.withholding.findMany({
    where: { record: which, liftedAt: null, OR: [{ scope: "record" }, { parts: { has: "reason" } }] },
    select: { recordId: true },
  });
  return rows.map(({ recordId }) => recordId);
}

const WITHOUT_ENTRY: RecordKind[] = ["source", "workforce"];

/** Versions that an entry made, sources that came in beside one, and workforces of a wave being prepared; none was loaded. */
function findApproved(client: DatabaseClient, { synthetic }: Asked, which: WhichRecords) {
  const besideAClaim = synthetic ? [] : [{ record: { kind: { in: WITHOUT_ENTRY }, loadedHash: null }, number: 1 }];
  return client.revision.findMany({
    where: { record: which, OR: [{ entryId: { not: null } }, ...besideAClaim] },
    select: {
      ...{ recordId: true, number: true },
      entry: {
        select: {
          ...{ version: true, approvalsRequired: true },
          author: { select: { id: true, invitedById: true } },
          decisions: {
            select: {
              ...{ verb: true, entryVersion: true, reason: true, createdAt: true },
              ...{ standing: true, moderatorId: true, moderator: { select: { id: true, invitedById: true } } },
            },
            orderBy: { id: "asc" },
          },
        },
      },
    },
    orderBy: [{ recordId: "asc" }, { number: "asc" }],
  });
}

/** Those that published it: of its last version, since anything else was decided, and for the standing it got. */
function approvalsOf({ version, approvalsRequired, decisions, author }: Approved, timeZone: string): ApprovalRow[] {
  const lastOther = decisions.findLastIndex(({ verb }) => verb !== "approve");
  const approvals = decisions.slice(lastOther + 1).filter(({ entryVersion }) => entryVersion === version);
  // The last one published it; whoever changed their mind before that counts once.
  return (
    agreeing(approvals, approvals.at(-1)?.standing ?? "normal")
      .filter(({ moderator }) => tieBetween(moderator, author) === null)
      // So many published it: one before that had lost its weight, or it would have been published then.
      .slice(-approvalsRequired)
      .map(({ createdAt, reason }) => ({ on: localDate(createdAt.getTime(), timeZone), reason }))
  );
}
