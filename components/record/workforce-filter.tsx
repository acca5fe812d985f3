import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { RecordWords } from "@/lib/features/records/view/context";
import type { WorkforceFilter, WorkforceList } from "@/lib/features/workforces/view/list";

type Props = { list: WorkforceList; filter: WorkforceFilter; here: string; words: RecordWords };

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
          label={words("workforce.column.employer")}
          options={[all, ...list.employers]}
          defaultValue={filter.employer}
        />
        <SelectField
          id="region"
          name="region"
          label={words("fact.region")}
          options={[all, ...list.regions]}
          defaultValue={filter.region}
        />
        <SelectField
          id="known"
          name="known"
          label={words("workforce.known")}
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
