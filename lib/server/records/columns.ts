import type { Moment, Period } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import { kindOf } from "@/lib/domain/record-diff";
import type {
  ActionRow,
  CoverageNoteRow,
  DemandRow,
  EventRow,
  FigureRow,
  RecordRow,
  SolidarityRow,
  SourceRow,
  Texts,
  WorkforceRow,
  WorkforceSizeRow,
} from "@/lib/domain/wave-record";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Transaction } from "../transaction";

/** A record's plain values become the columns of its table here: the way back from how it is read. */

const textsOrNull = (texts: Texts | null) => texts ?? Prisma.DbNull;

const startColumns = (start: Moment) => ({
  startEarliest: new Date(start.earliest),
  startLatest: new Date(start.latest),
  startPrecision: start.precision,
});

const periodColumns = ({ start, end }: Period) => ({
  ...startColumns(start),
  endEarliest: end && new Date(end.earliest),
  endLatest: end && new Date(end.latest),
  endPrecision: end?.precision ?? null,
});

const quantityColumns = ({ lower, upper, unit, approximate, words, rule, unknown }: Quantity) => ({
  ...{ lower, upper, unit, approximate, words, unknown },
  ruleId: rule?.id ?? null,
  ruleVersion: rule?.version ?? null,
});

const claimColumns = (row: FigureRow | WorkforceSizeRow) => ({
  ...quantityColumns(row.quantity),
  wordsLanguage: row.wordsLanguage,
  asOfEarliest: new Date(row.asOf.earliest),
  asOfLatest: new Date(row.asOf.latest),
  asOfPrecision: row.asOf.precision,
  claimant: row.claimant,
  claimantName: textsOrNull(row.claimantNames),
  standing: row.standing,
  standingReason: textsOrNull(row.standingReason),
});

const figureColumns = (row: FigureRow) => {
  const { subject, actionId, eventId, regionId, workforceId, measure, basis, disputed } = row;
  const texts = { disputeReason: textsOrNull(row.disputeReason), note: textsOrNull(row.note) };
  return {
    subject,
    actionId,
    eventId,
    regionId,
    workforceId,
    measure,
    basis,
    ...claimColumns(row),
    disputed,
    ...texts,
  };
};

const sizeColumns = (row: WorkforceSizeRow) => ({
  workforceId: row.workforceId,
  scopeNote: textsOrNull(row.scopeNote),
  comparable: row.comparable,
  ...claimColumns(row),
});

const workforceColumns = (row: WorkforceRow) => {
  const { slug, names, occupation, otherNames, employerId, localityId, regionId, wholeEmployer } = row;
  const place = { employerId, localityId, regionId, wholeEmployer };
  return { slug, names, occupation, otherNames, ...place, note: textsOrNull(row.note) };
};

const actionColumns = (row: ActionRow) => {
  const { type, general, solidarity, political, stoppage, scope, localityId, regionId, placePrecision } = row;
  return {
    ...{ type, general, solidarity, political, stoppage, scope, localityId, regionId, placePrecision },
    placeInferred: row.placeInferred,
    site: textsOrNull(row.site),
    participants: textsOrNull(row.participants),
    ...periodColumns(row.period),
    openEnd: row.period.openEnd,
    lastKnownAt: row.lastKnownAt === null ? null : new Date(row.lastKnownAt),
    certainty: row.certainty,
    note: textsOrNull(row.note),
  };
};

const eventColumns = (row: EventRow) => {
  const { kind, text, localityId, regionId, placePrecision, certainty } = row;
  const what = { kind, text, actor: textsOrNull(row.actor), localityId, regionId, placePrecision };
  return { ...what, ...periodColumns(row.period), certainty, note: textsOrNull(row.note) };
};

const demandColumns = (row: DemandRow) => {
  const { kind, text, raisedBy, workforceId, target } = row;
  const none = { lower: null, upper: null, unit: null, words: null };
  const said = { kind, text, raisedBy, workforceId, ...startColumns(row.raisedAt) };
  return { ...said, ...(target ?? none), note: textsOrNull(row.note) };
};

