import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { LogFilter } from "@/lib/features/audit/schema";
import { isNarrowed, verbChoices } from "@/lib/features/audit/view";

/** Narrows the log by its address: who did what, on what, between which days. */
export async function LogFilterForm({ filter, verbs }: { filter: LogFilter; verbs: readonly string[] }) {
  const t = await getTranslations("audit.filter");
  const path = `/${await getLocale()}/moderate/log`;
  const narrowed = isNarrowed(filter);
  const text = (name: "who" | "on" | "from" | "to") => ({
    ...{ id: `log-${name}`, name, label: t(name), defaultValue: filter[name] },
  });
  const options = verbChoices(verbs).map((verb) => ({ value: verb, label: verb }));
  return (
    <details className="mb-6 border-y border-rule py-2" open={narrowed}>
      <summary className="py-1 font-semibold">{t("title")}</summary>
      <form method="get" action={path} className="grid gap-x-6 pt-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField {...text("who")} hint={t("whoHint")} autoComplete="off" />
        <SelectField
          id="log-what"
          name="what"
          label={t("what")}
          hint={t("whatHint")}
          options={[{ value: "", label: t("any") }, ...options]}
          defaultValue={filter.what}
        />
        <TextField {...text("on")} hint={t("onHint")} autoComplete="off" />
        <TextField {...text("from")} type="date" />
        <TextField {...text("to")} type="date" />
        <div className="mb-5 flex flex-wrap items-center gap-6 self-end">
          <Button type="submit">{t("show")}</Button>
          {narrowed ? (
            <a href={path} className="inline-block py-2">
              {t("all")}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  );
}
