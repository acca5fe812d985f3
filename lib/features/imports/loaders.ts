import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readBatch, readBatches, readCounts, readRemembered, readRows, readSameFile } from "./data";
import { suggestMapping } from "./schema/mapping";
import { type BatchPage, batchPage } from "./view";
import { problemWords } from "./view/problem-words";
import { reportHead, reportLines } from "./view/report";
import type { BatchLine, BatchRow } from "./view/rows";

const SHOWN_WRONG = 50;
const ROWS_A_PIECE = 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type ImportStart = { batches: BatchLine[]; megabytes: number };

export async function loadImports(locale: Locale): Promise<ImportStart> {
  const actor = await requireRole(locale, "save_entry", `/${locale}/contribute/import`);
  return { batches: await readBatches(actor.id), megabytes: env().maxImportMb };
}

async function loadOwn(locale: Locale, id: string): Promise<BatchRow> {
  const actor = await requireRole(locale, "save_entry", `/${locale}/contribute/import/${id}`);
  return (UUID.test(id) ? await readBatch(id, actor.id) : null) ?? notFound();
}

/** A file of one's own with what became of its rows; for everybody else it does not exist. */
export async function loadBatch(locale: Locale, id: string): Promise<BatchPage> {
  const batch = await loadOwn(locale, id);
  const remembered = batch.mapping === null ? await readRemembered(batch.authorId, batch) : null;
  return batchPage({
    batch,
    mapping: batch.mapping ?? suggestMapping(batch.kind, batch.header, remembered),
    counts: await readCounts(id),
    wrong: await readRows(id, { outcome: "wrong", after: 0, atMost: SHOWN_WRONG }),
    same: batch.state === "uploaded" ? await readSameFile(batch) : null,
    megabytes: env().maxImportMb,
  });
}

/** Every wrong row of a file as CSV, piece by piece, in the reader's language. */
export async function loadReport(locale: Locale, id: string): Promise<AsyncIterable<string>> {
  const batch = await loadOwn(locale, id);
  const words = problemWords(batch, {
    imports: await getTranslations({ locale, namespace: "imports" }),
    entries: await getTranslations({ locale, namespace: "entries" }),
  });
  return reportOf(batch, words);
}

async function* reportOf({ id, header }: BatchRow, words: Parameters<typeof reportLines>[2]): AsyncIterable<string> {
  yield reportHead(header);
  for (let after = 0; ; ) {
    const rows = await readRows(id, { outcome: "wrong", after, atMost: ROWS_A_PIECE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield reportLines(rows, header.length, words);
    after = last.number;
  }
}