const solidarityColumns = (row: SolidarityRow) => {
  const { kind, supporterKind, supporterName, workforceId, fromCountry, toActionId, asActionId, text } = row;
  const { lower = null, upper = null, unit = null, unknown = null, words = null } = row.amount ?? {};
  return {
    ...{ kind, supporterKind, supporterName, workforceId, fromCountry, toActionId, asActionId, text },
    ...startColumns(row.givenAt),
    ...{ lower, upper, unit, unknown, words },
    note: textsOrNull(row.note),
  };
};

const sourceColumns = (row: SourceRow) => {
  const { url, archivedUrl, publisher, title, language, kind, tier, origin } = row;
  const publishedOn = row.publishedOn === null ? null : new Date(`${row.publishedOn}T00:00:00Z`);
  return { url, archivedUrl, publisher, title, language, publishedOn, kind, tier, origin, note: textsOrNull(row.note) };
};

const coverageColumns = ({ regionId, cause, text, period }: CoverageNoteRow) => ({
  ...{ regionId, cause, text },
  ...periodColumns(period),
});

/** The columns of a record's own table, as a snapshot keeps them too. */
export function columnsOf(row: RecordRow): object {
  const write = WRITERS[kindOf(row)];
  return write.columns(row as never);
}

export async function updateRow(tx: Transaction, row: RecordRow): Promise<void> {
  const write = WRITERS[kindOf(row)];
  await write.update(tx, row.id, write.columns(row as never) as never);
}

/** A row for a record that was given its id in this transaction. */
export async function createRow(tx: Transaction, row: RecordRow): Promise<void> {
  const write = WRITERS[kindOf(row)];
  await write.create(tx, { id: row.id, ...(write.columns(row as never) as object) } as never);
}

function writer<R, C extends object>(
  columns: (row: R) => C,
  update: (tx: Transaction, id: string, data: C) => Promise<unknown>,
  create: (tx: Transaction, data: C & { id: string }) => Promise<unknown>,
) {
  return { columns, update, create };
}

const WRITERS = {
  figure: writer(
    figureColumns,
    (tx, id, data) => tx.figure.update({ where: { id }, data }),
    (tx, data) => tx.figure.create({ data }),
  ),
  workforce_size: writer(
    sizeColumns,
    (tx, id, data) => tx.workforceSize.update({ where: { id }, data }),
    (tx, data) => tx.workforceSize.create({ data }),
  ),
  workforce: writer(
    workforceColumns,
    (tx, id, data) => tx.workforce.update({ where: { id }, data }),
    (tx, data) => tx.workforce.create({ data }),
  ),
  action: writer(
    actionColumns,
    (tx, id, data) => tx.action.update({ where: { id }, data }),
    (tx, data) => tx.action.create({ data }),
  ),
  event: writer(
    eventColumns,
    (tx, id, data) => tx.event.update({ where: { id }, data }),
    (tx, data) => tx.event.create({ data }),
  ),
  demand: writer(
    demandColumns,
    (tx, id, data) => tx.demand.update({ where: { id }, data }),
    (tx, data) => tx.demand.create({ data }),
  ),
  solidarity: writer(
    solidarityColumns,
    (tx, id, data) => tx.solidarity.update({ where: { id }, data }),
    (tx, data) => tx.solidarity.create({ data }),
  ),
  // The confidential note is no column here: it stays as it is, and in none of the public versions.
  source: writer(
    sourceColumns,
    (tx, id, data) => tx.source.update({ where: { id }, data }),
    (tx, data) => tx.source.create({ data }),
  ),
  coverage_note: writer(
    coverageColumns,
    (tx, id, data) => tx.coverageNote.update({ where: { id }, data }),
    (tx, data) => tx.coverageNote.create({ data }),
  ),
};
