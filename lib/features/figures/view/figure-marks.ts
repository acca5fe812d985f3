import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { isUnknown } from "@/lib/domain/quantity";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { AcceptedBand, FigurePoint, FigureScale } from "@/lib/shared/chart/drawing";
import { niceMaximum } from "@/lib/shared/chart/nice-scale";
import type { ViewContext } from "./view-context";

/** Who says so: the claimant's name, or what kind of claimant it is. */
export function claimantWords(figure: Pick<FigureRow, "claimant" | "claimantNames">, context: ViewContext): string {
  return context.text(figure.claimantNames) || context.words(`claimant.${figure.claimant}`);
}

/** Deprecated claims stay on their record; on a chart they would stand beside what replaced them. */
export function isShown(figure: FigureRow): boolean {
  return figure.state === "published" && figure.standing !== "deprecated";
}

export function standingWords(figure: FigureRow, context: ViewContext): string {
  return context.words(figure.disputed ? "standing.disputed" : `standing.${figure.standing}`);
}

/** Ids of the claims that are disputed: by a moderator, or because claimants share no number. */
export function disputedIds(figures: readonly FigureRow[], record: WaveRecord): Set<string> {
  return new Set(
    figuresByQuestion(figures, record).flatMap((group) => {
      const range = acceptedRange(group);
      return "refused" in range ? [] : range.disputeReasons.flatMap((reason) => [...reason.claims]);
    }),
  );
}

/** One scale per unit; what has no number is on none of them, for there is no place for it, least of all zero. */
export function figureScales(
  { figures, name }: { figures: readonly FigureRow[]; name: string },
  record: WaveRecord,
  context: ViewContext,
): FigureScale[] {
  const known = figures.filter((figure) => !isUnknown(figure.quantity));
  const disputed = disputedIds(figures, record);
  return (["percent", "people"] as const).flatMap((unit) => {
    const own = known.filter((figure) => figure.quantity.unit === unit);
    if (own.length === 0) return [];
    const max = unit === "percent" ? 100 : niceMaximum(own.flatMap((one) => endsOf(one)));
    return [
      {
        unit,
        max,
        maxLabel: context.quantity({ lower: max, upper: max, unit, approximate: false, unknown: null }),
        points: own.map((figure) => figurePoint(figure, { name, disputed: disputed.has(figure.id), context })),
        bands: figuresByQuestion(own, record).flatMap(acceptedBand),
      },
    ];
  });
}

function endsOf({ quantity }: FigureRow): number[] {
  return [quantity.lower, quantity.upper].filter((end) => end !== null);
}

/** The source's own words, where a rule made the number of them; else empty. */
export function saidWords({ quantity }: FigureRow, context: ViewContext): string {
  const { rule, words } = quantity;
  return rule === null || words === null ? "" : context.words("pointWords", { words });
}

type PointNotes = { name: string; disputed: boolean; context: ViewContext };

function figurePoint(figure: FigureRow, { name, disputed, context }: PointNotes): FigurePoint {
  const amount = context.heard(figure.quantity);
  const claimant = claimantWords(figure, context);
  const state = disputed ? "yes" : "no";
  return {
    id: figure.id,
    href: context.recordHref(figure.id),
    title: context.words("pointTitle", {
      subject: name,
      measure: context.words(`measure.${figure.measure}`),
      amount,
      moment: context.moment(figure.asOf),
      claimant,
      disputed: state,
      said: saidWords(figure, context),
    }),
    at: (figure.asOf.earliest + figure.asOf.latest) / 2,
    claimant: figure.claimant,
    disputed,
    lower: figure.quantity.lower,
    upper: figure.quantity.upper,
    label: context.words("pointLabel", { amount, claimant, disputed: state }),
  };
}

// A band says more than its points only where it is wider than a point.
function acceptedBand(group: FigureRow[]): AcceptedBand[] {
  const range = acceptedRange(group);
  const asOf = group[0]?.asOf;
  if ("refused" in range || asOf === undefined || range.lower === null || range.lower === range.upper) return [];
  return [{ from: asOf.earliest, to: asOf.latest, lower: range.lower, upper: range.upper }];
}
