import { getLocale, getTranslations } from "next-intl/server";

export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations("site.notFound");
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
