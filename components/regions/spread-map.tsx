import { CoverageList } from "@/components/coverage/coverage-list";
import { MapLegend } from "@/components/map/map-legend";
import { MapSteps } from "@/components/map/map-steps";
import type { MapShapes } from "@/components/map/map-types";
import { RegionMap } from "@/components/map/region-map";
import { Notice } from "@/components/ui/notice";
import { coverageItems } from "@/lib/features/coverage/view";
import { mapShapesOf } from "@/lib/features/regions/view/map-shapes";
import type { SpreadView } from "@/lib/features/regions/view/spread";
import type { SpreadContext, SpreadWords } from "@/lib/features/regions/view/spread-context";
import { type StepPath, stepsView } from "@/lib/features/regions/view/step-labels";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { mapLabels } from "./map-labels";
import { MapPeek } from "./map-peek";
import { StepSlider } from "./step-slider";

type Props = {
  view: SpreadView;
  context: SpreadContext;
  path: StepPath;
  /** Where the page has the map in words, what a region's row says shows beside the map. */
  peek?: boolean;
};

const MAP_ID = "map-at-step";

/**
 * The map at one moment, with the moments it can be shown at; each moment is an address. What tells of the moment is
 * marked, so that a script can put another moment in its place.
 */
export function SpreadMap({ view, context, path, peek = false }: Props) {
  const { t, words } = context;
  const steps = stepsView(context, view.step, path);
  return (
    <>
      <div data-at-step="steps">
        {view.missed ? <Notice tone="note">{t("spread.missed", { when: view.when })}</Notice> : null}
        <MapSteps label={t("spread.steps")} steps={steps} />
      </div>
      <StepSlider
        steps={steps.map(({ href, label }) => ({ href, label }))}
        current={Math.max(
          0,
          steps.findIndex(({ current }) => current),
        )}
        texts={sliderTexts(words)}
      />
      <div id={MAP_ID} data-at-step="map" className="mt-4">
        <DrawnMap view={view} context={context} />
      </div>
      {peek ? <MapPeek mapId={MAP_ID} texts={{ label: words("happened.peek"), hint: words("happened.hint") }} /> : null}
      <details className="mt-3 text-sm" open>
        <summary className="py-1 font-semibold">{t("spread.legend")}</summary>
        <div className="pt-2">
          <MapLegend
            idPrefix="key"
            title={t("spread.legend")}
            states={legendStates(context)}
            markers={legendMarkers(context)}
          />
        </div>
      </details>
      <div data-at-step="notes" className="mt-4 max-w-prose text-sm text-ink-2">
        <MapNotes view={view} context={context} />
      </div>
    </>
  );
}

type Shown = Pick<Props, "view" | "context">;

function DrawnMap({ view, context }: Shown) {
  const shapes: MapShapes | null = mapShapesOf(context.record);
  if (shapes === null) return null;
  return (
    <RegionMap
      idPrefix="map"
      title={view.finding}
      shapes={shapes}
      regions={view.regions.map(({ doubt, ...region }) => ({ ...region, summary: doubt }))}
      markers={view.markers.filter(({ localityId }) => localityId in shapes.localities)}
      labels={{ ...mapLabels(context), note: noteOf(shapes, context) }}
    />
  );
}

/** What this map draws otherwise than where it lies. */
function noteOf({ markers, insets = [], credit }: MapShapes, { t, words }: SpreadContext): string {
  return [
    markers.length > 0 ? t("spread.cityNote") : "",
    insets.length > 0 ? words("boxes") : "",
    credit ? words("mapCredit", { credit }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function sliderTexts(words: SpreadWords) {
  const text = (key: "label" | "play" | "pause" | "speed" | "slow" | "normal" | "fast" | "failed") =>
    words(`slider.${key}`);
  return {
    ...{ label: text("label"), play: text("play"), pause: text("pause"), speed: text("speed") },
    ...{ slow: text("slow"), normal: text("normal"), fast: text("fast"), failed: text("failed") },
  };
}

function MapNotes({ view, context }: Shown) {
  const { t } = context;
  const method = coverageItems(context).filter(({ isMethod }) => isMethod);
  return (
    <>
      {view.isVeiled ? <p>{t("spread.veiled")}</p> : null}
      {view.nationwide.length > 0 ? (
        <>
          <p className="mt-2">{t("spread.nationwide")}</p>
          <ul className="list-disc ps-5">
            {view.nationwide.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {/* A note on method has no region to be drawn on, and makes nothing silent: it is said in words. */}
      {method.length > 0 ? <CoverageList items={method} context={context} /> : null}
    </>
  );
}

function legendStates(context: ReadingContext) {
  const { t } = context;
  return {
    ...mapLabels(context).states,
    ...{ both: t("spread.both"), possible: t("spread.onlyPossible") },
    notKnownWhetherOn: t("spread.notKnownWhetherOn"),
  };
}

function legendMarkers({ t }: ReadingContext) {
  return {
    strike: t("spread.marker.strike"),
    rally: t("spread.marker.rally"),
    both: t("spread.marker.both"),
    state_action: t("spread.state.state_action"),
    unknown: t("spread.sizeUnknown"),
    upper: t("spread.marker.upper"),
  };
}
