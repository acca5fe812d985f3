"use server";
import { refresh } from "next/cache";
import { type ActionOutcome, confirmedAction, signedInAction } from "@/lib/server/action-client";
import { changeWave, moveWave } from "./mutations/change-wave";
import { type Filled, fillTable } from "./mutations/fill-table";
import { startWave } from "./mutations/start-wave";
import type { Written } from "./mutations/wave-write";
import { changeWaveSchema, startWaveSchema, waveStateSchema } from "./schema";
import { rowsOfCsv } from "./schema/read-rows";
import { addRowSchema, fillTableSchema, type RowProblem } from "./schema/tables";

type Said<T> = { ok: true; said: T } | { ok: false; fieldErrors?: Record<string, string>; formError?: string };

function saidOf(written: Written): Said<{ waveId: string }> {
  if (written.ok) {
    refresh();
    return { ok: true, said: { waveId: written.waveId } };
  }
  if ("because" in written) return { ok: false, formError: written.because };
  const fieldErrors = Object.fromEntries(written.fields.map(({ field, code }) => [field, code]));
  return { ok: false, fieldErrors, formError: "check_fields" };
}

export const startWaveAction = signedInAction(startWaveSchema, async (actor, input) =>
  saidOf(await startWave(actor.id, input)),
);

/** What the pages of a wave say of it is public at once. */
export const changeWaveAction = confirmedAction(changeWaveSchema, async (actor, input) =>
  saidOf(await changeWave(actor.id, input)),
);

/** Publishing, closing and reopening a wave change what the public reads. */
export const moveWaveAction = confirmedAction(
  waveStateSchema,
  async (actor, { waveId, verb }): Promise<ActionOutcome> => saidOf(await moveWave(actor.id, waveId, verb)),
);

/** Problems by `line.field`, so that a form without script can show them by their lines. */
function byLine(problems: readonly RowProblem[]): {
  ok: false;
  fieldErrors: Record<string, string>;
  formError: string;
} {
  const fieldErrors = Object.fromEntries(problems.map(({ line, field, code }) => [`${line}.${field}`, code]));
  return { ok: false, fieldErrors, formError: "check_rows" };
}

function refused(filled: Exclude<Filled, { ok: true }>) {
  return "because" in filled ? { ok: false as const, formError: filled.because } : byLine(filled.problems);
}

/** Checked first and written afterwards: what is shown of a check keeps the text for the second button. */
export const fillTableAction = confirmedAction(
  fillTableSchema,
  async (actor, { waveId, table, intent, csv }): Promise<Said<{ count: number; written: boolean; csv: string }>> => {
    const read = rowsOfCsv(table, csv);
    if ("problems" in read) return byLine(read.problems);
    const filled = await fillTable(actor.id, { waveId, table, rows: read.rows, write: intent === "write" });
    if (!filled.ok) return refused(filled);
    if (filled.written) refresh();
    return { ok: true, said: { count: filled.count, written: filled.written, csv: filled.written ? "" : csv } };
  },
  ({ intent }) => intent === "write",
);

/** A form of one row is a table of one row. */
export const addRowAction = confirmedAction(
  addRowSchema,
  async (actor, { waveId, table, row }): Promise<ActionOutcome> => {
    const filled = await fillTable(actor.id, { waveId, table, rows: [{ line: 1, cells: row }], write: true });
    if (filled.ok) {
      refresh();
      return { ok: true };
    }
    if ("because" in filled) return { ok: false, formError: filled.because };
    const fieldErrors = Object.fromEntries(filled.problems.map(({ field, code }) => [field, code]));
    return { ok: false, fieldErrors, formError: "check_fields" };
  },
);
