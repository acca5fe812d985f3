import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { LogFilter } from "@/lib/features/audit/schema";
import { isNarrowed, verbChoices } from "@/lib/features/audit/view";
import type { Locale } from "@/lib/shared/i18n/locales";
import { type LogWords, logWords } from "./log-words";

/** Narrows the log by its address: who did what, on what, between which days. */
export async function LogFilterForm({ filter, verbs }: { filter: LogFilter; verbs: readonly string[] }) {
  const t = await getTranslations("audit.filter");
  const locale = (await getLocale()) as Locale;
  const path = `/${locale}/moderate/log`;
  const narrowed = isNarrowed(filter);
  const text = (name: "who" | "on" | "from" | "to") => ({
    ...{ id: `log-${name}`, name, label: t(name), defaultValue: filter[name] },
  });
  const options = await whatOptions(verbs, await logWords(locale));
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

/** Under each kind everything that was done to it, and before that all of it at once. */
async function whatOptions(verbs: readonly string[], { act, kind }: LogWords) {
  const t = await getTranslations("moderate-desk.log");
  return verbChoices(verbs).map(({ noun, verbs: own }) => {
    const label = kind(noun) ?? noun;
    const each = own.map((verb) => ({ value: verb, label: act(verb) ?? verb }));
    return { label, options: [{ value: noun, label: t("everything", { what: label }) }, ...each] };
  });
}
