import { type AcceptedRange, type AcceptedResult, acceptedRange } from "@/lib/domain/accepted";
import type { Claim } from "@/lib/domain/claim";
import { competingFigures, competingSizes } from "@/lib/domain/competing-claims";
import type { Claimant } from "@/lib/domain/measure";
import type { Quantity } from "@/lib/domain/quantity";
import type { FigureRow, WaveRecord, WorkforceSizeRow } from "@/lib/domain/wave-record";
import { type Part, publishedOf, type RecordsContext } from "./context";
import { type SourceGroup, sourceGroups } from "./sources";

export type ClaimRow = FigureRow | WorkforceSizeRow;

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
  asOf: string;
  standing: string;
  standingReason: Part | null;
  counts: boolean;
  disputed: boolean;
  disputeReasons: Part[];
  note: Part | null;
  sources: SourceGroup[];
};

/** All claims of one subject, measure and moment, and what is accepted of them. */
export type ClaimGroup = {
  key: string;
  accepted: string;
  acceptedBounds: { lower: number | null; upper: number | null } | null;
  disputed: boolean;
  sentences: string[];
  claims: ClaimView[];
};

export function isFigure(row: ClaimRow): row is FigureRow {
  return "measure" in row;
}

/** The claims beside which a claim stands, itself among them. */
export function competingClaims(row: ClaimRow, record: WaveRecord): ClaimRow[] {
  return isFigure(row) ? competingFigures(row, record) : competingSizes(row, record);
}

/** A size of a workforce is no measure of an action; for the arithmetic of ranges any one measure will do. */
export function asClaim(row: ClaimRow): Claim {
  if (isFigure(row)) return row;
  const claimantName = row.claimantNames?.en ?? null;
  return {
    ...row,
    claimantName,
    measure: "workers_directly_involved",
    basis: "on_day",
    disputed: false,
    general: false,
  };
}

export function claimGroup(rows: readonly ClaimRow[], thisId: string | null, context: RecordsContext): ClaimGroup {
  const counted = publishedOf(rows);
  const range = acceptedRange(counted.map(asClaim));
  return {
    key: rows[0]?.id ?? "",
    accepted: acceptedWords(range, counted, context),
    acceptedBounds:
      "refused" in range || restsOnDisputed(range, counted) ? null : { lower: range.lower, upper: range.upper },
    disputed: !("refused" in range) && range.disputed,
    sentences: acceptedSentences(range, counted, context),
    claims: rows.map((row) => claimView(row, { range, thisId, context })),
  };
}

/** Whether every claim the range rests on is marked as disputed: such a number is claimed and not accepted. */
function restsOnDisputed({ basedOn }: AcceptedRange, rows: readonly ClaimRow[]): boolean {
  const marked = new Set(rows.filter((row) => isFigure(row) && row.disputed).map(({ id }) => id));
  return basedOn.length > 0 && basedOn.every((id) => marked.has(id));
}

function acceptedWords(range: AcceptedResult, rows: readonly ClaimRow[], context: RecordsContext): string {
  if ("refused" in range) return context.words("accepted.nothing");
  const amount = context.measured(range);
  return restsOnDisputed(range, rows) ? context.words("accepted.noneDisputed", { amount }) : amount;
}

function howAccepted(range: AcceptedRange, rows: readonly ClaimRow[]) {
  if (restsOnDisputed(range, rows)) return "onlyDisputed";
  if (range.standingUsed === null) return "unknown";
  return range.standingUsed === "preferred" ? "preferred" : "normal";
}

function acceptedSentences(range: AcceptedResult, rows: readonly ClaimRow[], context: RecordsContext): string[] {
  const { words } = context;
  if ("refused" in range) return [words("accepted.nothing")];
  const deprecated = rows.filter((row) => row.standing === "deprecated").length;
  const others = rows.length - deprecated - range.unknownClaims.length - range.basedOn.length;
  const values = { amount: context.measured(range), count: range.basedOn.length, others };
  return [
    words(`accepted.${howAccepted(range, rows)}`, values),
    range.unknownClaims.length > 0 && range.basedOn.length > 0
      ? words("accepted.unknownClaims", { count: range.unknownClaims.length })
      : null,
    deprecated > 0 ? words("accepted.deprecated", { count: deprecated }) : null,
    ...range.disputeReasons.map((reason) =>
      words(`disputed.${reason.code}`, { one: reason.claims[0], other: reason.claims[1] ?? "" }),
    ),
  ].filter((sentence) => sentence !== null);
}

type Beside = { range: AcceptedResult; thisId: string | null; context: RecordsContext };

function claimView(row: ClaimRow, { range, thisId, context }: Beside): ClaimView {
  const { words } = context;
  const clashes =
    "refused" in range
      ? []
      : range.disputeReasons.filter(({ code, claims }) => code === "claimants_disagree" && claims.includes(row.id));
  const others = clashes.map(({ claims }) => claims.find((id) => id !== row.id) ?? "");
  const flagged = isFigure(row) && row.disputed;
  return {
    id: row.id,
    href: context.recordHref(row.id),
    isThis: row.id === thisId,
    amount: context.measured(row.quantity),
    quantity: row.quantity,
    words: wordsPart(row),
    rule: ruleSentence(row.quantity, context),
    claimant: claimantName(row, context),
    claimantKind: row.claimant,
    asOf: context.moment(row.asOf),
    standing: words(`standing.${row.standing}`),
    standingReason: row.standingReason === null ? null : context.part(row.standingReason),
    counts: !("refused" in range) && range.basedOn.includes(row.id) && !flagged,
    disputed: flagged || clashes.length > 0,
    disputeReasons: [
      ...(flagged && row.disputeReason ? [context.part(row.disputeReason)] : []),
      ...others.map((id) => ({ text: words("disputed.sharesNone", { id }), href: null, language: null })),
    ],
    note: notePart(row, context),
    sources: sourceGroups(row.citations, context),
  };
}

/** The claimant's name with its kind, or the kind alone where nobody is named. */
export function claimantName(
  row: Pick<ClaimRow, "claimant" | "claimantNames">,
  { text, words }: RecordsContext,
): string {
  const name = text(row.claimantNames);
  const kind = words(`claimant.${row.claimant}`);
  return name ? words("claimantNamed", { name, kind }) : kind;
}

function wordsPart(row: ClaimRow): Part | null {
  const { words } = row.quantity;
  return words === null ? null : { text: words, href: null, language: row.wordsLanguage };
}

const RULES = ["plural", "more_than", "up_to", "about", "half", "number_words", "words_kept"] as const;

function ruleSentence({ rule, words, unknown }: Quantity, context: RecordsContext): string | null {
  if (rule === null && (words === null || unknown !== null)) return null;
  if (rule === null) return context.words(/\d/.test(words ?? "") ? "rule.stated" : "rule.read");
  const name = RULES.find((one) => rule.id.endsWith(`.${one}`)) ?? "other";
  return context.words(`rule.${name}`, { rule: rule.id, version: rule.version });
}

function notePart(row: ClaimRow, context: RecordsContext): Part | null {
  const note = isFigure(row) ? row.note : row.scopeNote;
  return note === null ? null : context.part(note);
}
