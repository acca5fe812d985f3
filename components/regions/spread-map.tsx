import { CoverageList } from "@/components/coverage/coverage-list";
import { MapLegend } from "@/components/map/map-legend";
import { MapSteps } from "@/components/map/map-steps";
import type { MapLabels, MapShapes } from "@/components/map/map-types";
import { RegionMap } from "@/components/map/region-map";
import { Notice } from "@/components/ui/notice";
import { coverageItems } from "@/lib/features/coverage/view";
import { mapShapesOf } from "@/lib/features/regions/view/map-shapes";
import type { SpreadView } from "@/lib/features/regions/view/spread";
import { type StepLink, stepsView } from "@/lib/features/regions/view/step-labels";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

type Props = { view: SpreadView; context: ReadingContext; path: { page: string; anchor: string } };

/** The map at one moment, with the moments it can be shown at; each moment is an address. */
export function SpreadMap({ view, context, path }: Props) {
  const { t, record } = context;
  const shapes: MapShapes | null = mapShapesOf(record.wave);
  const steps: StepLink[] = stepsView(context, view.step, path);
  const isDrawn = ({ localityId }: { localityId: string }) => shapes !== null && localityId in shapes.localities;
  return (
    <>
      {view.missed ? <Notice tone="note">{t("spread.missed", { when: view.when })}</Notice> : null}
      <MapSteps label={t("spread.steps")} steps={steps} />
      {shapes ? (
        <div className="mt-4">
          <RegionMap
            idPrefix="map"
            title={view.finding}
            shapes={shapes}
            regions={view.regions.map(({ doubt, ...region }) => ({ ...region, summary: doubt }))}
            markers={view.markers.filter(isDrawn)}
            labels={mapLabels(context)}
          />
        </div>
      ) : null}
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
      <MapNotes view={view} context={context} />
    </>
  );
}

function MapNotes({ view, context }: Omit<Props, "path">) {
  const { t } = context;
  const method = coverageItems(context).filter(({ isMethod }) => isMethod);
  return (
    <div className="mt-4 max-w-prose text-sm text-ink-2">
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
    </div>
  );
}

function mapLabels({ t, silence }: ReadingContext): MapLabels {
  return {
    states: {
      strike: t("spread.state.strike"),
      rally: t("spread.state.rally"),
      state_action: t("spread.state.state_action"),
      nothing_reported: t("spread.state.nothing_reported"),
      no_coverage: t("spread.state.no_coverage"),
    },
    kinds: {
      strike: t("spread.state.strike"),
      rally: t("spread.state.rally"),
      both: t("spread.both"),
      state_action: t("spread.state.state_action"),
      place: t("spread.placeOnly"),
    },
    sizeUnknown: t("spread.sizeUnknown", { silence }),
    possible: t("spread.onlyPossible"),
    skip: t("spread.skip"),
    note: t("spread.cityNote"),
    list: t("spread.list"),
  };
}

function legendStates(context: ReadingContext) {
  return { ...mapLabels(context).states, both: context.t("spread.both"), possible: context.t("spread.onlyPossible") };
}

function legendMarkers({ t, silence }: ReadingContext) {
  return {
    strike: t("spread.marker.strike"),
    rally: t("spread.marker.rally"),
    both: t("spread.marker.both"),
    state_action: t("spread.state.state_action"),
    unknown: t("spread.sizeUnknown", { silence }),
    upper: t("spread.marker.upper"),
  };
}
