import type { PlaceAtStep } from "@/lib/domain/wave-digest";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { Step } from "./steps";

export type PlaceMarker = {
  localityId: string;
  name: string;
  href: string;
  kind: PlaceAtStep["kind"];
  /** Nothing there is certain at this moment: no finer time is known. */
  possible: boolean;
  sizeLabel: string | null;
  lower: number | null;
  upper: number | null;
};

/** Towns and fields where something was, or may have been, going on, with the largest crowd anyone counted there. */
export function placeMarkers(places: readonly PlaceAtStep[], step: Step, context: ReadingContext): PlaceMarker[] {
  const names = new Map(context.record.localities.map((locality) => [locality.id, locality.names]));
  return places.map(({ localityId, kind, possible, actions, firstActionId, regionCode, size }) => {
    const day = `region=${regionCode}&from=${step.date}&to=${step.date}`;
    return {
      ...{ localityId, kind, possible },
      name: context.text(names.get(localityId) ?? { en: localityId }),
      href: actions === 1 ? context.recordHref(firstActionId) : context.waveHref(`/timeline?${day}`),
      sizeLabel: size && context.quantity({ ...size, unknown: null }),
      ...{ lower: size?.lower ?? null, upper: size?.upper ?? null },
    };
  });
}
