import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import {
  type QueueFilter as Filter,
  NO_QUEUE_FILTER,
  QUEUE_AGES,
  QUEUE_KINDS,
  QUEUE_STATES,
} from "@/lib/features/entries/schema/queue-filter";

type Option = { value: string; label: string };
type Props = {
  path: string;
  filter: Filter;
  /** What there is to choose from, by its names in the reader's language. */
  waves: Option[];
  regions: Option[];
  batches: Option[];
};

/** Narrows the queue by its address: a plain form, so that the selection can be shared and come back to. */
export async function QueueFilter({ path, filter, waves, regions, batches }: Props) {
  const t = await getTranslations("queue");
  const states = await getTranslations("entries.states");
  const any = { value: "", label: t("filter.any") };
  const chosen = Object.entries(filter).filter(([key, value]) => value !== NO_QUEUE_FILTER[key as keyof Filter]).length;
  const selects: [keyof Filter, Option[]][] = [
    [
      "state",
      QUEUE_STATES.map((value) => ({ value, label: value === "waiting" ? t("filter.waitingState") : states(value) })),
    ],
    ["kind", [any, ...QUEUE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))]],
    ["wave", [any, ...waves]],
    ["region", [any, ...regions]],
    ["impact", [any, ...(["high", "ordinary"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))]],
    ["days", [any, ...QUEUE_AGES.map((days) => ({ value: String(days), label: t("age", { days, hours: 0 }) }))]],
    ["batch", [any, ...batches]],
  ];
  const shown = selects.filter(([name, options]) => options.length > 1 || filter[name] !== NO_QUEUE_FILTER[name]);
  return (
    <details className="mb-6 border-y border-rule py-2" open={chosen > 0}>
      <summary className="py-1 font-semibold">{t("filter.title", { count: chosen })}</summary>
      <form method="get" action={path} className="grid gap-x-6 pt-3 sm:grid-cols-2 lg:grid-cols-4">
        {shown.map(([name, options]) => (
          <SelectField
            key={name}
            id={`queue-${name}`}
            name={name}
            label={t(`filter.${name}`)}
            options={withChosen(options, filter[name])}
            defaultValue={String(filter[name] ?? "")}
          />
        ))}
        <TextField
          id="queue-author"
          name="author"
          label={t("filter.author")}
          defaultValue={filter.author ?? ""}
          maxLength={100}
          autoComplete="off"
        />
        <p className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-4">
          <Button type="submit" tone="strong">
            {t("filter.apply")}
          </Button>
          {chosen > 0 ? <a href={path}>{t("filter.clear")}</a> : null}
        </p>
      </form>
    </details>
  );
}

/** What an address asks for stays chosen, even where nothing that waits has it any more. */
function withChosen(options: Option[], chosen: string | number | null): Option[] {
  if (chosen === null || options.some(({ value }) => value === String(chosen))) return options;
  return [...options, { value: String(chosen), label: String(chosen) }];
}
