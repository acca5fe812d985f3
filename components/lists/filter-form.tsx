import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { FILTER_NAMES, type FilterChoices, type FilterName, type ListFilter } from "@/lib/shared/search-params";

/** Words for the values of one name: a region's code becomes its name. */
export type ValueLabels = (name: FilterName, value: string) => string;

type Props = {
  path: string;
  filter: ListFilter;
  choices: FilterChoices;
  labelOf: ValueLabels;
  context: ReadingContext;
};

/** Narrows a list by its address: a plain form, so that it works without scripts and the result can be shared. */
export function FilterForm({ path, filter, choices, labelOf, context }: Props) {
  const { t } = context;
  const names = FILTER_NAMES.filter((name) => choices[name] !== undefined);
  const chosen = names.filter((name) => filter[name] !== null).length;
  return (
    <details className="mb-6 border-y border-rule py-2" open={chosen > 0}>
      <summary className="py-1 font-semibold">{t("filter.title", { count: chosen })}</summary>
      <form method="get" action={path} className="grid gap-x-6 pt-3 sm:grid-cols-2 lg:grid-cols-3">
        {names.map((name) => {
          const values = choices[name];
          const field = { id: `filter-${name}`, name, label: t(`filter.${name}`), defaultValue: filter[name] ?? "" };
          if (values === undefined) return null;
          if ("first" in values) {
            return <TextField key={name} type="date" min={values.first} max={values.last} {...field} />;
          }
          const options = values
            .map((value) => ({ value, label: labelOf(name, value) }))
            .toSorted((a, b) => (name === "known" ? 0 : a.label.localeCompare(b.label, context.locale)));
          return <SelectField key={name} options={[{ value: "", label: t("filter.any") }, ...options]} {...field} />;
        })}
        <p className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-3">
          <Button type="submit" tone="strong">
            {t("filter.apply")}
          </Button>
          {chosen > 0 ? <a href={path}>{t("filter.clear")}</a> : null}
        </p>
      </form>
    </details>
  );
}
