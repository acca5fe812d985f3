import { approvalsRequired, type EntryKind, type ImpactReason } from "@/lib/domain/impact";
import type { Moment } from "@/lib/domain/moment";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { ActionRow, SolidarityRow, SourceRow, Texts, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { LOCALES } from "@/lib/shared/i18n/locales";
import type { FieldProblem } from "../schema/input";
import { readSolidarityInput, type SolidarityInput } from "../schema/solidarity";
import { readSolidarity, type SolidarityProposal } from "../schema/solidarity-proposal";
import { meet, momentOf, offsetsOf } from "./as-of";
import { knownSource, restsOnTierTwo } from "./known-source";

/** What a moderator should look at before deciding on support; each is a text of `entries.notes`. */
export const SOLIDARITY_NOTES = [
  "only_tier_two",
  "strike_without_record",
  "strike_recorded_otherwise",
  "action_of_others",
] as const;
export type SolidarityNote = (typeof SOLIDARITY_NOTES)[number];

/** A proposed act of support as its author and the moderators look at it. */
export type SolidarityEntry = {
  input: SolidarityInput;
  record: WaveRecord;
  supporter: Texts;
  workforce: WorkforceRow | null;
  /** Null for the whole wave, or while nothing published was chosen. */
  to: ActionRow | null;
  as: ActionRow | null;
  proposal: SolidarityProposal | null;
  problems: FieldProblem[];
  givenAt: Moment | null;
  /** Acts on record of the same supporter at what may be the same time. */
  similar: SolidarityRow[];
  sources: { known: SourceRow | null; sameOrigin: string[] }[];
  notes: SolidarityNote[];
  impact: { required: 1 | 2; reasons: ImpactReason[] };
};

/** What an entry's payload proposes of support; null where it proposes something else or its wave is not there. */
export function solidarityEntry(
  payload: unknown,
  records: readonly WaveRecord[],
  kind: EntryKind,
): SolidarityEntry | null {
  const input = readSolidarityInput(payload);
  const record = records.find(({ wave }) => wave.id === input?.waveId);
  if (input === null || record === undefined) return null;
  const reading = readSolidarity(input);
  const proposal = "proposal" in reading ? reading.proposal : null;
  const workforce = published(record.workforces, input.supporterKind === "workforce" ? input.workforceId : "");
  const found = {
    workforce,
    to: published(record.actions, input.supported),
    as: published(record.actions, input.asActionId),
    supporter: supporterOf(input, workforce),
  };
  const givenAt = proposal && momentIn(record, proposal, found);
  return {
    ...{ input, record, proposal, givenAt, ...found },
    problems: "problems" in reading ? reading.problems : [],
    similar: givenAt === null ? [] : similarActs(record, found, givenAt),
    sources: (proposal?.sources ?? []).map((source) => ({ known: knownSource(record, source), sameOrigin: [] })),
    notes: proposal === null ? [] : notesOf(record, proposal, found),
    impact: approvalsRequired({
      ...{ entryKind: kind, quantity: proposal?.amount ?? null },
      ...{ measure: null, existingHull: null },
    }),
  };
}

type Found = Pick<SolidarityEntry, "workforce" | "to" | "as" | "supporter">;

function published<T extends { id: string; state: string }>(rows: readonly T[], id: string): T | null {
  return rows.find((row) => row.id === id && row.state === "published") ?? null;
}

function supporterOf({ supporterName }: SolidarityInput, workforce: WorkforceRow | null): Texts {
  if (supporterName === "") return workforce?.names ?? {};
  return Object.fromEntries(LOCALES.map((locale) => [locale, supporterName]));
}

const NOWHERE = { regionId: null, localityId: null };

/** By the clock of what was done, else of what was supported, else of whoever stood by, as the write has it. */
function momentIn({ regions, localities, wave }: WaveRecord, proposal: SolidarityProposal, found: Found) {
  const action = found.as ?? found.to ?? NOWHERE;
  const where = { action, workforce: found.workforce ?? NOWHERE, regions, localities, wave };
  return momentOf(proposal.givenAt, offsetsOf(where, proposal.givenAt.date));
}

function similarActs({ solidarity }: WaveRecord, { workforce, supporter }: Found, givenAt: Moment): SolidarityRow[] {
  const names = new Set(Object.values(supporter).map((name) => name.toLowerCase()));
  const isSame = (row: SolidarityRow) =>
    (workforce !== null && row.workforceId === workforce.id) ||
    Object.values(row.supporterName).some((name) => names.has(name.toLowerCase()));
  return solidarity.filter((row) => row.state === "published" && isSame(row) && meet(row.givenAt, givenAt));
}

function notesOf(record: WaveRecord, proposal: SolidarityProposal, { as, workforce }: Found): SolidarityNote[] {
  const isCalledStrike = proposal.kind === "solidarity_strike";
  const isStrike = as !== null && spreadKindsOf({ kind: as.type, stoppage: as.stoppage }).includes("strike");
  const holds: Record<SolidarityNote, boolean> = {
    only_tier_two: restsOnTierTwo(record, proposal.sources),
    strike_without_record: isCalledStrike && as === null,
    strike_recorded_otherwise: isCalledStrike && as !== null && !isStrike,
    action_of_others: as !== null && workforce !== null && !as.workforceIds.includes(workforce.id),
  };
  return SOLIDARITY_NOTES.filter((note) => holds[note]);
}
