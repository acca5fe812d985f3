import type { Sketch } from "@/lib/domain/likely-same";
import type { Claimant } from "@/lib/domain/measure";
import type { Moment, Period } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import { kindOf } from "@/lib/domain/record-diff";
import type { RecordRow, Texts } from "@/lib/domain/wave-record";

type Fields = Partial<{
  kind: string;
  type: string;
  measure: string;
  basis: string;
  cause: string;
  subject: string;
  actionId: string | null;
  eventId: string | null;
  workforceId: string | null;
  workforceIds: string[];
  regionId: string | null;
  localityId: string | null;
  period: Period;
  asOf: Moment;
  givenAt: Moment;
  raisedAt: Moment;
  claimant: Claimant | "";
  quantity: Quantity;
  names: Texts;
  supporterName: Texts;
  text: Texts;
  title: string;
}>;

/** A published or proposed record at a glance, whatever its kind. */
export function sketchOf(row: RecordRow): Sketch {
  const fields = row as unknown as Fields;
  const { measure, basis, regionId = null, localityId = null } = fields;
  const named = [...(fields.workforceIds ?? []), fields.workforceId, fields.actionId, fields.eventId];
  const of = fields.subject === "region" ? [regionId] : [];
  return {
    kind: kindOf(row),
    sort: fields.type ?? (measure ? `${measure} ${basis}` : (fields.cause ?? fields.kind ?? null)),
    about: [...named, ...of].filter((id) => id !== null && id !== undefined),
    place: "regionId" in fields ? { regionId, localityId } : null,
    span: spanOf(fields),
    claimant: fields.claimant || null,
    quantity: fields.quantity ?? null,
    texts: textsOf(fields),
    sourceIds: row.citations.filter(({ contradicts }) => !contradicts).map(({ sourceId }) => sourceId),
  };
}

/** What nobody said has ended may be going on: told for a later day it may be the same. */
function spanOf({ period, asOf, givenAt, raisedAt, type }: Fields): Sketch["span"] {
  if (period === undefined) return asOf ?? givenAt ?? raisedAt ?? null;
  const open = type === undefined ? period.start.latest : Number.POSITIVE_INFINITY;
  return { earliest: period.start.earliest, latest: period.end?.latest ?? open };
}

function textsOf({ names, supporterName, text, title }: Fields): string[] {
  const texts: string[] = [names, supporterName, supporterName ? undefined : text].flatMap((one) =>
    Object.values(one ?? {}),
  );
  return [...texts, title ?? ""].filter((one) => one !== "");
}
