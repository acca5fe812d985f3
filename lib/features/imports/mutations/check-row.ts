import { createHash } from "node:crypto";
import { findSources } from "@/lib/features/entries/data/sources";
import { NEW_RECORDS } from "@/lib/features/entries/mutations/new-records";
import { requiredNow } from "@/lib/features/entries/mutations/submit-entry";
import { NEW_RECORD_INPUTS, type NewRecordInput } from "@/lib/features/entries/schema/kinds";
import { isSourceId } from "@/lib/features/entries/schema/source";
import { canonicalJson } from "@/lib/server/audit";
import type { DatabaseClient } from "@/lib/server/db";
import { type FoundProblem, readRow, withFormProblems } from "../schema/read-row";
import type { Reading, RowProblem } from "../schema/row-cells";

export type CheckedRow = { payload: NewRecordInput; approvals: number; key: string } | { problems: RowProblem[] };

/** A row as the form of its kind would send it, read and held against the record by what the form is checked by. */
export async function checkRow(
  client: DatabaseClient,
  reading: Reading & { width: number },
  cells: readonly string[],
): Promise<CheckedRow> {
  const { kind } = reading;
  const read = readRow(reading, cells, reading.width);
  const input = NEW_RECORD_INPUTS[kind].safeParse(read.payload);
  if (!input.success) {
    const found = input.error.issues.map(({ path, message }) => ({ field: path.join("."), code: codeOf(message) }));
    return {
      problems: withFormProblems(reading, read.problems, [...found, ...(await unknownIn(client, read.payload))]),
    };
  }
  const made = await NEW_RECORDS[kind](client, input.data);
  const found = "problems" in made ? [...made.problems, ...(await unknownIn(client, input.data))] : [];
  const problems = withFormProblems(reading, read.problems, found);
  if (problems.length > 0 || "problems" in made) return { problems };
  const approvals = requiredNow({ kind: "new_record" }, { made });
  return { payload: input.data, approvals, key: keyOf(input.data) };
}

/** A form is told of unknown sources once all else is right; whoever mends a file wants to do it once, and by their ids. */
async function unknownIn(client: DatabaseClient, payload: Record<string, unknown>): Promise<FoundProblem[]> {
  const { waveId, sources } = payload as { waveId: string; sources: readonly { existing?: string }[] };
  const ids = sources.map(({ existing = "" }) => existing.trim().toUpperCase());
  const known = await findSources(client, waveId, ids.filter(Boolean));
  return ids.flatMap((id, slot) =>
    id === "" || known.has(id)
      ? []
      : [{ field: `sources.${slot}.existing`, code: isSourceId(id) ? "source_unknown" : "source_id_wrong", of: id }],
  );
}

const codeOf = (message: string) => (/^[a-z][a-z0-9_]*$/.test(message) ? message : "form_unknown");

/** The same row in whatever file, column order or writing is the same entry: its key is what it says. */
function keyOf(payload: NewRecordInput): string {
  return `import-${createHash("sha256").update(canonicalJson(payload)).digest("hex").slice(0, 40)}`;
}
