import { askedLens, lensChoices } from "@/lib/features/waves/view/asked-lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { firstOf, LENS_NAMES, NO_FILTER, type SearchParams } from "@/lib/shared/search-params";
import { FilterForm } from "./filter-form";
import { LeftOutNotice } from "./left-out-notice";
import { ReadingStatus } from "./reading-status";
import { valueLabels } from "./value-labels";

type Props = {
  context: ReadingContext;
  /** The page's own address, without a query. */
  here: string;
  asked: SearchParams;
  /** The parts of a lens that the page reads; all of them unless it says otherwise. */
  names?: readonly (typeof LENS_NAMES)[number][];
};

/** Through what a page that is no list can be read, and through what it is. */
export function ReadingBar({ context, here, asked, names = LENS_NAMES }: Props) {
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
  const at = firstOf(asked.at);
  return (
    <>
      <FilterForm
        title={t("lens.title")}
        lead={t("lens.lead")}
        path={here}
        filter={filter}
        choices={offered}
        labelOf={valueLabels(context, "figures")}
        keep={at === null ? {} : { at }}
        context={context}
      />
      <LeftOutNotice title={t("filter.dropped")} names={leftOut.map((name) => t(`filter.${name}`))} />
      <ReadingStatus context={context} here={here} />
    </>
  );
}
