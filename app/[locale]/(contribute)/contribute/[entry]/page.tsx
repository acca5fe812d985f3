import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EditCorrection } from "@/components/contribute/edit-correction";
import { FigureFormFor } from "@/components/contribute/figure-form-for";
import { OwnEntryDetail } from "@/components/contribute/own-entry-detail";
import { ProposedChanges } from "@/components/contribute/proposed-changes";
import { correctionTitle } from "@/components/contribute/said";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadOwnEntry } from "@/lib/features/entries/loaders";
import { formValues } from "@/lib/features/entries/view/differences";
import { ownEntryView } from "@/lib/features/entries/view/own-entries";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["saved", "submitted", "sent_before"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, entry: id } = await params;
  const t = await getTranslations({ locale, namespace: "entries.entry" });
  const entry = ownEntryView(await loadOwnEntry(locale, id), await loadPublicRecord());
  const about = entry.correction?.now.id ?? plainText(entry.workforce, locale);
  return { title: about ? `${t("title")}: ${about}` : t("title"), robots: { index: false } };
}

export default async function OwnEntryPage({ params, searchParams }: Props) {
  const { locale, entry: id } = await params;
  setRequestLocale(locale);
  const row = await loadOwnEntry(locale, id);
  const entry = ownEntryView(row, await loadPublicRecord());
  const t = await getTranslations("entries");
  const { done: asked } = await searchParams;
  const told = DONE.find((one) => one === asked);
  return (
    <>
      {entry.correction ? (
        <PageHeading
          kicker={t(`kinds.${entry.correction.input.kind}`)}
          title={await correctionTitle(entry.correction, locale)}
        />
      ) : (
        <PageHeading
          kicker={t("entry.title")}
          title={plainText(entry.workforce, locale) || t("contribute.unfinished")}
        />
      )}
      {told ? <Notice tone="done">{t(`entry.done.${told}`)}</Notice> : null}
      {entry.correction ? <ProposedChanges entry={entry.correction} /> : null}
      <OwnEntryDetail entry={entry} />
      {entry.canEdit && entry.correction ? <EditCorrection entry={entry} correction={entry.correction} /> : null}
      {entry.canEdit && entry.subject && entry.input ? (
        <section aria-labelledby="edit">
          <h2 id="edit" className="mb-2 text-2xl">
            {t("entry.edit")}
          </h2>
          <p className="mb-4 max-w-prose text-ink-2">{t("entry.editWarning")}</p>
          <FigureFormFor
            of={{ entryId: entry.id, seenVersion: String(entry.version) }}
            initial={formValues(entry.input)}
            canSave={entry.canSubmit}
            subject={entry.subject}
          />
        </section>
      ) : null}
      <p className="mt-8">
        <a href={`/${locale}/contribute`}>{t("entry.back")}</a>
      </p>
    </>
  );
}
