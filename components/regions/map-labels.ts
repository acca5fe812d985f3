import type { MapLabels } from "@/components/map/map-types";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** What maps of regions are worded with. */
export function mapLabels({ t }: ReadingContext): MapLabels {
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
    sizeUnknown: t("spread.sizeUnknown"),
    possible: t("spread.onlyPossible"),
    skip: t("spread.skip"),
    note: "",
    list: t("spread.list"),
  };
}
