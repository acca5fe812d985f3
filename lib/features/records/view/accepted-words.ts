import type { AcceptedRange, AcceptedResult, DisputeReason } from "@/lib/domain/accepted";
import { distance, type Quantity } from "@/lib/domain/quantity";
import { type ClaimRow, isFigure, whoSays } from "./claim-row";
import type { RecordsContext } from "./context";
import { originSentences } from "./origins";

/** Pairs of claimants who disagree are told one by one as far as anybody would read them. */
const PAIRS_TOLD = 3;

type Marked = { id: string; disputed?: boolean };

/** Whether every claim the range rests on is marked as disputed: such a number is claimed and not accepted. */
export function restsOnDisputed({ basedOn }: AcceptedRange, rows: readonly Marked[]): boolean {
  const marked = new Set(rows.filter(({ disputed }) => disputed).map(({ id }) => id));
  return basedOn.length > 0 && basedOn.every((id) => marked.has(id));
}

/** What is accepted, in as few words as a table has room for. */
export function acceptedWords(range: AcceptedResult, rows: readonly ClaimRow[], context: RecordsContext): string {
  if ("refused" in range) return context.words("accepted.nothing");
  const amount = amountOf(range, rows, context);
  return restsOnDisputed(range, rows) ? context.words("accepted.noneDisputed", { amount }) : amount;
}

/**
 * How the accepted range came about: of which claims it is the span, where it is open and through whom, what was set
 * aside, who disagrees and by how much, and how many origins stand behind it. `rows` are the published claims.
 */
export function acceptedSentences(range: AcceptedResult, rows: readonly ClaimRow[], context: RecordsContext): string[] {
  const { words } = context;
  if ("refused" in range) return [words("accepted.nothing")];
  const deprecated = rows.filter((row) => row.standing === "deprecated");
  const others = rows.length - deprecated.length - range.unknownClaims.length - range.basedOn.length;
  const values = { amount: amountOf(range, rows, context), count: range.basedOn.length, others };
  const standing = rows.filter((row) => row.standing !== "deprecated");
  return [
    words(`accepted.${howAccepted(range, rows)}`, values),
    ...(rows.some((row) => !isFigure(row) && !row.comparable) ? [words("comparable.no")] : []),
    ...openEnds(range, rows, context),
    ...(range.unknownClaims.length > 0 && range.basedOn.length > 0
      ? [words("accepted.unknownClaims", { count: range.unknownClaims.length })]
      : []),
    ...deprecated.map((row) => words("accepted.setAside", told(row, context))),
    ...disputes(range.disputeReasons, rows, context),
    ...originSentences(standing, context),
  ];
}

/** Where no figure that is heard names a number, others that are not heard may. */
function amountOf(range: AcceptedRange, rows: readonly ClaimRow[], context: RecordsContext): string {
  if (rows.some(isFigure)) return context.heard(range);
  return range.unknown === "not_reported" ? context.sizeSilence : context.measured(range);
}

export type HowAccepted = "normal" | "preferred" | "unknown" | "onlyDisputed" | "allSetAside";

/** Which sentence of `record.accepted` says how the range came about. */
export function howAccepted(range: AcceptedRange, rows: readonly Marked[]): HowAccepted {
  if (restsOnDisputed(range, rows)) return "onlyDisputed";
  if (range.standingUsed === null) return range.unknownClaims.length === 0 ? "allSetAside" : "unknown";
  return range.standingUsed === "preferred" ? "preferred" : "normal";
}

/** A hull is open at an end through those of its claims that are; who they are is part of what the range says. */
function openEnds({ lower, upper, basedOn }: AcceptedRange, rows: readonly ClaimRow[], context: RecordsContext) {
  const used = rows.filter(({ id }) => basedOn.includes(id));
  const named = (isOpen: (quantity: Quantity) => boolean) =>
    context.list([...new Set(used.filter((row) => isOpen(row.quantity)).map((row) => whoSays(row, context)))]);
  if (lower === null && upper === null) return [];
  if (upper === null) return [context.words("accepted.openAbove", { who: named((one) => one.upper === null) })];
  if (lower === null) return [context.words("accepted.openBelow", { who: named((one) => one.lower === null) })];
  return [];
}

function disputes(reasons: readonly DisputeReason[], rows: readonly ClaimRow[], context: RecordsContext): string[] {
  const rowOf = (id: string | undefined) => rows.find((row) => row.id === id);
  const flagged = reasons.flatMap(({ code, claims: [id] }) => {
    const row = code === "flagged_by_moderator" ? rowOf(id) : undefined;
    return row ? [context.words("disputed.flagged_by_moderator", told(row, context))] : [];
  });
  const pairs = reasons
    .flatMap(({ code, claims }) => {
      const [one, other] = [rowOf(claims[0]), rowOf(claims[1])];
      return code === "claimants_disagree" && one && other
        ? [{ one, other, gap: distance(one.quantity, other.quantity) }]
        : [];
    })
    .toSorted((a, b) => b.gap - a.gap);
  const rest = pairs.length - PAIRS_TOLD;
  return [
    ...pairs.slice(0, PAIRS_TOLD).map((pair) => disagreement(pair, context)),
    ...(rest > 0 ? [context.words("disputed.more", { count: rest })] : []),
    ...flagged,
  ];
}

type Pair = { one: ClaimRow; other: ClaimRow; gap: number };

function disagreement({ one, other, gap }: Pair, context: RecordsContext): string {
  const { unit } = one.quantity;
  const amount = context.number(gap);
  return context.words("disputed.claimants_disagree", {
    one: whoSays(one, context),
    a: context.measured(one.quantity),
    other: whoSays(other, context),
    b: context.measured(other.quantity),
    gap: context.words(unit === "percent" ? "gap.percent" : `unit.${unit}`, { amount, count: gap }),
  });
}

function told(row: ClaimRow, context: RecordsContext) {
  return { amount: context.measured(row.quantity), who: whoSays(row, context) };
}
