import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { chooseEncodingAction } from "@/lib/features/imports/actions";
import type { BatchPage } from "@/lib/features/imports/view";
import type { Locale } from "@/lib/shared/i18n/locales";
import { ImportForm } from "./import-form";

/** The same cells in each way their letters may be written: only a person sees which of them makes sense. */
export async function LettersForm({ page, locale }: { page: BatchPage; locale: Locale }) {
  const t = await getTranslations("imports.letters");
  if (page.letters.length === 0) return null;
  return (
    <section aria-labelledby="letters" className="mb-10">
      <h2 id="letters" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-prose">{t("lead")}</p>
      <ImportForm action={chooseEncodingAction} label={t("title")} megabytes={page.megabytes}>
        <HiddenFields values={{ locale, batchId: page.batch.id }} />
        <fieldset className="mb-5 max-w-prose">
          <legend className="sr-only">{t("title")}</legend>
          {page.letters.map(({ encoding, samples }) => (
            <label key={encoding} className="flex min-h-11 items-start gap-3 border-b border-rule py-2">
              <input type="radio" name="encoding" value={encoding} className="mt-1 size-5 shrink-0" />
              <span className="min-w-0 break-words">
                {samples.join(" · ")} <span className="block text-sm text-ink-2">{encoding}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" tone="strong">
          {t("choose")}
        </Button>
      </ImportForm>
    </section>
  );
}
