/** A subdivision of ISO 3166-2. */
export type Subdivision = { code: string; parent: string; name: string };

export type How = "named" | "same_name" | "words_within" | "alike";
export type JoinedUnit = { unit: string; to: Subdivision; how: How };
export type Joining = { joined: JoinedUnit[]; left: { unit: string; maybe: Subdivision[] }[] };

/** How many letters may be wrong in a name that is still taken for another: of five at most one, and never more than two. */
const WRONG_OF = 5;
const WRONG_MOST = 2;

/** Letters and digits alone, without marks: `Guyane (française)` and `guyane francaise` are one name. */
export function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Match = (unit: string, subdivision: string) => boolean;
const STAGES: readonly { how: How; match: Match }[] = [
  { how: "same_name", match: (unit, name) => unit === name },
  { how: "words_within", match: wordsWithin },
  { how: "alike", match: isAlike },
];

/**
 * Units of a map to codes, the surest way first: what somebody named, the same name, one name within the other, a slip
 * of the pen. A code is given once, and where two are as good as each other none is: a guess would draw a strike elsewhere.
 */
export function joinNames(
  units: readonly string[],
  subdivisions: readonly Subdivision[],
  named: Readonly<Record<string, string>> = {},
): Joining {
  const joined: JoinedUnit[] = units.flatMap((unit) => {
    const to = subdivisions.find(({ code }) => code === named[unit]);
    return to ? [{ unit, to, how: "named" as const }] : [];
  });
  for (const { how, match } of STAGES) joined.push(...joinBy(match, how, { units, subdivisions, joined }));
  const done = new Set(joined.map(({ unit }) => unit));
  const left = units.filter((unit) => !done.has(unit)).map((unit) => ({ unit, maybe: likely(unit, subdivisions) }));
  return { joined: joined.toSorted((a, b) => (a.to.code < b.to.code ? -1 : 1)), left };
}

type Sofar = { units: readonly string[]; subdivisions: readonly Subdivision[]; joined: readonly JoinedUnit[] };

function joinBy(match: Match, how: How, { units, subdivisions, joined }: Sofar): JoinedUnit[] {
  const done = new Set(joined.map(({ unit }) => unit));
  const given = new Set(joined.map(({ to }) => to.code));
  const parents = new Set(subdivisions.map(({ parent }) => parent));
  const free = subdivisions.filter(({ code }) => !given.has(code));
  const wishes = units
    .filter((unit) => !done.has(unit))
    .flatMap((unit) => {
      const found = free.filter(({ name }) => match(nameKey(unit), nameKey(name)));
      // A part of the country goes before a group of parts of the same name.
      const parts = found.filter(({ code }) => !parents.has(code));
      const [to, ...others] = parts.length > 0 ? parts : found;
      return to && others.length === 0 ? [{ unit, to, how }] : [];
    });
  return wishes.filter(({ to }) => wishes.filter((other) => other.to.code === to.code).length === 1);
}

function wordsWithin(unit: string, name: string): boolean {
  const [few = [], many = []] = [unit.split(" "), name.split(" ")].toSorted((a, b) => a.length - b.length);
  return few.length < many.length && few.every((word) => many.includes(word));
}

function isAlike(unit: string, name: string): boolean {
  const most = Math.min(WRONG_MOST, Math.floor(Math.min(unit.length, name.length) / WRONG_OF));
  return Math.abs(unit.length - name.length) <= most && lettersApart(unit, name) <= most;
}

function likely(unit: string, subdivisions: readonly Subdivision[]): Subdivision[] {
  const byStage = STAGES.map(({ match }) => subdivisions.filter(({ name }) => match(nameKey(unit), nameKey(name))));
  return byStage.find((found) => found.length > 0) ?? [];
}

/** Levenshtein's distance: letters to write, to strike out or to change. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const change = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The division of the first level that one belongs to: itself, or whatever stands right below the country. */
export function firstLevelOf(subdivision: Subdivision, subdivisions: readonly Subdivision[]): Subdivision {
  const parent = subdivisions.find(({ code }) => code === subdivision.parent);
  return parent ? firstLevelOf(parent, subdivisions) : subdivision;
}
