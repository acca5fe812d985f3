import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/shared/i18n/locales";

export async function SiteFooter({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "site" });
  const corrections = await getTranslations({ locale, namespace: "corrections" });
  const links: { href: string; label: string; rel?: string }[] = [
    { href: `/${locale}/methodology`, label: t("footer.methodology") },
    { href: `/${locale}/glossary`, label: t("footer.glossary") },
    { href: `/${locale}/corrections`, label: corrections("log.title") },
    { href: `/${locale}/about`, label: t("footer.about") },
    { href: `/${locale}/safety`, label: t("footer.safety") },
    { href: `/${locale}/credits`, label: t("footer.credit") },
    // Public pages know nobody: the way to the queue is the same for all, and asks to sign in.
    { href: `/${locale}/moderate`, label: t("footer.moderate"), rel: "nofollow" },
  ];
  return (
    <footer className="mx-auto w-full max-w-[76rem] px-4 pb-10 text-sm text-ink-2 sm:px-6">
      <div className="border-t border-rule pt-4">
        <p className="max-w-prose">{t("tagline")}</p>
        <ul className="mt-2 flex flex-wrap gap-x-5">
          {links.map(({ href, label, rel }) => (
            <li key={href}>
              <a href={href} rel={rel} className="inline-block py-1">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-2">{t("footer.record")}</p>
      </div>
    </footer>
  );
}
