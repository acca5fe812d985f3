import { type AcceptedRange, type AcceptedRefusal, acceptedRange } from "./accepted";
import type { Claim } from "./claim";
import { claimSubject } from "./claim-subject";
import { type LocalClock, localDay } from "./local-day";
import type { Basis, Measure } from "./measure";
import type { Epoch, Moment } from "./moment";
import { isUnknown } from "./quantity";
import { sumRanges } from "./sum";
import type { ActionRow, FigureRow } from "./wave-record";

/** What is accepted of one measure of one action, on one local day where it is per day: one thing to add. */
export type ActionRange = {
  actionId: string;
  measure: Measure;
  basis: Basis;
  /** The local day of an `on_day` figure; null for the other bases. */
  day: string | null;
  range: AcceptedRange;
  /** The last instant that its claims speak of: what came later they cannot know. */
  until: Epoch;
  /** Workforces it was put together from; empty when somebody spoke of the action as a whole. */
  parts: string[];
};

/** A claim that is in no range, and why: a week is no day, and unlike claims have no range. */
export type LooseClaims = { actionId: string; measure: Measure; claims: string[]; reason: "no_day" | AcceptedRefusal };

/** Shares of a whole: they are never added, averaged or put together. */
const SHARES: readonly Measure[] = ["participation_rate", "production_share_stopped"];

export type ActionRanges = { ranges: ActionRange[]; loose: LooseClaims[] };

type Clock = Pick<LocalClock, "date">;
type Counted = Pick<ActionRow, "id" | "workforceIds">;
type Group = { workforceId: string | null; measure: Measure; basis: Basis; day: string | null; claims: FigureRow[] };

/**
 * Everything accepted about one action, each measure, basis and day apart. A figure of the whole action and figures of
 * its workforces count the same people: the whole is taken where it has a number, else the parts are put together, open
 * above unless every workforce has one. Shares are left out. `figures` are the published figures of the action.
 */
export function actionRanges(action: Counted, figures: readonly FigureRow[], clock: Clock): ActionRanges {
  const groups = groupsOf(action, figures, clock);
  const loose: LooseClaims[] = [];
  const found = groups.flatMap((group) => {
    const range = group.basis === "on_day" && group.day === null ? { refused: "no_day" as const } : groupRange(group);
    if (!("refused" in range)) return { group, range };
    const claims = group.claims.map(({ id }) => id);
    loose.push({ actionId: action.id, measure: group.measure, claims, reason: range.refused });
    return [];
  });
  const bySort = Map.groupBy(found, ({ group: { measure, basis, day } }) => `${measure} ${basis} ${day}`);
  return { ranges: [...bySort.values()].map((all) => ofAction(action, all)), loose };
}

