import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/shared/i18n/locales";

/** What stands at an address that has no page. */
export async function NotFoundText({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "site.notFound" });
  return (
    <div className="max-w-prose py-8">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-4">{t("text")}</p>
      <p className="mt-4">
        <a href={`/${locale}`}>{t("home")}</a>
      </p>
    </div>
  );
}
