"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { keepForms, type OfflineForm, readOfflineForms } from "./offline-forms";

/** Which forms open without a line. With a line those of the beginning are kept anew. */
export function OfflineForms({ forms }: { forms: readonly string[] }) {
  const t = useTranslations("outbox.forms");
  const locale = useLocale();
  const [kept, setKept] = useState<OfflineForm[]>([]);
  useEffect(() => {
    const show = () => void readOfflineForms().then(setKept, () => undefined);
    show();
    if (navigator.onLine) keepForms(locale, [`/${locale}/contribute/outbox`, ...forms]).then(show, () => undefined);
  }, [locale, forms]);
  return (
    <section aria-labelledby="offline-forms" className="mb-10">
      <h2 id="offline-forms" className="mb-3 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-prose">{t("lead")}</p>
      <ul className="list-disc ps-5">
        {kept.map(({ address, title }) => (
          <li key={address}>
            <a href={address} className="inline-block py-1">
              {title}
            </a>
          </li>
        ))}
      </ul>
      {kept.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
    </section>
  );
}