function groupsOf(action: Counted, figures: readonly FigureRow[], clock: Clock): Group[] {
  const groups = new Map<string, Group>();
  for (const figure of figures) {
    if (SHARES.includes(figure.measure)) continue;
    const { workforceId } = claimSubject(figure, action.workforceIds);
    const { measure, basis } = figure;
    const day = basis === "on_day" ? localDay(figure.asOf, clock) : null;
    const key = [workforceId, measure, basis, day].join(" ");
    const group = groups.get(key) ?? { workforceId, measure, basis, day, claims: [] };
    group.claims.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupRange({ basis, claims }: Group) {
  if (basis === "peak") return acceptedRange(claims);
  return basis === "on_day" ? rangeOfDay(claims) : acceptedRange(latestOf(claims));
}

/**
 * One day of one subject. Claims whose moments meet compete; claims of moments apart, morning and evening, are of the
 * same people at two times: they are never added, and the day had at least as many as its fullest moment.
 */
export function rangeOfDay(claims: readonly Claim[]): AcceptedRange | { refused: AcceptedRefusal } {
  const whole = acceptedRange(claims);
  const moments = momentsApart(claims);
  if ("refused" in whole || moments.length < 2) return whole;
  const ranges = moments.map(acceptedRange).flatMap((range) => ("refused" in range ? [] : [range]));
  const known = ranges.filter((range) => !isUnknown(range));
  if (known.length < 2) return whole;
  const isOpen = known.some(({ upper }) => upper === null);
  const lowers = known.map(({ lower }) => lower).filter((lower) => lower !== null);
  return {
    ...whole,
    lower: lowers.length === 0 ? null : Math.max(...lowers),
    upper: isOpen ? null : Math.max(...known.map(({ upper }) => upper ?? 0)),
    unknown: null,
    approximate: known.some(({ approximate }) => approximate),
    basedOn: known.flatMap(({ basedOn }) => basedOn),
    disputed: ranges.some(({ disputed }) => disputed),
    disputeReasons: ranges.flatMap(({ disputeReasons }) => disputeReasons),
  };
}

/** Claims by moments that share no instant with one another, earliest first. */
function momentsApart(claims: readonly Claim[]): Claim[][] {
  const groups: { latest: number; claims: Claim[] }[] = [];
  for (const claim of claims.toSorted((a, b) => a.asOf.earliest - b.asOf.earliest)) {
    const last = groups.at(-1);
    if (last === undefined || claim.asOf.earliest > last.latest) {
      groups.push({ latest: claim.asOf.latest, claims: [claim] });
    } else {
      last.claims.push(claim);
      last.latest = Math.max(last.latest, claim.asOf.latest);
    }
  }
  return groups.map((group) => group.claims);
}

/**
 * The claims that speak of the latest time: a total up to 26 January replaces the one up to 15 January. A later claim
 * without a number replaces nothing.
 */
function latestOf(claims: readonly FigureRow[]): readonly FigureRow[] {
  const telling = claims.filter(({ quantity, standing }) => standing !== "deprecated" && !isUnknown(quantity));
  const latest = telling.reduce<Moment | null>(
    (last, { asOf }) => (last !== null && last.latest >= asOf.latest ? last : asOf),
    null,
  );
  return latest === null ? claims : claims.filter(({ asOf }) => asOf.latest >= latest.earliest);
}

type Found = { group: Group; range: AcceptedRange };

function ofAction(action: Counted, all: readonly Found[]): ActionRange {
  const { measure, basis, day } = (all[0] as Found).group;
  const untilOf = (found: readonly Found[]) =>
    Math.max(...found.flatMap(({ group: { claims } }) => claims.map(({ asOf }) => asOf.latest)));
  const one = { actionId: action.id, measure, basis, day, until: untilOf(all) };
  const whole = all.find(({ group, range }) => isWhole(group, action) && !isUnknown(range));
  if (whole) return { ...one, until: untilOf([whole]), range: whole.range, parts: [] };
  const parts = all.filter(({ group, range }) => group.workforceId !== null && !isUnknown(range));
  const silent = all.find(({ group }) => isWhole(group, action)) ?? (all[0] as Found);
  return parts.length === 0
    ? { ...one, range: { ...silent.range, unknownClaims: all.flatMap(({ range }) => range.unknownClaims) }, parts: [] }
    : { ...one, range: together(parts, action), parts: parts.map(({ group }) => group.workforceId ?? "") };
}

function isWhole({ workforceId }: Group, { workforceIds }: Counted): boolean {
  return workforceId === null || workforceIds.join() === workforceId;
}

/** The workforces of one action put together; those without a number leave it open above. */
function together(parts: readonly Found[], { workforceIds }: Counted): AcceptedRange {
  const first = (parts[0] as Found).range;
  const named = new Set(parts.map(({ group }) => group.workforceId));
  const isWholly = workforceIds.length > 0 && workforceIds.every((id) => named.has(id));
  const sum = sumRanges(
    parts.map(({ group, range }) => ({
      subject: group.workforceId ?? "",
      day: group.day,
      range: { ...range, general: false },
    })),
    0,
  );
  const ends = "refused" in sum ? { lower: null, upper: null } : { lower: sum.lower, upper: sum.upper };
  const range = { ...first, ...ends, upper: isWholly ? ends.upper : null };
  return {
    ...range,
    approximate: parts.some((part) => part.range.approximate),
    unknown: isUnknown(range) ? "not_reported" : null,
    basedOn: parts.flatMap((part) => part.range.basedOn),
    unknownClaims: parts.flatMap((part) => part.range.unknownClaims),
    disputed: parts.some((part) => part.range.disputed),
    disputeReasons: parts.flatMap((part) => part.range.disputeReasons),
    standingUsed: parts.every((part) => part.range.standingUsed === "preferred") ? "preferred" : "normal",
  };
}
