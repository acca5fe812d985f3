import { acceptedRange } from "@/lib/domain/accepted";
import type { DayBounds } from "@/lib/domain/moment";
import { presenceIn } from "@/lib/domain/presence";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { FigureRow } from "@/lib/domain/wave-record";
import { publishedOf, type ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { RecordSpread } from "./record-spread";
import { type Step, windowOf } from "./steps";

export type MarkerKind = "strike" | "rally" | "both" | "state_action";
export type PlaceMarker = {
  localityId: string;
  name: string;
  href: string;
  kind: MarkerKind;
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
    const size = largestOf(seen.map(({ id }) => sizeOf(id, window, context)));
    return [{ localityId: locality.id, name: context.text(locality.names), href, kind, ...size }];
  });
}

const NO_SIZE: Size = { sizeLabel: null, lower: null, upper: null };

function sizeOf(actionId: string, window: DayBounds, context: ReadingContext): Size {
  const claims = publishedOf(context.record.figures).filter(
    (figure) => figure.actionId === actionId && figure.measure === "attendance" && isWithin(figure, window),
  );
  const range = acceptedRange(claims);
  if ("refused" in range || range.unknown !== null) return NO_SIZE;
  return { sizeLabel: context.quantity(range), lower: range.lower, upper: range.upper };
}

function isWithin({ asOf }: FigureRow, window: DayBounds): boolean {
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
