import { PageHeading } from "@/components/ui/page-heading";
import type { FilteredList } from "@/lib/features/waves/view/filtered-list";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { FilterForm, type ValueLabels } from "./filter-form";
import { ListStatus } from "./list-status";
import { ReadingStatus } from "./reading-status";

type Props = {
  title: string;
  lead: string;
  list: FilteredList<unknown>;
  labelOf: ValueLabels;
  context: ReadingContext;
  /** What is said where nothing is shown, of a list that is not of what happened. */
  nothing?: string;
};

/** What stands above every list: what it is, how it can be narrowed, how much of it is shown. */
export function ListHead({ title, lead, list, labelOf, context, nothing }: Props) {
  const { path, filter, choices, shown, total, csv, leftOut } = list;
  return (
    <>
      <PageHeading title={title}>
        <p>{lead}</p>
      </PageHeading>
      <FilterForm path={path} filter={filter} choices={choices} labelOf={labelOf} context={context} />
      <ReadingStatus context={context} here={path} />
      <ListStatus shown={shown.length} total={total} csv={csv} leftOut={leftOut} context={context} nothing={nothing} />
    </>
  );
}
