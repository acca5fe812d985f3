import { fileURLToPath } from "node:url";
import { parseRecordId, type RecordKind } from "@/lib/domain/id";
import { claimProblems, rereadNotes } from "./record-claims";
import {
  parseRecord,
  type RawRecord,
  type RecordFiles,
  type RecordProblem,
  readRawRecord,
  recordsOf,
  waveFolders,
} from "./record-files";
import { linkProblems } from "./record-links";
import { whereWhenProblems } from "./record-where-when";

/** Every fact the article holds, by its number in the list of facts; 7, 8, 9, 11 and 19 were never given out. */
const factRanges = [
  [1, 6],
  [10, 10],
  [12, 18],
  [20, 61],
] as const;
const twoDigits = (letter: string, number: number) => `${letter}${String(number).padStart(2, "0")}`;
const facts = factRanges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => twoDigits("F", first + index)),
);
/** The thirteenth is only implied by the article. */
const demands = Array.from({ length: 13 }, (_, index) => twoDigits("D", index + 1));
export const SEED_IDS: readonly string[] = [...facts, ...demands];

/** The wave the article tells of; others have no facts of it to keep. */
const ARTICLE_WAVE = "KZ22";
const longestName = 60;

export type RecordCheck = {
  problems: RecordProblem[];
  /** Worth knowing, and no reason to fail. */
  notes: RecordProblem[];
  counts: Partial<Record<RecordKind | "region" | "locality" | "employer", number>>;
  /** The records each fact of the article became, the one that keeps its number first. */
  seed: Map<string, string[]>;
  figures: { total: number; withNumber: number; unknown: number; disputed: number };
};

/** Checks the files alone; no database is needed. */
export function checkRecord(raw: RawRecord): RecordCheck {
  const { files, problems } = parseRecord(raw);
  if (files === null) return { problems, notes: [], counts: {}, seed: new Map(), figures: countFigures([]) };
  const seed = files.wave.code === ARTICLE_WAVE ? seedTable(files) : new Map<string, string[]>();
  return {
    problems: [
      ...problems,
      ...linkProblems(files),
      ...claimProblems(files),
      ...whereWhenProblems(files),
      ...nameProblems(files),
      ...seedProblems(seed),
    ],
    notes: rereadNotes(files),
    counts: countKinds(files),
    seed,
    figures: countFigures(files.figures),
  };
}

function seedTable(files: RecordFiles): Map<string, string[]> {
  const table = new Map(SEED_IDS.map((id) => [id, [] as string[]]));
  for (const { record } of recordsOf(files)) {
    for (const seedId of record.seed) table.set(seedId, [...(table.get(seedId) ?? []), record.id]);
  }
  for (const [seedId, ids] of table)
    ids.sort((a, b) => Number(keepsNumber(seedId, b)) - Number(keepsNumber(seedId, a)));
  return table;
}

function keepsNumber(seedId: string, recordId: string): boolean {
  return parseRecordId(recordId)?.number === Number(seedId.slice(1));
}

function seedProblems(seed: Map<string, string[]>): RecordProblem[] {
  return [...seed].flatMap(([seedId, ids]) => {
    if (!SEED_IDS.includes(seedId)) return [{ at: ids.join(", "), problem: `${seedId} is no fact of the article` }];
    if (ids.length === 0) return [{ at: seedId, problem: "became no record" }];
    return ids.some((id) => keepsNumber(seedId, id)) ? [] : [{ at: seedId, problem: "became no record of its number" }];
  });
}

function nameProblems(files: RecordFiles): RecordProblem[] {
  return [...files.workforces, ...files.employers].flatMap(({ id, names }) =>
    Object.entries(names)
      .filter(([, name]) => name.length > longestName)
      .map(([language]) => ({ at: id, problem: `its name is longer than ${longestName} characters in ${language}` })),
  );
}

function countKinds(files: RecordFiles): RecordCheck["counts"] {
  const counts: RecordCheck["counts"] = {
    region: files.regions.length,
    locality: files.localities.length,
    employer: files.employers.length,
  };
  for (const { kind } of recordsOf(files)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function countFigures(figures: RecordFiles["figures"]): RecordCheck["figures"] {
  const unknown = figures.filter(({ quantity }) => quantity.unknown !== null).length;
  const disputed = figures.filter((figure) => figure.disputed).length;
  return { total: figures.length, withNumber: figures.length - unknown, unknown, disputed };
}

function print({ problems, notes, counts, seed, figures }: RecordCheck): void {
  console.log("Records");
  for (const [kind, count] of Object.entries(counts)) console.log(`  ${kind.padEnd(16)}${String(count).padStart(4)}`);
  console.log(`Figures: ${figures.withNumber} with a number, ${figures.unknown} unknown, ${figures.disputed} disputed`);
  if (seed.size > 0) console.log("What each fact of the article became");
  for (const [seedId, ids] of seed) console.log(`  ${seedId}  ${ids.join(" ")}`);
  for (const { at, problem } of notes) console.log(`Note: ${at}: ${problem}`);
  if (problems.length === 0) console.log("No problem found.");
  for (const { at, problem } of problems) console.error(`${at}: ${problem}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of waveFolders()) {
    const check = checkRecord(readRawRecord(folder));
    print(check);
    if (check.problems.length > 0) process.exitCode = 1;
  }
}
