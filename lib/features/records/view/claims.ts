import { type AcceptedResult, acceptedRange } from "@/lib/domain/accepted";
import type { Standing } from "@/lib/domain/claim";
import type { Claimant } from "@/lib/domain/measure";
import { publishedOf } from "@/lib/domain/published";
import type { Quantity } from "@/lib/domain/quantity";
import { regionOfClaim } from "@/lib/domain/where";
import { WITHHELD } from "@/lib/domain/withholding";
import { acceptedSentences, acceptedWords, restsOnDisputed } from "./accepted-words";
import { asClaim, type ClaimRow, claimantName, isFigure, whoSays } from "./claim-row";
import { type ClaimScale, claimScale } from "./claim-scale";
import type { Part, RecordsContext } from "./context";
import { type SourceGroup, sourceGroups } from "./sources";

/** One claim as it stands among those it competes with. */
export type ClaimView = {
  id: string;
  href: string;
  isThis: boolean;
  amount: string;
  quantity: Quantity;
  words: Part | null;
  rule: string | null;
  claimant: string;
  claimantKind: Claimant;
  /** What kind of claimant it is, in words: the key of the shapes. */
  claimantLabel: string;
  asOf: string;
  standing: string;
  standingKind: Standing;
  standingReason: Part | null;
  counts: boolean;
  disputed: boolean;
  /** A correction or retraction of it is open. */
  underReview: boolean;
  disputeReasons: Part[];
  note: Part | null;
  sources: SourceGroup[];
};

export type ScaleView = ClaimScale & { title: string; tickLabels: string[] };

/** All claims of one subject, measure and moment, and what is accepted of them. */
export type ClaimGroup = {
  key: string;
  accepted: string;
  acceptedBounds: { lower: number | null; upper: number | null } | null;
  disputed: boolean;
  sentences: string[];
  claims: ClaimView[];
  scale: ScaleView | null;
};

export function claimGroup(rows: readonly ClaimRow[], thisId: string | null, context: RecordsContext): ClaimGroup {
  const counted = publishedOf(rows);
  const range = acceptedRange(counted.map(asClaim));
  const acceptedBounds =
    "refused" in range || restsOnDisputed(range, counted) ? null : { lower: range.lower, upper: range.upper };
  return {
    key: rows[0]?.id ?? "",
    accepted: acceptedWords(range, counted, context),
    acceptedBounds,
    disputed: !("refused" in range) && range.disputed,
    sentences: acceptedSentences(range, counted, context),
    claims: rows.map((row) => claimView(row, { range, rows, thisId, context })),
    scale: scaleView(claimScale(rows, acceptedBounds), context),
  };
}

function scaleView(scale: ClaimScale | null, context: RecordsContext): ScaleView | null {
  if (scale === null) return null;
  const { unit } = scale;
  const label = (value: number) =>
    context.amount({ lower: value, upper: value, unit, approximate: false, unknown: null });
  return {
    ...scale,
    title: context.words(`page.scaleIn.${unit}`),
    tickLabels: scale.ticks.map(({ value }) => label(value)),
  };
}

type Beside = { range: AcceptedResult; rows: readonly ClaimRow[]; thisId: string | null; context: RecordsContext };

function claimView(row: ClaimRow, { range, rows, thisId, context }: Beside): ClaimView {
  const { words } = context;
  const clashes = clashingWith(row, range, rows);
  const flagged = isFigure(row) && row.disputed;
  return {
    id: row.id,
    href: context.recordHref(row.id),
    isThis: row.id === thisId,
    amount: isFigure(row) ? context.heard(row.quantity) : context.measured(row.quantity),
    quantity: row.quantity,
    words: wordsPart(row),
    rule: ruleSentence(row.quantity, context),
    claimant: claimantName(row, context),
    claimantKind: row.claimant,
    claimantLabel: words(`claimant.${row.claimant}`),
    asOf: context.moment(row.asOf, regionOfClaim(row, context.record)),
    standing: words(row.state === "retracted" ? "standing.retracted" : `standing.${row.standing}`),
    standingKind: row.standing,
    standingReason: row.standingReason === null ? null : context.part(row.standingReason),
    counts: isAmongAccepted(row, range, rows),
    disputed: flagged || clashes.length > 0,
    underReview: row.id in context.record.openCorrections,
    disputeReasons: [
      ...(flagged && row.disputeReason ? [context.part(row.disputeReason)] : []),
      ...clashes.map((other) => clashPart(other, context)),
    ],
    note: notePart(row, context),
    sources: sourceGroups(row.citations, context),
  };
}

/** A claim marked as disputed counts like the others; alone, or among none but such, it is claimed and not accepted. */
function isAmongAccepted(row: ClaimRow, range: AcceptedResult, rows: readonly ClaimRow[]): boolean {
  return !("refused" in range) && range.basedOn.includes(row.id) && !restsOnDisputed(range, rows);
}

function clashingWith(row: ClaimRow, range: AcceptedResult, rows: readonly ClaimRow[]): ClaimRow[] {
  if ("refused" in range) return [];
  const ids = range.disputeReasons
    .filter(({ code, claims }) => code === "claimants_disagree" && claims.includes(row.id))
    .flatMap(({ claims }) => claims.filter((id) => id !== row.id));
  return rows.filter(({ id }) => ids.includes(id));
}

function clashPart(other: ClaimRow, context: RecordsContext): Part {
  const values = { amount: context.measured(other.quantity), who: whoSays(other, context) };
  return { text: context.words("disputed.sharesNone", values), href: context.recordHref(other.id), language: null };
}

function wordsPart(row: ClaimRow): Part | null {
  const { words } = row.quantity;
  return words === null ? null : { text: words, href: null, language: row.wordsLanguage };
}

const RULES = ["plural", "more_than", "up_to", "about", "half", "number_words", "words_kept"] as const;

function ruleSentence({ rule, words, unknown }: Quantity, context: RecordsContext): string | null {
  if (rule === null && (words === null || unknown !== null || words === WITHHELD)) return null;
  if (rule === null) return context.words(/\d/.test(words ?? "") ? "rule.stated" : "rule.read");
  const name = RULES.find((one) => rule.id.endsWith(`.${one}`)) ?? "other";
  return context.words(`rule.${name}`, { rule: rule.id, version: rule.version });
}

function notePart(row: ClaimRow, context: RecordsContext): Part | null {
  const note = isFigure(row) ? row.note : row.scopeNote;
  return note === null ? null : context.part(note);
}
