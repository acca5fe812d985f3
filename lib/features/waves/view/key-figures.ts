import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import type { FigureRow } from "@/lib/domain/wave-record";
import { inSentence } from "@/lib/features/actions/view";
import { coverageCount } from "@/lib/features/coverage/view";
import { regionLink } from "@/lib/features/regions/view/joining";
import { strikersCounted, waveReach } from "./headline";
import type { ReadingContext } from "./reading-context";

export type KeyFigure = {
  key: "reach" | "workforces" | "crowd" | "disputed" | "coverage";
  value: string;
  href: string;
  flag: string | null;
  text: string;
  /** Where the number comes from: claims, or what it leaves out. */
  links: { label: string; href: string }[];
};

/** The numbers at the head of a wave, each with what it covers and the claims behind it. */
export function keyFigures(context: ReadingContext): KeyFigure[] {
  const figures = [
    reachFigure(context),
    workforcesFigure(context),
    crowdFigure(context),
    disputedFigure(context),
    coverageFigure(context),
  ];
  return figures.filter((figure) => figure !== null);
}

function reachFigure(context: ReadingContext): KeyFigure {
  const { t, waveHref } = context;
  const reach = waveReach(context);
  const { strike, rally, lastDate, never } = reach;
  const day = lastDate === null ? "" : context.date(lastDate);
  const names = never.map((code) => regionLink(code, context));
  return {
    key: "reach",
    value: t("key.ofTotal", { count: reach.either, total: reach.total }),
    href: waveHref("/spread#joining"),
    flag: null,
    text: day === "" ? t("key.reachNone") : t("key.reach", { day, strike, rally, never: never.length }),
    links: day === "" ? [] : names.map(({ name, href }) => ({ label: name, href })),
  };
}

function workforcesFigure(context: ReadingContext): KeyFigure {
  const { striking, withoutNumber } = strikersCounted(context);
  return {
    key: "workforces",
    value: context.number(striking),
    href: context.waveHref("#participation"),
    flag: null,
    text: context.t("key.workforces", { count: striking, without: withoutNumber, silence: context.silence }),
    links: context.record.part?.digest
      ? []
      : [{ label: context.t("key.totals"), href: context.waveHref("/totals#strike") }],
  };
}

type DayOfClaims = { claims: FigureRow[]; range: AcceptedRange };

/** The day of which most claimants gave a number for the whole wave; of several, the one with the highest. */
function crowdFigure(context: ReadingContext): KeyFigure | null {
  const claims = publishedOf(context.record.figures).filter(
    ({ subject, measure, basis, standing, quantity }) =>
      subject === "wave" &&
      measure === "attendance" &&
      basis === "on_day" &&
      standing !== "deprecated" &&
      !isUnknown(quantity),
  );
  const days = figuresByQuestion(claims, context.record).flatMap(dayOf);
  const high = ({ range }: DayOfClaims) => range.upper ?? range.lower ?? 0;
  const best = days.toSorted((a, b) => b.claims.length - a.claims.length || high(b) - high(a))[0];
  const first = best?.claims[0];
  if (best === undefined || first === undefined) return null;
  const claimants = [...new Set(best.claims.map(({ claimant }) => context.t(`claimedBy.${claimant}`)))];
  const others = days.filter((one) => one !== best);
  const choice = others.some((one) => one.claims.length === best.claims.length) ? "tied" : "most";
  const highest = others.toSorted((a, b) => high(b) - high(a))[0];
  const higher = highest && high(highest) > high(best) ? dayWords(highest, context) : "";
  const day = context.moment(first.asOf, null);
  const count = best.claims.length;
  const text = context.t("key.crowd", { day, count, choice, claimants: context.list(claimants) });
  return {
    key: "crowd",
    value: context.quantity(best.range),
    href: context.recordHref(first.id),
    flag: flagsOf(best.claims, best.range.disputed, context),
    text: [text, higher].filter(Boolean).join(" "),
    links: best.claims.map(({ id, quantity }) => ({ label: context.quantity(quantity), href: context.recordHref(id) })),
  };
}

function dayWords({ claims: [first], range }: DayOfClaims, context: ReadingContext): string {
  if (first === undefined) return "";
  return context.t("key.crowdHigher", { amount: context.quantity(range), day: context.moment(first.asOf, null) });
}

function dayOf(claims: FigureRow[]): DayOfClaims[] {
  const range = acceptedRange(claims);
  return "refused" in range ? [] : [{ claims, range }];
}

/** The claim that most needs its reason beside it: a disputed rate before any other disputed number. */
function disputedFigure(context: ReadingContext): KeyFigure | null {
  const disputed = publishedOf(context.record.figures).filter((one) => one.disputed && !isUnknown(one.quantity));
  const figure = disputed.find(({ measure }) => measure === "participation_rate") ?? disputed[0];
  if (figure === undefined) return null;
  const workforce = context.record.workforces.find(({ id }) => id === figure.workforceId);
  const action = context.record.actions.find(({ id }) => id === figure.actionId);
  const about = workforce
    ? inSentence(workforce, context.record, context.locale)
    : action
      ? context.actionTitle(action)
      : "";
  const reason = firstSentence(context.text(figure.disputeReason));
  const what = context.t(`measure.${figure.measure}`);
  const day = context.moment(figure.asOf, action?.regionId ?? figure.regionId);
  return {
    key: "disputed",
    value: context.quantity(figure.quantity),
    href: context.recordHref(figure.id),
    flag: flagsOf([figure], true, context),
    text: context.t("key.disputed", { about, what, day, reason }),
    links: [{ label: context.t("key.why"), href: context.recordHref(figure.id) }],
  };
}

/** From how many regions no reports can be expected, and when: what every other number here may be missing. */
function coverageFigure(context: ReadingContext): KeyFigure | null {
  const found = coverageCount(context);
  if (found === null) return null;
  const { regions, total, text, notes } = found;
  return {
    key: "coverage",
    value: context.t("key.ofTotal", { count: regions, total }),
    href: notes[0]?.href ?? context.waveHref(""),
    flag: null,
    text,
    links: notes.map(({ label, href }) => ({ label, href })),
  };
}

/** What stands beside a number: that it is disputed, that a claim under it has an open correction. */
function flagsOf(claims: readonly FigureRow[], disputed: boolean, { t, record }: ReadingContext): string | null {
  const isOpen = claims.some(({ id }) => id in record.openCorrections);
  const flags = [disputed ? t("mark.disputed") : "", isOpen ? t("mark.under_review") : ""];
  return flags.filter((flag) => flag !== "").join(", ") || null;
}

/** The first sentence alone, where the rest can be read on the record's own page. */
export function firstSentence(text: string): string {
  return /^.+?[.!?…](?=\s|$)/su.exec(text)?.[0] ?? text;
}
