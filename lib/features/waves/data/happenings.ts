import type { ActionRow, DemandRow, Envelope, EventRow, SolidarityRow, WorkforceRow } from "@/lib/domain/wave-record";
import type {
  Action as ActionColumns,
  Demand as DemandColumns,
  Event as EventColumns,
  Solidarity as SolidarityColumns,
  Workforce as WorkforceColumns,
} from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";
import { envelopeOf, type WhichRecords } from "./envelopes";
import { toMoment, toPeriod, toQuantity, toTexts, toTextsOrNull } from "./moments";

type ActionLinks = { workforces: { workforceId: string }[]; demands: { demandId: string }[] };
type EventLinks = { demands: { demandId: string; outcome: unknown }[] };
type Envelopes = Map<string, Envelope>;
const inOrder = (records: WhichRecords) => ({
  where: { record: records },
  orderBy: { record: { number: "asc" as const } },
});

export async function readWorkforces(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<WorkforceRow[]> {
  const rows = await client.workforce.findMany(inOrder(records));
  return rows.map((row) => toWorkforce(row, envelopeOf(envelopes, row.id)));
}

export function toWorkforce(row: WorkforceColumns, envelope: Envelope): WorkforceRow {
  return {
    ...envelope,
    slug: row.slug,
    names: toTexts(row.names),
    occupation: toTexts(row.occupation),
    otherNames: row.otherNames,
    employerId: row.employerId,
    localityId: row.localityId,
    regionId: row.regionId,
    wholeEmployer: row.wholeEmployer,
    note: toTextsOrNull(row.note),
  };
}

export async function readActions(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<ActionRow[]> {
  const rows = await client.action.findMany({ ...inOrder(records), include: { workforces: true, demands: true } });
  return rows.map((row) => toAction(row, envelopeOf(envelopes, row.id)));
}

export function toAction(row: ActionColumns & ActionLinks, envelope: Envelope): ActionRow {
  return {
    ...envelope,
    type: row.type,
    general: row.general,
    solidarity: row.solidarity,
    political: row.political,
    stoppage: row.stoppage,
    scope: row.scope,
    localityId: row.localityId,
    regionId: row.regionId,
    placePrecision: row.placePrecision,
    placeInferred: row.placeInferred,
    site: toTextsOrNull(row.site),
    participants: toTextsOrNull(row.participants),
    period: toPeriod(row),
    lastKnownAt: row.lastKnownAt?.getTime() ?? null,
    certainty: row.certainty,
    note: toTextsOrNull(row.note),
    workforceIds: row.workforces.map((link) => link.workforceId),
    demandIds: row.demands.map((link) => link.demandId),
  };
}

export async function readEvents(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<EventRow[]> {
  const rows = await client.event.findMany({ ...inOrder(records), include: { demands: true } });
  return rows.map((row) => toEvent(row, envelopeOf(envelopes, row.id)));
}

export function toEvent(row: EventColumns & EventLinks, envelope: Envelope): EventRow {
  return {
    ...envelope,
    kind: row.kind,
    text: toTexts(row.text),
    actor: toTextsOrNull(row.actor),
    localityId: row.localityId,
    regionId: row.regionId,
    placePrecision: row.placePrecision,
    period: toPeriod(row),
    certainty: row.certainty,
    note: toTextsOrNull(row.note),
    answers: row.demands.map((link) => ({ demandId: link.demandId, outcome: toTextsOrNull(link.outcome) })),
  };
}

export async function readDemands(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<DemandRow[]> {
  const rows = await client.demand.findMany(inOrder(records));
  return rows.map((row) => toDemand(row, envelopeOf(envelopes, row.id)));
}

export function toDemand(row: DemandColumns, envelope: Envelope): DemandRow {
  return {
    ...envelope,
    kind: row.kind,
    text: toTexts(row.text),
    raisedBy: toTexts(row.raisedBy),
    workforceId: row.workforceId,
    raisedAt: toMoment(row.startEarliest, row.startLatest, row.startPrecision),
    target: row.unit === null ? null : { lower: row.lower, upper: row.upper, unit: row.unit, words: row.words },
    note: toTextsOrNull(row.note),
  };
}

export async function readSolidarity(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<SolidarityRow[]> {
  const rows = await client.solidarity.findMany(inOrder(records));
  return rows.map((row) => toSolidarity(row, envelopeOf(envelopes, row.id)));
}

export function toSolidarity(row: SolidarityColumns, envelope: Envelope): SolidarityRow {
  return {
    ...envelope,
    kind: row.kind,
    supporterKind: row.supporterKind,
    supporterName: toTexts(row.supporterName),
    workforceId: row.workforceId,
    fromCountry: row.fromCountry,
    toActionId: row.toActionId,
    asActionId: row.asActionId,
    text: toTexts(row.text),
    givenAt: toMoment(row.startEarliest, row.startLatest, row.startPrecision),
    amount:
      row.unit === null
        ? null
        : toQuantity({ ...row, unit: row.unit, approximate: false, ruleId: null, ruleVersion: null }),
    note: toTextsOrNull(row.note),
  };
}
