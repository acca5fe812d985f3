import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { NO_LENS } from "@/lib/domain/lens";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import {
  type DayRange,
  FILTER_NAMES,
  type FilterChoices,
  type FilterName,
  type ListFilter,
  queryOf,
  withQuery,
} from "@/lib/shared/search-params";

/** Words for the values of one name: a region's code becomes its name. */
export type ValueLabels = (name: FilterName, value: string) => string;

type Props = {
  /** What opens the form, when it is not the narrowing of a list. */
  title?: string;
  lead?: string;
  path: string;
  filter: ListFilter;
  choices: FilterChoices;
  labelOf: ValueLabels;
  /** What else the address says of the view, and goes on to say. */
  keep?: Readonly<Record<string, string>>;
  context: ReadingContext;
  /** What else there is to choose, below the form. */
  children?: ReactNode;
};

/** Names of which one value is always chosen, and what that is unless the reader says otherwise. */
const ALWAYS: Partial<Record<FilterName, string>> = { rule: NO_LENS.rule, threshold: NO_LENS.threshold };
/** The order of the choices is the list's own where it means something. */
const IN_ORDER: readonly FilterName[] = ["known", "rule", "threshold", "measure", "claimant"];

/** Narrows a view or reads it another way by its address: a plain form, so that the result can be shared. */
export function FilterForm({ title, lead, path, filter, choices, labelOf, keep = {}, context, children }: Props) {
  const { t } = context;
  const names = FILTER_NAMES.filter((name) => choices[name] !== undefined);
  const chosen = names.filter((name) => filter[name] !== null && filter[name] !== ALWAYS[name]).length;
  return (
    <details className="mb-6 border-y border-rule py-2" open={chosen > 0} data-no-print="">
      <summary className="py-1 font-semibold">
        {title ?? t("filter.title", { count: chosen })}
        {title && chosen > 0 ? ` ${t("filter.chosen", { count: chosen })}` : ""}
      </summary>
      {lead ? <p className="max-w-prose pt-2 text-sm text-ink-2">{lead}</p> : null}
      <form method="get" action={path} className="grid gap-x-6 pt-3 sm:grid-cols-2 lg:grid-cols-4">
        <HiddenFields values={keep} />
        {names.map((name) => {
          const values = choices[name] ?? [];
          const field = { id: `filter-${name}`, name, label: t(`filter.${name}`), defaultValue: filter[name] ?? "" };
          if (isRange(values)) {
            return <TextField key={name} type="date" min={values.first} max={values.last} {...field} />;
          }
          const options = values
            .map((value) => ({ value, label: labelOf(name, value) }))
            .toSorted((a, b) => (IN_ORDER.includes(name) ? 0 : a.label.localeCompare(b.label, context.locale)));
          const always = ALWAYS[name];
          return always === undefined ? (
            <SelectField key={name} options={[{ value: "", label: t("filter.any") }, ...options]} {...field} />
          ) : (
            <SelectField key={name} options={options} {...field} defaultValue={filter[name] ?? always} />
          );
        })}
        <p className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-4">
          <Button type="submit" tone="strong">
            {t("filter.apply")}
          </Button>
          {chosen > 0 ? <a href={withQuery(path, queryOf(keep))}>{t("filter.clear")}</a> : null}
        </p>
      </form>
      {children}
    </details>
  );
}

function isRange(values: readonly string[] | DayRange): values is DayRange {
  return "first" in values;
}
