/** What this project reads of a mutation testing report (the schema all mutation testing tools share). */
export type Report = { files: Record<string, { source: string; mutants: Mutant[] }> };
type Place = { line: number; column: number };
type Mutant = {
  mutatorName: string;
  replacement?: string;
  status: string;
  location: { start: Place; end: Place };
};

type Counts = { killed: number; timedOut: number; survived: number; uncovered: number; invalid: number };
type Survivor = { place: string; mutator: string; original: string; replacement: string };

const column: Record<string, keyof Counts> = {
  Killed: "killed",
  Timeout: "timedOut",
  Survived: "survived",
  NoCoverage: "uncovered",
};

/** How many mutants met which end; what is neither killed nor alive (it did not load, or was switched off) is invalid. */
export function count(mutants: Mutant[]): Counts {
  const counts = { killed: 0, timedOut: 0, survived: 0, uncovered: 0, invalid: 0 };
  for (const { status } of mutants) counts[column[status] ?? "invalid"] += 1;
  return counts;
}

/** The share of valid mutants that a test noticed, in percent; unknown where there are none. */
export function score({ killed, timedOut, survived, uncovered }: Counts): number | undefined {
  const valid = killed + timedOut + survived + uncovered;
  return valid === 0 ? undefined : (100 * (killed + timedOut)) / valid;
}

/** Every mutant that no test noticed, in the order of the files and their lines. */
export function survivors({ files }: Report): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .sort((a, b) => a.location.start.line - b.location.start.line)
      .map(({ location, mutatorName, replacement = "" }) => ({
        place: `${file}:${location.start.line}`,
        mutator: mutatorName,
        original: oneLine(between(source, location.start, location.end)),
        replacement: oneLine(replacement),
      })),
  );
}

/** Lines and columns count from one; the end is just behind the last character. */
function between(source: string, start: Place, end: Place): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join("\n");
}

function oneLine(code: string): string {
  const text = code.replace(/\s+/g, " ").trim();
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
