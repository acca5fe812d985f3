import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { chooseEncodingAction } from "@/lib/features/imports/actions";
import type { BatchPage } from "@/lib/features/imports/view";
import type { Locale } from "@/lib/shared/i18n/locales";
import { LettersField } from "./file-fields";
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
        <LettersField letters={page.letters} legend={t("title")} />
        <Button type="submit" tone="strong">
          {t("choose")}
        </Button>
      </ImportForm>
    </section>
  );
}
