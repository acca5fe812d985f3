import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { actionsOf } from "@/lib/features/entries/view/figure-place";
import { plainText } from "@/lib/shared/i18n/local-text";

type Found = { record: WaveRecord; workforce: WorkforceRow };
type Props = { query: string; found: Found[] };

/** The first step, by a plain form that is sent by address: works without scripts, and the back button returns to it. */
export async function WorkforceStep({ query, found }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.new");
  const said = await getTranslations("contribute");
  const desk = await getTranslations("desk");
  return (
    <section aria-labelledby="step-workforce">
      <h2 id="step-workforce" className="mb-4 text-2xl">
        {t("stepWorkforce")}
      </h2>
      <p className="mb-4">
        <a href={`/${locale}/contribute/new?kind=wider_figure`} className="inline-block py-2">
          {said("wider")}
        </a>
      </p>
      <search>
        <form method="get" action={`/${locale}/contribute/new`} className="mb-6">
          <input type="hidden" name="kind" value="figure" />
          <TextField id="q" name="q" label={t("query")} hint={t("queryHint")} defaultValue={query} maxLength={100} />
          <Button type="submit" tone={query === "" ? "strong" : "plain"}>
            {t("search")}
          </Button>
        </form>
      </search>
      <p className="mb-2 font-semibold">{query === "" ? t("all") : t("found", { count: found.length })}</p>
      <ul className="max-w-prose" aria-label={t("choose")}>
        {found.map(({ record, workforce }) => (
          <li key={workforce.id} className="border-b border-rule">
            <a href={`/${locale}/contribute/new?kind=figure&workforce=${workforce.id}`} className="block min-h-11 py-2">
              {plainText(workforce.names, locale)}
              <span className="block text-sm text-ink-2">{plainText(record.wave.names, locale)}</span>
              {actionsOf(record, workforce.id).length === 0 ? (
                <span className="block text-sm text-ink-2">{desk("nothingToCount")}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
