import { mayBeSame, type Sketch } from "./likely-same";
import type { Claimant } from "./measure";
import type { Moment } from "./moment";
import { type Bounds, hull, type Quantity, type Unit } from "./quantity";
import type { Texts } from "./texts";
import { readWords } from "./words";

/** A claim as a warning names it. */
export type NamedClaim = { id: string; claimant: Claimant; claimantNames: Texts | null; quantity: Quantity };

/** One that answers another question, with the time it speaks of by the clock of its place. */
export type NearClaim = NamedClaim & { asOf: Moment; timeZone: string };

/** A record as a warning names it: what it says in each language known, and the local day it began on. */
export type NamedRecord = { id: string; text: Texts | null; day: string | null };

/** A workforce that is on record elsewhere than in the region of the place, with the regions it is on record in. */
export type HomeElsewhere = { field: string; id: string; names: Texts; place: Texts | null; homes: Texts[] };

/** What may be wrong with an entry, with the field of the form it is about. None of them stops it. */
export type EntryWarning =
  | { code: "looks_like_words"; field: string; typed: string; read: Quantity | null }
  | { code: "before_wave"; field: string; firstDay: string }
  | { code: "leads_to_person"; field: string; found: string[] }
  | { code: "own_waiting"; field: string; ids: string[] }
  | { code: "likely_duplicate"; field: string; records: NamedRecord[] }
  | { code: "claims_there"; field: string; claims: NamedClaim[]; range: Quantity | null }
  | { code: "claims_near"; field: string; claims: NearClaim[] }
  | ({ code: "place_elsewhere" } & HomeElsewhere)
  | { code: "above_workforce"; field: string; id: string; size: Quantity }
  | { code: "above_population"; field: string; population: number }
  | { code: "other_language"; field: string; language: keyof Texts }
  | { code: "source_known"; field: string; id: string };

/** What is on record around what was typed. */
export type Surroundings = {
  firstDay: string;
  /** The workforce where the place is none of its own; null where they fit or nobody can say. */
  elsewhere: HomeElsewhere | null;
  /** Others of the kind; for moderators those that wait too. */
  others: readonly (NamedRecord & { sketch: Sketch })[];
  /** Claims in force of the same subject, measure and moment; of a size, all of its workforce. */
  claims: readonly NamedClaim[];
  /** What is accepted of them. */
  range: Quantity | null;
  /** Claims to be read beside it that are in no range and no sum with it. */
  near: readonly NearClaim[];
  /** Sizes of exactly the workforce it counts; where there is none, all of that workforce and of its whole employer. */
  sizes: readonly { id: string; quantity: Quantity }[];
  /** How many people live where it counts; null where nobody recorded it. */
  population: number | null;
};

/** What was typed, beside what it says at a glance. */
export type Typed = {
  sketch: Sketch;
  unit: Unit | null;
  date: string;
  /** The field of the number as it was typed, where digits are asked for. */
  number: { field: string; text: string }[];
  /** What in its texts seems to lead to a person. */
  personal: readonly string[];
  /** Texts that are surely in another language than was said, by the field of their language. */
  misnamed: readonly { field: string; language: keyof Texts }[];
  /** The address of each source that is on record already, by its field. */
  known: readonly { field: string; id: string }[];
};

/** Everything that should be looked at before an entry is sent or decided, in the order of the form. */
export function entryWarnings(typed: Typed, around: Surroundings): EntryWarning[] {
  return [
    ...(typed.personal.length > 0 ? [{ code: "leads_to_person" as const, field: "", found: [...typed.personal] }] : []),
    ...duplicates(typed, around),
    ...(typed.date !== "" && typed.date < around.firstDay && typed.sketch.kind !== "workforce_size"
      ? [{ code: "before_wave" as const, field: "date", firstDay: around.firstDay }]
      : []),
    ...(around.elsewhere ? [{ code: "place_elsewhere" as const, ...around.elsewhere }] : []),
    ...typed.number.flatMap(({ field, text }) => wordsTyped(field, text)),
    ...tooMany(typed, around),
    ...(around.claims.length > 0
      ? [{ code: "claims_there" as const, field: "mode", claims: [...around.claims], range: around.range }]
      : []),
    ...(around.near.length > 0 ? [{ code: "claims_near" as const, field: "mode", claims: [...around.near] }] : []),
    ...typed.misnamed.map(({ field, language }) => ({ code: "other_language" as const, field, language })),
    ...typed.known.map(({ field, id }) => ({ code: "source_known" as const, field, id })),
  ];
}

/** Those that may be the same; what is not enough to tell is no hint. */
function duplicates({ sketch }: Typed, { others }: Surroundings): EntryWarning[] {
  const same = others.filter((other) => mayBeSame(sketch, other.sketch));
  const records = same.map(({ id, text, day }) => ({ id, text, day }));
  return records.length === 0 ? [] : [{ code: "likely_duplicate", field: "", records }];
}

/** Words where digits are asked for, with what the rules would read of them. */
function wordsTyped(field: string, text: string): EntryWarning[] {
  if (!/\p{L}{2}/u.test(text)) return [];
  const reading = readWords(text);
  return [{ code: "looks_like_words", field, typed: text, read: "quantity" in reading ? reading.quantity : null }];
}

/** Surely more than there are: above the largest size, or above everybody who lives there. */
function tooMany({ sketch, unit }: Typed, { sizes, population }: Surroundings): EntryWarning[] {
  const least = sketch.quantity?.lower ?? null;
  if (unit !== "people" || least === null) return [];
  const field = "mode";
  const [largest] = sizes.toSorted((one, other) => endOf(other.quantity) - endOf(one.quantity));
  if (largest !== undefined && least > endOf(largest.quantity))
    return [{ code: "above_workforce", field, id: largest.id, size: largest.quantity }];
  return population !== null && least > population ? [{ code: "above_population", field, population }] : [];
}

/** A size that is open above, or not known, can be as large as it likes. */
function endOf({ upper }: Bounds): number {
  return upper ?? Number.POSITIVE_INFINITY;
}

/** What claims that compete with nothing come to together. */
export function hullOfClaims(claims: readonly NamedClaim[]): Quantity | null {
  return hull(claims.map(({ quantity }) => quantity));
}
