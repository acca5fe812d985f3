import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { requireRole } from "@/lib/server/auth";
import { formatDate } from "@/lib/shared/format/day";
import { formatQuantity, type QuantityWords } from "@/lib/shared/format/quantity";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readBatch, readBatches, readCounts, readEntryCounts, readRemembered, readRows, readSameFile } from "./data";
import { readDoubleRows } from "./data/double-rows";
import { readDates, readReading } from "./data/reading";
import { readWrongGroups } from "./data/wrong-groups";
import type { ImportKind } from "./schema/fields";
import { isWorking } from "./schema/import-states";
import { type Mapping, suggestMapping } from "./schema/mapping";
import { type BatchPage, batchPage } from "./view";
import { nameFinder } from "./view/near-names";
import { problemWords } from "./view/problem-words";
import { type ReadWords, readAs } from "./view/read-as";
import { readHead, readLines } from "./view/read-file";
import { type ProblemWords, reportHead, reportLines } from "./view/report";
import type { BatchLine, BatchRow, FileRow } from "./view/rows";
import { templateOf } from "./view/template";
import { rangesOf } from "./view/wrong-groups";

const SHOWN_WRONG = 40;
const SHOWN_READY = 10;
const ROWS_A_PIECE = 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type ImportStart = { batches: BatchLine[]; megabytes: number };

export async function loadImports(locale: Locale): Promise<ImportStart> {
  const actor = await requireRole(locale, "save_entry", `/${locale}/contribute/import`);
  return { batches: await readBatches(actor.id), megabytes: env().maxImportMb };
}

/** An empty table of a kind, for whoever may propose. */
export async function loadTemplate(locale: Locale, kind: ImportKind): Promise<string> {
  await requireRole(locale, "save_entry", `/${locale}/contribute/import`);
  return templateOf(kind, locale);
}

async function loadOwn(locale: Locale, id: string): Promise<BatchRow> {
  const actor = await requireRole(locale, "save_entry", `/${locale}/contribute/import/${id}`);
  return (UUID.test(id) ? await readBatch(id, actor.id) : null) ?? notFound();
}

/** A file of one's own with what became of its rows; for everybody else it does not exist. */
export async function loadBatch(locale: Locale, id: string): Promise<BatchPage> {
  const batch = await loadOwn(locale, id);
  return batchPage({
    batch,
    dates: await readDatesIn(locale, batch),
    entries: await readEntryCounts(id),
    ready: await firstReady(locale, batch),
    mapping: batch.mapping ?? (await suggested(batch)),
    counts: await readCounts(id),
    doubles: await readDoubleRows(id),
    wrong: await wrongGroups(locale, batch),
    same: batch.state === "uploaded" ? await readSameFile(batch) : null,
    megabytes: env().maxImportMb,
  });
}

/** What is filled in before anybody said anything of a file. */
async function suggested(batch: BatchRow): Promise<Mapping> {
  const { last, others } = await readRemembered(batch.authorId, batch);
  return suggestMapping(batch.kind, batch.header, last, { others, facts: batch.columns });
}

/** The dates that rows of a file may have, as its reader writes dates. */
async function readDatesIn(locale: Locale, { waveId }: BatchRow): Promise<PossibleDates> {
  const { from, until } = (await readDates(waveId)) ?? notFound();
  return { from: formatDate(from, locale), until: formatDate(until, locale) };
}

/** What is wrong with a file, in the reader's words and with what the record has instead; nothing while a server is still at it. */
async function wrongGroups(locale: Locale, batch: BatchRow): Promise<BatchPage["wrong"]> {
  if (isWorking(batch.state)) return { groups: [], different: 0 };
  const { groups, different } = await readWrongGroups(batch.id, SHOWN_WRONG);
  if (groups.length === 0) return { groups: [], different };
  const { columnOf, reasonOf } = await problemWordsIn(locale, batch);
  return {
    different,
    groups: groups.map(({ problem, cell, count, rows, cells }) => ({
      ...{ cell, count, cells, column: columnOf(problem), reason: reasonOf(problem, cell) },
      ...{ key: `${JSON.stringify(problem)} ${cell}`, rows: rangesOf(rows), more: count - rows.length },
    })),
  };
}

async function problemWordsIn(locale: Locale, batch: BatchRow): Promise<ProblemWords> {
  const texts = {
    imports: await getTranslations({ locale, namespace: "imports" }),
    entries: await getTranslations({ locale, namespace: "entries" }),
  };
  const all = await getTranslations({ locale });
  const reading = await readReading(batch);
  return problemWords(batch, texts, {
    dates: await readDatesIn(locale, batch),
    word: (key) => all(key as never),
    names: reading && nameFinder(reading.directory, locale),
  });
}

/** The first rows in order as they were read; none while a server is still at them. */
async function firstReady(locale: Locale, batch: BatchRow): Promise<BatchPage["ready"]> {
  if (isWorking(batch.state)) return [];
  const rows = await readRows(batch.id, { outcome: "ready", after: 0, atMost: SHOWN_READY });
  const reading = rows.length === 0 ? null : await readReading(batch);
  if (reading === null) return [];
  const words = await readWordsIn(locale);
  return rows.map(({ number, cells }) => ({ number, said: readAs(reading, cells, words) }));
}

async function readWordsIn(locale: Locale): Promise<ReadWords> {
  const texts = await getTranslations({ locale });
  const quantityWords = (await getTranslations({ locale, namespace: "site.quantity" })) as unknown as QuantityWords;
  return {
    text: (key) => texts(key as never),
    quantity: (quantity) => formatQuantity(quantity, locale, quantityWords),
    day: (date) => formatDate(date, locale),
    name: (names) => plainText(names, locale),
  };
}

/** Every row in order as it was read, as CSV, piece by piece, in the reader's language. */
export async function loadReadRows(locale: Locale, id: string): Promise<AsyncIterable<string>> {
  const batch = await loadOwn(locale, id);
  const reading = (await readReading(batch)) ?? notFound();
  const words = await readWordsIn(locale);
  return pieces(readHead(batch, words), batch, {
    outcome: "ready",
    write: (rows) => readLines(rows, { reading, words, separator: batch.separator }),
  });
}

/** Every wrong row of a file as CSV, piece by piece, in the reader's language. */
export async function loadReport(locale: Locale, id: string): Promise<AsyncIterable<string>> {
  const batch = await loadOwn(locale, id);
  const words = await problemWordsIn(locale, batch);
  return pieces(reportHead(batch), batch, {
    outcome: "wrong",
    write: (rows) => reportLines(rows, batch, words),
  });
}

type Written = { outcome: FileRow["outcome"]; write(rows: readonly FileRow[]): string };

async function* pieces(head: string, { id }: BatchRow, { outcome, write }: Written): AsyncIterable<string> {
  yield head;
  for (let after = 0; ; ) {
    const rows = await readRows(id, { outcome, after, atMost: ROWS_A_PIECE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield write(rows);
    after = last.number;
  }
}
