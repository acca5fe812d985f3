import { type ClaimantGap, claimantGap, type Side } from "@/lib/domain/claimant-gap";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { CLAIMANTS, type Claimant } from "@/lib/domain/measure";
import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { readThrough } from "@/lib/features/waves/view/asked-lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { claimListView } from "./claim-list";

export type SideLine = {
  claimant: Claimant;
  name: string;
  claims: string;
  href: string;
  /** Whether the page is read through this side's figures. */
  isRead: boolean;
};
export type GapLine = {
  key: string;
  about: string;
  when: string;
  measure: string;
  href: string;
  sides: SaidBySide[];
  /** Those of the sides that are farthest apart; null where every two of them share a number. */
  widest: { low: SaidBySide; high: SaidBySide } | null;
  gap: string;
};
type SaidBySide = { name: string; amount: string };
export type SidesView = {
  finding: string;
  lines: SideLine[];
  gaps: GapLine[];
  /** Reads the page by everybody's figures again. */
  everybody: string;
};

type Answered = { figures: FigureRow[]; gap: ClaimantGap };

/**
 * Who gave figures, and how far apart they are where several sides answered the same question. Always of everybody's
 * figures, also where the page is read through one side's. `here` is the page's address within the wave.
 */
export function sidesView(context: ReadingContext, here: string, isAbout = (_: FigureRow) => true): SidesView {
  const all = { ...context, record: byEverybody(context) };
  const figures = publishedOf(all.record.figures).filter(isAbout);
  const questions = figuresByQuestion(figures, all.record);
  const answered = questions.flatMap((one): Answered[] => {
    const gap = claimantGap(one);
    return "refused" in gap ? [] : [{ figures: one, gap }];
  });
  const sorted = answered.toSorted((a, b) => timesApart(b.gap) - timesApart(a.gap));
  const items = new Map(claimListView(all).map((item) => [item.id, item]));
  const gaps = sorted.flatMap(({ figures: [first], gap }) => {
    const item = items.get(first?.id ?? "");
    return first === undefined || item === undefined ? [] : [gapLine(first, item, gap, context)];
  });
  return {
    finding: findingOf({ questions: questions.length, answered: sorted, widest: gaps[0] }, context),
    lines: sideLines(figures, here, context),
    gaps,
    everybody: here,
  };
}

function byEverybody({ kept, lens, record }: ReadingContext): WaveRecord {
  return lens.claimant === null ? record : readThrough(kept, { ...lens, claimant: null });
}

/** Gaps in different units are compared by how many times one number is the other. */
function timesApart({ widest }: ClaimantGap): number {
  if (widest === null) return 0;
  return widest.times ?? Number.MAX_VALUE;
}

function sideLines(figures: readonly FigureRow[], here: string, context: ReadingContext): SideLine[] {
  return CLAIMANTS.flatMap((claimant) => {
    const own = figures.filter((figure) => figure.claimant === claimant);
    if (own.length === 0) return [];
    const known = own.filter(({ quantity }) => !isUnknown(quantity)).length;
    return {
      claimant,
      name: context.t(`claimant.${claimant}`),
      claims: context.t("sides.claims", { count: own.length, known }),
      href: context.through({ claimant }, here),
      isRead: context.lens.claimant === claimant,
    };
  });
}

type Placed = { href: string; when: string; place: string | null };

function gapLine(figure: FigureRow, item: Placed, gap: ClaimantGap, context: ReadingContext): GapLine {
  const side = ({ claimant, ...range }: Side) => ({
    name: context.t(`claimant.${claimant}`),
    amount: context.quantity({ ...range, unit: gap.unit }),
  });
  return {
    key: figure.id,
    about: item.place ?? "",
    when: item.when,
    measure: context.t(`measure.${figure.measure}`),
    href: item.href,
    sides: [...gap.sides, ...gap.silent].map(side),
    widest: gap.widest && { low: side(gap.widest.low), high: side(gap.widest.high) },
    gap: gapWords(gap, context),
  };
}

function gapWords({ widest, sides, unit }: ClaimantGap, { t, quantity, number }: ReadingContext): string {
  if (sides.length < 2) return t("sides.oneNumber");
  if (widest === null) return t("sides.agree");
  const exact = { lower: widest.apart, upper: widest.apart, approximate: false, unknown: null };
  const apart = quantity({ ...exact, unit });
  const times = widest.times === null ? "" : number(Math.round(widest.times * 10) / 10);
  return t(times === "" ? "sides.apart" : "sides.apartTimes", { apart, times });
}

type Found = { questions: number; answered: readonly Answered[]; widest: GapLine | undefined };

function findingOf({ questions, answered, widest }: Found, { t }: ReadingContext): string {
  if (questions === 0) return t("sides.findingNone");
  if (answered.length === 0 || widest === undefined) return t("sides.findingOneSide", { questions });
  const apart = answered.filter(({ gap }) => gap.widest !== null).length;
  const found = t("sides.finding", { both: answered.length, questions, apart });
  if (widest.widest === null) return found;
  const { about, when, measure, gap } = widest;
  const says = ({ name, amount }: SaidBySide) => t("sides.says", { claimant: name, amount });
  const [low, high] = [says(widest.widest.low), says(widest.widest.high)];
  return `${found} ${t("sides.widest", { measure, about, when, low, high, gap })}`;
}
