import { type Actor, can } from "@/lib/domain/can";
import { type Invited, tieBetween } from "@/lib/domain/independence";
import type { Texts } from "@/lib/domain/texts";
import { filledParts, type Snapshot, wordsTaken } from "@/lib/domain/withholding";
import type { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import type { NoteRow, RecordForModerators, WithholdingRow } from "./view";
import { reasonsToTake } from "./view/public-reasons";

const withHandles = {
  placedBy: { select: { id: true, handle: true, invitedById: true } },
  confirmedBy: { select: { handle: true } },
  liftedBy: { select: { handle: true } },
} as const;

/** What is withheld and neither confirmed nor lifted, that which lapses first before the others. */
export async function readOpenWithholdings(): Promise<WithholdingRow[]> {
  const rows = await db().withholding.findMany({
    where: { confirmedAt: null, liftedAt: null },
    include: withHandles,
    orderBy: { lapsesAt: "asc" },
  });
  return rows.map(toRow);
}

/** Take-downs that another than this moderator would have to confirm before they lapse. */
export function countToConfirm(moderatorId: string): Promise<number> {
  return db().withholding.count({ where: { confirmedAt: null, liftedAt: null, placedById: { not: moderatorId } } });
}

type Moderator = Actor & Invited;

/** A public record with everything this moderator may do about it; null where there is none. */
export async function readRecordForModerators(reader: Moderator, id: string): Promise<RecordForModerators | null> {
  const found = await db().record.findFirst({
    where: { id, wave: { state: { not: "draft" } } },
    select: {
      ...{ id: true, kind: true, state: true },
      revisions: { select: { number: true, snapshot: true, reason: true } },
      withholdings: { include: withHandles, orderBy: { placedAt: "desc" } },
    },
  });
  if (found === null) return null;
  const { kind, state, revisions, withholdings } = found;
  const parts = filledParts(
    kind,
    revisions.map(({ snapshot }) => snapshot as Snapshot),
  );
  const reasons = revisions.flatMap(({ reason }) => reasonsToTake(reason as Texts | null));
  const open = withholdings.find(({ kept }) => kept !== null);
  return {
    ...{ id, kind, isPublished: state === "published" },
    parts: reasons.length === 0 ? parts : [...parts, { part: "reason", texts: [...new Set(reasons)] }],
    withholdings: withholdings.map(toRow),
    taken: open === undefined ? [] : takenBy(open, found),
    confirmsNot: open === undefined ? null : whyNotConfirm(reader, open.placedBy),
    notes: await readNotes({ recordId: id }),
  };
}

function whyNotConfirm(reader: Moderator, placedBy: Invited): RecordForModerators["confirmsNot"] {
  const verdict = can(reader, "confirm_withholding", { authorId: placedBy.id, tie: tieBetween(reader, placedBy) });
  return verdict.allowed ? null : verdict.because;
}

type Versions = { kind: RecordForModerators["kind"]; revisions: { number: number; snapshot: unknown }[] };

function takenBy({ kept }: { kept: Prisma.JsonValue }, { kind, revisions }: Versions): string[] {
  const { versions } = kept as unknown as { versions: { number: number; snapshot: Snapshot }[] };
  const taken = versions.flatMap(({ number, snapshot }) => {
    const now = revisions.find((one) => one.number === number);
    return now === undefined ? [] : wordsTaken(kind, snapshot, now.snapshot as Snapshot);
  });
  return [...new Set(taken)];
}

/** What moderators noted about an entry or a record, the oldest first. */
export async function readNotes(about: { entryId: string } | { recordId: string }): Promise<NoteRow[]> {
  const rows = await db().moderatorNote.findMany({
    where: about,
    include: { author: { select: { handle: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, author, createdAt, text }) => ({ id, handle: author.handle, at: createdAt.getTime(), text }));
}

type Row = Prisma.WithholdingGetPayload<{ include: typeof withHandles }>;

function toRow({ placedBy, confirmedBy, liftedBy, ...row }: Row): WithholdingRow {
  const { id, recordId, scope, parts, ground, note, placedAt, lapsesAt, confirmedAt, liftedAt, liftReason } = row;
  return {
    ...{ id, recordId, scope, parts, ground, note, by: placedBy.handle },
    ...{ at: placedAt.getTime(), lapsesAt: lapsesAt.getTime(), isOpen: row.kept !== null },
    confirmed: confirmedAt && { by: confirmedBy?.handle ?? "", at: confirmedAt.getTime() },
    lifted: liftedAt && { by: liftedBy?.handle ?? null, at: liftedAt.getTime(), reason: liftReason },
  };
}
