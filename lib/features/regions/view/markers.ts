import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import type { DayBounds } from "@/lib/domain/moment";
import { presenceIn } from "@/lib/domain/presence";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { FigureRow } from "@/lib/domain/wave-record";
import { publishedOf, type ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { RecordSpread } from "./record-spread";
import { type Step, type StepPart, windowOf } from "./steps";

export type MarkerKind = "strike" | "rally" | "both" | "state_action";
export type PlaceMarker = {
  localityId: string;
  name: string;
  href: string;
  kind: MarkerKind;
  /** Nothing there is certain at this moment: no finer time is known. */
  possible: boolean;
  sizeLabel: string | null;
  lower: number | null;
  upper: number | null;
};
type Size = Pick<PlaceMarker, "sizeLabel" | "lower" | "upper">;

/** Towns and fields where something was, or may have been, going on, with the largest crowd anyone counted there. */
export function placeMarkers(spread: RecordSpread, step: Step, context: ReadingContext): PlaceMarker[] {
  return context.record.localities.flatMap((locality) => {
    const seen = spread.actions.filter(
      (action) =>
        action.placeId === locality.id &&
        action.certainty !== "contradicted" &&
        isReported(presenceIn(action, windowOf(step, context.zone(action.regionCode)))),
    );
    const first = seen[0];
    if (first === undefined) return [];
    const kinds = new Set(seen.flatMap(spreadKindsOf));
    const kind: MarkerKind = kinds.size === 2 ? "both" : kinds.has("strike") ? "strike" : "rally";
    const day = `region=${first.regionCode}&from=${step.date}&to=${step.date}`;
    const href = seen.length === 1 ? context.recordHref(first.id) : context.waveHref(`/timeline?${day}`);
    const window = windowOf(step, context.zone(first.regionCode));
    const size = largestOf(seen.map(({ id }) => sizeOf(id, { window, part: step.part }, context)));
    const possible = !seen.some((action) => presenceIn(action, window) === "sure");
    return [{ localityId: locality.id, name: context.text(locality.names), href, kind, possible, ...size }];
  });
}

const NO_SIZE: Size = { sizeLabel: null, lower: null, upper: null };

type At = { window: DayBounds; part: StepPart };

function sizeOf(actionId: string, at: At, context: ReadingContext): Size {
  const claims = publishedOf(context.record.figures).filter(
    (figure) => figure.actionId === actionId && figure.measure === "attendance" && isOf(figure, at),
  );
  const sizes = figuresByQuestion(claims, context.record).map((group): Size => {
    const range = acceptedRange(group);
    if ("refused" in range || range.unknown !== null) return NO_SIZE;
    return { sizeLabel: context.quantity(range), lower: range.lower, upper: range.upper };
  });
  return largestOf(sizes);
}

// The number of a day is no number of its evening.
function isOf({ asOf }: FigureRow, { window, part }: At): boolean {
  if (part !== "day") return asOf.earliest >= window.start && asOf.latest < window.end;
  return asOf.earliest < window.end && asOf.latest >= window.start;
}

// Crowds of one town are partly the same people: the largest is shown, they are never added.
function largestOf(sizes: readonly Size[]): Size {
  const most = (size: Size) => size.upper ?? size.lower ?? -1;
  return sizes.toSorted((a, b) => most(b) - most(a))[0] ?? NO_SIZE;
}

function isReported(presence: string): boolean {
  return presence === "sure" || presence === "possible";
}
