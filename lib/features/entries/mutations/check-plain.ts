import { formatRecordId, RECORD_LETTERS } from "@/lib/domain/id";
import type { RecordRow, SourceRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { readClockSource } from "../data/clock-source";
import { type OpenWave, readOpenWave } from "../data/open-wave";
import { findMissing } from "../data/references";
import { findSourceAt } from "../data/sources";
import type { FieldProblem } from "../schema/input";
import { type PlainKind, readPlainInput, readPlainProposal, recordKindOf } from "../schema/kinds";
import type { PlainProposal } from "../schema/plain";
import { type PlaceSource, proposedRow, unplacedRow } from "../view/proposed-row";
import { goneProblem, referencesOf } from "../view/record-rules";
import { unknownSources } from "./unknown-sources";

export type CheckedPlain = {
  kind: PlainKind;
  proposal: PlainProposal;
  wave: OpenWave;
  source: PlaceSource;
  row: RecordRow;
};

/** A record of one of the plain kinds, read whole and held against the record. Asked at every submission and approval. */
export async function checkPlain(
  client: DatabaseClient,
  kind: PlainKind,
  payload: unknown,
): Promise<CheckedPlain | { problems: FieldProblem[] }> {
  const input = readPlainInput(payload);
  if (input === null) return { problems: [{ field: "recordKind", code: "form_unknown" }] };
  const reading = readPlainProposal(input);
  if ("problems" in reading) return reading;
  const { proposal } = reading;
  const wave = await readOpenWave(client, proposal.waveId);
  if (wave === null) return { problems: [{ field: "waveId", code: "wave_gone" }] };
  // Any id of the kind will do: it has none before it is published.
  const id = formatRecordId(wave.code, RECORD_LETTERS[recordKindOf(kind)], 1);
  const source = { ...(await readClockSource(client, wave.id, unplacedRow(proposal, id))), wave };
  const { row, problems } = proposedRow(proposal, { id, source });
  const all = [
    ...problems,
    ...(await referenceProblems(client, wave.id, row)),
    ...(kind === "source" ? await recordedProblems(client, wave.id, row as SourceRow) : []),
    ...(await unknownSources(client, wave.id, proposal.sources)),
  ];
  return all.length > 0 ? { problems: all } : { kind, proposal, wave, source, row };
}

/** What it points to must be there; a place that is not was answered with its own words. */
async function referenceProblems(client: DatabaseClient, waveId: string, row: RecordRow): Promise<FieldProblem[]> {
  const missing = await findMissing(client, waveId, referencesOf(row));
  return missing.map(goneProblem);
}

/** One page is one source, in whatever spelling of its address. */
async function recordedProblems(client: DatabaseClient, waveId: string, { url }: SourceRow): Promise<FieldProblem[]> {
  const known = url === null ? null : await findSourceAt(client, waveId, url);
  return known === null ? [] : [{ field: "sources.0.url", code: "source_known" }];
}
