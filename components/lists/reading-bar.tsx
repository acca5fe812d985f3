import { MapSteps } from "@/components/map/map-steps";
import { askedLens, lensChoices, lensQuery } from "@/lib/features/waves/view/asked-lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { recordDaysView } from "@/lib/features/waves/view/record-days";
import { firstOf, LENS_NAMES, NO_FILTER, queryOf, type SearchParams, withQuery } from "@/lib/shared/search-params";
import { FilterForm } from "./filter-form";
import { LeftOutNotice } from "./left-out-notice";
import { ReadingStatus } from "./reading-status";
import { valueLabels } from "./value-labels";

type Props = {
  context: ReadingContext;
  /** The page's own address, without a query. */
  here: string;
  asked: SearchParams;
  /** What else of the query the page reads, and the form and its links carry on. */
  keep?: readonly string[];
  /** The parts of a lens that the page reads; all of them unless it says otherwise. */
  names?: readonly (typeof LENS_NAMES)[number][];
};

/** Through what a page that is no list can be read, and through what it is. */
export function ReadingBar({ context, here, asked, keep = ["at"], names = LENS_NAMES }: Props) {
  const { lens, kept, t } = context;
  const filter = {
    ...NO_FILTER,
    claimant: lens.claimant,
    rule: lens.rule,
    threshold: lens.threshold,
    known_on: lens.knownOn,
  };
  const { leftOut } = askedLens(asked, kept);
  const choices = lensChoices(kept);
  const offered = Object.fromEntries(names.flatMap((name) => (choices[name] ? [[name, choices[name]]] : [])));
  const carried = keep.flatMap((name) => {
    const value = firstOf(asked[name]);
    return value === null ? [] : [[name, value] as const];
  });
  const page = withQuery(here, queryOf(Object.fromEntries(carried)));
  const days = recordDaysView(context, (knownOn) => withQuery(page, lensQuery({ ...lens, knownOn }, names)));
  return (
    <>
      <FilterForm
        title={t("lens.title")}
        lead={t("lens.lead")}
        path={here}
        filter={filter}
        choices={offered}
        labelOf={valueLabels(context, "figures")}
        keep={Object.fromEntries(carried)}
        context={context}
      >
        {days.length > 1 ? (
          <div className="pt-4 text-sm">
            <p className="pb-2 text-ink-2">{t("lens.days")}</p>
            <MapSteps label={t("filter.known_on")} steps={days} currentIs="date" />
          </div>
        ) : null}
      </FilterForm>
      <LeftOutNotice title={t("filter.dropped")} names={leftOut.map((name) => t(`filter.${name}`))} />
      <ReadingStatus context={context} here={page} />
    </>
  );
}
