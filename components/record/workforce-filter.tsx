import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { RecordWords } from "@/lib/features/records/view/context";
import type { WorkforceFilter, WorkforceList } from "@/lib/features/workforces/view/list";
import type { FilterName } from "@/lib/shared/search-params";

type Props = { list: WorkforceList; filter: WorkforceFilter; here: string; words: RecordWords };

/** What the list can be narrowed by, in the words of its form. */
export function filterLabel(name: FilterName, words: RecordWords): string {
  if (name === "employer") return words("workforce.column.employer");
  return name === "region" ? words("fact.region") : words("workforce.known");
}

/** Narrows the list by what stands in the address; it needs no script. */
export function WorkforceFilterForm({ list, filter, here, words }: Props) {
  const all = { value: "", label: words("workforce.all") };
  const known = [
    all,
    { value: "yes", label: words("workforce.knownYes") },
    { value: "no", label: words("workforce.knownNo") },
  ];
  return (
    <form method="get" action={here} aria-label={words("workforce.filter")} className="mb-6 border-y border-rule py-4">
      <div className="grid gap-x-5 sm:grid-cols-3">
        <SelectField
          id="employer"
          name="employer"
          label={filterLabel("employer", words)}
          options={[all, ...list.employers]}
          defaultValue={filter.employer}
        />
        <SelectField
          id="region"
          name="region"
          label={filterLabel("region", words)}
          options={[all, ...list.regions]}
          defaultValue={filter.region}
        />
        <SelectField
          id="known"
          name="known"
          label={filterLabel("known", words)}
          options={known}
          defaultValue={filter.known}
        />
      </div>
      <div className="flex flex-wrap items-center gap-5">
        <Button type="submit" tone="strong">
          {words("workforce.apply")}
        </Button>
        <a href={here}>{words("workforce.clear")}</a>
        <p className="text-ink-2" role="status">
          {words("workforce.shown", { count: list.lines.length })}
        </p>
      </div>
    </form>
  );
}
