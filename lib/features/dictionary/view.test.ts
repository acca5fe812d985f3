import { describe, expect, it } from "vitest";
import { comparisonFile } from "@/lib/features/comparisons/view/compared";
import { comparedRegions } from "@/lib/features/comparisons/view/regions";
import { correctionsFile, correctionsView } from "@/lib/features/corrections/view";
import { demandsFile, demandsView } from "@/lib/features/demands/view";
import { timelineFile, timelineView } from "@/lib/features/events/view";
import { chartView } from "@/lib/features/figures/view";
import { claimListFile, claimListView } from "@/lib/features/figures/view/claim-list";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { sealsFile } from "@/lib/features/publications/view";
import { loadRegions } from "@/lib/features/regions/loaders";
import { joiningFile } from "@/lib/features/regions/view/joining-file";
import { solidarityFile, solidarityView } from "@/lib/features/solidarity/view";
import { sourcesFile, sourcesView } from "@/lib/features/sources/view";
import { strikesFile, totalsFile } from "@/lib/features/totals/view/files";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { workforcesFile } from "@/lib/features/workforces/view/files";
import { sizesFile } from "@/lib/features/workforces/view/sizes";
import { schema } from "@/lib/generated/schema/schema";
import { currentSchema } from "@/lib/server/launch/build-schema";
import { signSeal } from "@/lib/server/sealing";
import type { ColumnType } from "@/lib/shared/files/column";
import { columnNames, FILE_NAMES, type FileName } from "@/lib/shared/files/file-registry";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { describedColumns } from "./view";

const record = waveRecordOfFiles(readRecordFiles());
const context = readingContext(record, await readingWords("en"));
const ofRegions = await loadRegions(context);
const words = viewWords("en", await readMessages("en"));
type Table = { header: readonly string[]; rows: string[][] };

const [figure] = record.figures;
const versions = figure && [
  { number: 1, recordedAt: 1, retracts: false, reason: null, row: figure },
  { number: 2, recordedAt: 2, retracts: false, reason: { en: "A slip." }, row: { ...figure, note: { en: "New." } } },
];
const revised = { ...context, record: { ...record, revisions: { [figure?.id ?? ""]: versions ?? [] } } };

const TABLES: Record<FileName, () => Table> = {
  figures: () => claimListFile(claimListView(context)),
  workforces: () => workforcesFile(record, record.workforces),
  timeline: () => timelineFile(timelineView(context), context),
  demands: () => demandsFile(demandsView(context), context),
  solidarity: () => solidarityFile(solidarityView(context), context),
  sources: () => sourcesFile(sourcesView(context)),
  seals: () =>
    sealsFile([signSeal({ seq: 7, hash: "ab".repeat(32), at: 0 }, "a secret of the tests and of nothing else")]),
  corrections: () => correctionsFile(correctionsView(revised)),
  participation: () => chartView("participation", record, words).file,
  reach: () => chartView("reach", record, words).file,
  joining: () => joiningFile(record),
  comparison: () => comparisonFile(comparedRegions(["KZ-MAN", "KZ-ALA"], ofRegions)),
  totals: () => totalsFile(record),
  strikes: () => strikesFile(record),
  sizes: () => sizesFile(record, null),
  crowds: () => chartView("crowds", record, words).file,
};

const CELLS: Record<ColumnType, RegExp> = {
  id: /^[A-Za-z0-9-]+$/,
  ids: /^[A-Za-z0-9-]+( [A-Za-z0-9-]+)*$/,
  text: /./,
  code: /^[a-z_]+$/,
  number: /^\d+(\.\d+)?$/,
  count: /^\d+$/,
  boolean: /^(true|false)$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  address: /^https?:\/\//,
};

describe.each(FILE_NAMES)("the dictionary and %s.csv", (name) => {
  const { header, rows } = TABLES[name]();
  const columns = describedColumns(name);

  it("have the same columns, one cell a column", () => {
    expect(header).toEqual(columnNames(name));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  });

  it("agree on what every cell is, and on the words it may be", () => {
    const wrong = rows.flatMap((row) =>
      columns.flatMap(({ name: column, type, values }, at) => {
        const cell = row[at] ?? "";
        const isFine = cell === "" || (CELLS[type].test(cell) && (values.length === 0 || values.includes(cell)));
        return isFine ? [] : [`${column}: ${cell}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("name a field of the data model, with its sentence, for all that is not worked out", () => {
    for (const { fields } of columns) for (const field of fields) expect(field.text, field.name).not.toBe("");
    expect(columns.filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(0);
  });
});

describe.each(LOCALES)("in %s", (locale) => {
  it("every column has a meaning, and no meaning is of no column", async () => {
    const { meaning } = (await readMessages(locale)).dictionary;
    const used = new Set(FILE_NAMES.flatMap((name) => describedColumns(name).map((column) => column.meaning)));
    expect([...used].toSorted()).toEqual(Object.keys(meaning).toSorted());
  });
});

it("is made from the data model as it stands", () => {
  expect(schema).toEqual(currentSchema());
});
