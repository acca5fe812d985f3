import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { z } from "zod";
import type { RecordKind } from "@/lib/domain/id";
import * as format from "./record/format";
import { type FileLocality, type FileRegion, localitySchema, regionSchema } from "./record/format-places";

export const FILE_NAMES = [
  "wave",
  "regions",
  "localities",
  "employers",
  "sources",
  "workforces",
  "workforce-sizes",
  "demands",
  "actions",
  "events",
  "figures",
  "solidarity",
  "coverage-notes",
] as const;
export type FileName = (typeof FILE_NAMES)[number];
/** What stands in the files, before anything is known about its form. */
export type RawRecord = Record<FileName, unknown>;

export type RecordFiles = {
  wave: format.FileWave;
  regions: FileRegion[];
  localities: FileLocality[];
  employers: format.FileEmployer[];
  sources: format.FileSource[];
  workforces: format.FileWorkforce[];
  workforceSizes: format.FileWorkforceSize[];
  demands: format.FileDemand[];
  actions: format.FileAction[];
  events: format.FileEvent[];
  figures: format.FileFigure[];
  solidarity: format.FileSolidarity[];
  coverageNotes: format.FileCoverageNote[];
};

/** Something wrong with one record, or with a whole file, said in a sentence. */
export type RecordProblem = { at: string; problem: string };

const folder = new URL("./record/", import.meta.url);

/** The folder of every wave kept in files: `record`, and any beside it that has a wave.json. */
export function waveFolders(): URL[] {
  const beside = new URL("./", import.meta.url);
  return readdirSync(beside, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => new URL(`./${name}/`, beside))
    .filter((one) => existsSync(new URL("wave.json", one)))
    .toSorted((a, b) => a.href.localeCompare(b.href));
}

export function readRawRecord(from = folder): RawRecord {
  const read = (name: FileName): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, from), "utf8"));
  const placesIn = (name: "regions" | "localities") => (read(name) as Record<string, unknown>)[name];
  const raw = Object.fromEntries(FILE_NAMES.map((name) => [name, read(name)]));
  return { ...raw, regions: placesIn("regions"), localities: placesIn("localities") } as RawRecord;
}

/** Every record whose form is right, and a problem for every one whose form is not. */
export function parseRecord(raw: RawRecord): { files: RecordFiles | null; problems: RecordProblem[] } {
  const problems: RecordProblem[] = [];
  const all = <S extends z.ZodType>(name: FileName, schema: S) => parseAll(raw[name], name, schema, problems);
  const wave = all("wave", format.waveSchema)[0];
  const parsed = {
    regions: all("regions", regionSchema),
    localities: all("localities", localitySchema),
    employers: all("employers", format.employerSchema),
    sources: all("sources", format.sourceSchema),
    workforces: all("workforces", format.workforceSchema),
    workforceSizes: all("workforce-sizes", format.workforceSizeSchema),
    demands: all("demands", format.demandSchema),
    actions: all("actions", format.actionSchema),
    events: all("events", format.eventSchema),
    figures: all("figures", format.figureSchema),
    solidarity: all("solidarity", format.solidaritySchema),
    coverageNotes: all("coverage-notes", format.coverageNoteSchema),
  };
  return { files: wave === undefined ? null : { wave, ...parsed }, problems };
}

/** The record as it goes into a database; a file out of form stops everything, with every problem named. */
export function readRecordFiles(from = folder): RecordFiles {
  const { files, problems } = parseRecord(readRawRecord(from));
  if (files === null || problems.length > 0) {
    throw new Error(`The record's files are out of form:\n${problems.map((p) => `${p.at}: ${p.problem}`).join("\n")}`);
  }
  return files;
}

/** Every record that has an id of the wave, with the kind its file says it is. */
export function recordsOf(files: RecordFiles) {
  const of = <T>(kind: RecordKind, records: T[]) => records.map((record) => ({ kind, record }));
  return [
    ...of("source", files.sources),
    ...of("workforce", files.workforces),
    ...of("workforce_size", files.workforceSizes),
    ...of("demand", files.demands),
    ...of("action", files.actions),
    ...of("event", files.events),
    ...of("figure", files.figures),
    ...of("solidarity", files.solidarity),
    ...of("coverage_note", files.coverageNotes),
  ];
}

function parseAll<S extends z.ZodType>(
  content: unknown,
  file: FileName,
  schema: S,
  problems: RecordProblem[],
): z.output<S>[] {
  const records = Array.isArray(content) ? content : [content];
  return records.flatMap((record) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) {
      problems.push({ at: nameOf(record, file), problem: `${issue.path.join(".")}: ${issue.message}` });
    }
    return [];
  });
}

function nameOf(record: unknown, file: FileName): string {
  const named = record as { id?: unknown; code?: unknown } | null;
  return `${file}.json ${String(named?.id ?? named?.code ?? "")}`.trim();
}
