import { getTranslations } from "next-intl/server";
import { LanguageLinks } from "@/components/layout/language-links";
import type { Locale } from "@/lib/shared/i18n/locales";

/** The same for everybody: what is personal lives on its own pages, and the account link leads there. */
export async function SiteHeader({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "site" });
  const links = [
    { href: `/${locale}`, label: t("nav.waves") },
    { href: `/${locale}/search`, label: t("nav.search") },
    { href: `/${locale}/methodology`, label: t("nav.methodology") },
    { href: `/${locale}/contribute`, label: t("nav.contribute") },
  ];
  return (
    <header className="mx-auto w-full max-w-[76rem] px-4 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-ink py-3 text-sm">
        <a href={`/${locale}`} className="py-1 font-serif text-xl font-bold no-underline">
          {t("name")}
        </a>
        <nav aria-label={t("menu")}>
          <ul className="flex flex-wrap gap-x-5">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-block py-1 no-underline hover:underline">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-wrap items-baseline gap-x-5 sm:ms-auto">
          <LanguageLinks locale={locale} label={t("language")} />
          <a href={`/${locale}/account`} className="inline-block py-1 no-underline hover:underline">
            {t("nav.account")}
          </a>
        </div>
      </div>
    </header>
  );
}
