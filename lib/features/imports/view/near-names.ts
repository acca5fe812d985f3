import { type FoldedName, foldName, nameFit } from "@/lib/features/search/view/match";
import { foldWords } from "@/lib/features/search/view/spelling";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { type Directory, type NameIndex, namedIds } from "../schema/directory";

/** What the record offers in place of a name it has not, and where a place is. */
export type NameFinder = {
  /** The names most like the one a cell of the field holds, as the site's own search finds them; empty where none is. */
  near(field: string, cell: string): string[];
  /** The regions of the places of this name. */
  homes(place: string): string[];
};

const MOST_NAMES = 3;
/** A file of nothing but unknown names is told of the first of them: each is held against every name of the record. */
const MOST_LOOKED_FOR = 100;
/** Shorter words ("the", "и") say nothing of what is meant. */
const TELLING = 4;
/** Behind every name that holds all the words. */
const PARTLY = 20;

export function nameFinder(directory: Directory, locale: Locale): NameFinder {
  const { workforces, employers, places, regions, named, localityRows, regionRows } = directory;
  const rows = new Map([...localityRows, ...regionRows].map(({ id, names }) => [id, names]));
  const sayAll = (ids: readonly string[]) =>
    ids.map((id) => {
      const names = named.get(id) ?? rows.get(id);
      return names === undefined ? id : plainText(names, locale);
    });
  const indexes = new Map<string, NameIndex>(
    Object.entries({ workforce: workforces, employer: employers, place: places, region: regions }),
  );
  const folded = new Map<string, Folded>();
  const known = new Map<string, string[]>();
  return {
    near(field, cell) {
      const index = indexes.get(field);
      const asked = `${field} ${cell}`;
      if (index === undefined || (!known.has(asked) && known.size >= MOST_LOOKED_FOR)) return [];
      const names = folded.get(field) ?? foldAll(index);
      folded.set(field, names);
      const found = known.get(asked) ?? sayAll(nearestIds(names, cell));
      known.set(asked, found);
      return found;
    },
    homes: (place) =>
      sayAll([
        ...new Set(
          namedIds(places, place).flatMap((id) =>
            (localityRows.find((row) => row.id === id)?.regions ?? []).map(({ regionId }) => regionId),
          ),
        ),
      ]),
  };
}

/** Names with what they name, and which of them hold a word: words are far fewer than names. */
type Folded = {
  names: { name: FoldedName; ids: readonly string[] }[];
  byWord: Map<string, number[]>;
  /** Which names may be meant by a word that was asked; the cells of a column share most of theirs. */
  byAsked: Map<string, number[]>;
};

function foldAll(index: NameIndex): Folded {
  const names = [...index].map(([name, ids]) => ({ name: foldName(name), ids: [...ids] }));
  const byWord = new Map<string, number[]>();
  for (const [at, { name }] of names.entries())
    for (const word of new Set([...name.words, name.joined])) byWord.set(word, [...(byWord.get(word) ?? []), at]);
  return { names, byWord, byAsked: new Map() };
}

/** Names that hold a word like this one. */
function holding(asked: string, { byWord, byAsked }: Folded): number[] {
  const known = byAsked.get(asked);
  if (known !== undefined) return known;
  const isLike = (word: string) => nameFit([asked], { text: "", words: [word], joined: word }) !== null;
  const found = [...byWord].flatMap(([word, at]) => (isLike(word) ? at : []));
  byAsked.set(asked, found);
  return found;
}

function nearestIds(all: Folded, cell: string): string[] {
  const asked = foldWords(cell);
  const words = [...asked.filter((word) => word.length >= TELLING), asked.join("")];
  const likely = new Set(words.flatMap((word) => holding(word, all)));
  const best = new Map<string, number>();
  for (const at of likely) {
    const one = all.names[at];
    const fit = one && (nameFit(asked, one.name) ?? partFit(asked, one.name));
    if (fit === undefined || fit === null) continue;
    for (const id of one?.ids ?? []) best.set(id, Math.min(fit, best.get(id) ?? fit));
  }
  const sorted = [...best].toSorted(([, one], [, other]) => one - other);
  // What holds all the words is not told beside what holds some of them.
  const isWhole = (sorted[0]?.[1] ?? PARTLY) < PARTLY;
  return sorted
    .filter(([, fit]) => !isWhole || fit < PARTLY)
    .slice(0, MOST_NAMES)
    .map(([id]) => id);
}

/** The fit of a name that shares at least half of its telling words with what was asked. */
function partFit(asked: readonly string[], name: FoldedName): number | null {
  const telling = asked.filter((word) => word.length >= TELLING);
  const shared = telling.filter((word) => nameFit([word], { ...name, joined: "" }) !== null);
  const share =
    shared.length / Math.max(telling.length, name.words.filter(({ length }) => length >= TELLING).length, 1);
  return share < 0.5 ? null : PARTLY + 1 - share;
}
