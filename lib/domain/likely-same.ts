import type { RecordKind } from "./id";
import type { Claimant } from "./measure";
import type { Epoch } from "./moment";
import type { Bounds, UnknownReason } from "./quantity";

/** What a record, or what is typed of one, says at a glance: everything may be missing while it is typed. */
export type Sketch = {
  kind: RecordKind;
  /** What sort of its kind it is: type, measure and basis, cause. */
  sort: string | null;
  /** Ids of the workforces, actions, events it is about. */
  about: readonly string[];
  /** Null where no place is named; a region and a locality both null is the whole country. */
  place: { regionId: string | null; localityId: string | null } | null;
  /** From the first to the last instant it may speak of; null where it speaks of none. */
  span: { earliest: Epoch; latest: Epoch } | null;
  /** Whose claim it is; null where it is none, or nobody is chosen. */
  claimant: Claimant | null;
  quantity: (Bounds & { unknown: UnknownReason | null }) | null;
  /** Its names, titles or texts in whatever language. */
  texts: readonly string[];
  /** The sources it rests on: by their ids, and by one spelling of their address where it is on record under none. */
  sourceIds: readonly string[];
};

/** How many words of two texts must be the same, of all that either has. */
const ALIKE = 0.6;

/** What makes two of a kind likely the same thing told twice. Nothing that is missing makes them so. */
const RULES: Readonly<Record<RecordKind, (one: Sketch, other: Sketch) => boolean>> = {
  figure: (one, other) =>
    isSameSort(one, other) && sharesAll(one, other) && meet(one, other) && isSameNumber(one, other) && cite(one, other),
  workforce_size: (one, other) => sharesAny(one, other) && meet(one, other) && isSameNumber(one, other),
  action: (one, other) => meet(one, other) && (sharesAny(one, other) || isSamePlace(one, other)),
  event: (one, other) =>
    isSameSort(one, other) && meet(one, other) && (isSamePlace(one, other) || areAlike(one, other)),
  demand: (one, other) =>
    isSameSort(one, other) && (areAlike(one, other) || (sharesAny(one, other) && meet(one, other))),
  solidarity: (one, other) => meet(one, other) && (sharesAny(one, other) || areAlike(one, other)),
  coverage_note: (one, other) => isSameSort(one, other) && meet(one, other) && isSamePlace(one, other),
  workforce: (one, other) => areAlike(one, other),
  source: (one, other) => cite(one, other) || areAlike(one, other),
};

/** Whether two may tell of the same thing. Symmetric; a hint for a person to look, never a reason to refuse. */
export function mayBeSame(one: Sketch, other: Sketch): boolean {
  return one.kind === other.kind && RULES[one.kind](one, other);
}

/**
 * Whether two proposals of which neither is published may say the same. Of claims it takes less than of one that is on
 * record: the same claimant of the same at the very same moment, with the same number or from the same source, since
 * another number read from one source is a misreading that nobody has seen yet. Numbers of two claimants, or of a day and
 * of one of its hours, are no two readings of one claim.
 */
export function maySayTheSame(one: Sketch, other: Sketch): boolean {
  if (mayBeSame(one, other)) return true;
  const isClaim = one.kind === "figure" || one.kind === "workforce_size";
  const isOfSame = one.kind === other.kind && isSameSort(one, other) && one.about.length > 0 && sharesAll(one, other);
  return isClaim && isOfSame && isOneClaim(one, other) && (isSameNumber(one, other) || cite(one, other));
}

/** Whether both name a number and it is one; null where either names none yet. */
export function haveSameNumber(one: Sketch, other: Sketch): boolean | null {
  return one.quantity === null || other.quantity === null ? null : isSameNumber(one, other);
}

function isOneClaim({ claimant, span }: Sketch, other: Sketch): boolean {
  if (claimant === null || span === null) return false;
  const { claimant: who, span: when } = other;
  return claimant === who && span.earliest === when?.earliest && span.latest === when.latest;
}

function isSameSort(one: Sketch, other: Sketch): boolean {
  return one.sort !== null && one.sort === other.sort;
}

function sharesAny(one: Sketch, other: Sketch): boolean {
  return one.about.some((id) => other.about.includes(id));
}

function sharesAll(one: Sketch, other: Sketch): boolean {
  return one.about.length === other.about.length && one.about.every((id) => other.about.includes(id));
}

function cite(one: Sketch, other: Sketch): boolean {
  return one.sourceIds.some((id) => other.sourceIds.includes(id));
}

function meet({ span: one }: Sketch, { span: other }: Sketch): boolean {
  return one !== null && other !== null && one.earliest <= other.latest && other.earliest <= one.latest;
}

/** A town is another place than its region: most of what happens in a region happens elsewhere in it. */
function isSamePlace({ place: one }: Sketch, { place: other }: Sketch): boolean {
  return one !== null && other !== null && one.regionId === other.regionId && one.localityId === other.localityId;
}

function isSameNumber({ quantity: one }: Sketch, { quantity: other }: Sketch): boolean {
  if (one === null || other === null) return false;
  return one.lower === other.lower && one.upper === other.upper && one.unknown === other.unknown;
}

function areAlike(one: Sketch, other: Sketch): boolean {
  return one.texts.some((text) => other.texts.some((another) => isAlike(wordsOf(text), wordsOf(another))));
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all > 0 && shared / all >= ALIKE;
}
