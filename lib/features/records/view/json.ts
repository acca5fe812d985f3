import { acceptedRange } from "@/lib/domain/accepted";
import { recordDiff } from "@/lib/domain/record-diff";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { sealTextOf } from "@/lib/features/publications/view";
import { asClaim, competingClaims } from "./claim-row";
import { type Found, findRecord } from "./find";
import { versionsOf } from "./history";

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Instants by the name of their field: everything else that is a number is an amount. */
const INSTANTS = new Set(["earliest", "latest", "recordedAt", "lastKnownAt", "publishedAt", "at"]);

/**
 * A record for machines: the domain's words in snake case, instants in ISO 8601, unknown as null with its reason.
 * A claim comes with the claims it competes with and their accepted range, every record with its versions, what each
 * changed and who approved it, by number and day; sources are whole. Null when there is none.
 */
export function recordJson(records: readonly WaveRecord[], id: string, publicUrl: string): Json {
  for (const record of records) {
    const found = findRecord(record, id);
    if (found) return jsonOf(found, record, publicUrl);
  }
  return null;
}

function jsonOf(found: Found, record: WaveRecord, publicUrl: string): Json {
  const { kind, row } = found;
  const claims = kind === "figure" || kind === "workforce_size" ? competingClaims(found.row, record) : null;
  const cited = new Set([row, ...(claims ?? [])].flatMap((one) => one.citations.map(({ sourceId }) => sourceId)));
  return {
    id: row.id,
    kind,
    wave: { code: record.wave.code, slug: record.wave.slug, names: plainJson(record.wave.names) },
    permanent_link: `${publicUrl}/records/${row.id}`,
    licence: "CC BY 4.0",
    record_version: record.version,
    audit_seal: sealTextOf(record) || null,
    record: plainJson(row),
    ...(claims === null
      ? {}
      : {
          competing_claims: plainJson(claims.filter((claim) => claim.id !== row.id)),
          accepted_range: plainJson(acceptedRange(claims.filter(({ state }) => state === "published").map(asClaim))),
        }),
    history: plainJson(historyJson(row, record)),
    sources: plainJson(record.sources.filter((source) => cited.has(source.id))),
  };
}

/** Every version, oldest first: why it was made, what it changed field by field, on which days it was approved. */
function historyJson(row: RecordRow, record: WaveRecord) {
  const versions = versionsOf(row, record);
  return versions.map(({ number, recordedAt, retracts, reason, row: version }, index) => {
    const before = versions[index - 1];
    return {
      ...{ revision: number, recordedAt, retracts, reason },
      approvals: record.approvals[row.id]?.[number] ?? null,
      changes: before === undefined ? [] : recordDiff(before.row, version),
    };
  });
}

function plainJson(value: unknown, name = ""): Json {
  if (typeof value === "number" && INSTANTS.has(name)) return new Date(value).toISOString();
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => plainJson(one, name));
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [snakeCase(key), plainJson(one, key)]));
  }
  return value as string | number | boolean;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
