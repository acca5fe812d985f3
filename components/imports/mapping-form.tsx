import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { Notice } from "@/components/ui/notice";
import { saveMappingAction } from "@/lib/features/imports/actions";
import type { BatchPage } from "@/lib/features/imports/view";
import type { Locale } from "@/lib/shared/i18n/locales";
import { ImportForm } from "./import-form";
import { MappedFields } from "./mapped-fields";
import { MappingQuestions } from "./mapping-questions";

type Props = { page: BatchPage; locale: Locale };

/** Which column fills which field, what every row says, and what only the author of the file can know. */
export async function MappingForm({ page, locale }: Props) {
  const t = await getTranslations("imports.mapping");
  const isNew = page.batch.state === "uploaded" || (page.open ?? 0) > 0;
  const form = (
    <ImportForm action={saveMappingAction} label={t("title")} megabytes={page.megabytes}>
      <HiddenFields values={{ locale, batchId: page.batch.id }} />
      <MappingQuestions page={page} />
      <MappedFields page={page} />
      <Button type="submit" tone={isNew ? "strong" : "plain"}>
        {t(isNew ? "send" : "again")}
      </Button>
    </ImportForm>
  );
  if (!isNew)
    return (
      <details className="mb-8 border-t border-rule pt-2">
        <summary className="min-h-11 py-2">{t("again")}</summary>
        {/* A link to what is inside opens it. */}
        <div id="mapping">{form}</div>
      </details>
    );
  return (
    <section aria-labelledby="mapping" className="mb-10">
      <h2 id="mapping" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-prose">{t("lead")}</p>
      {page.open ? <Notice tone="problem">{t("open", { count: page.open })}</Notice> : null}
      {form}
    </section>
  );
}
