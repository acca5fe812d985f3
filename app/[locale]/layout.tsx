import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { isLocale } from "@/lib/shared/i18n/locales";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "site" });
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("tagline"),
    icons: { icon: "/icon.svg" },
    referrer: "same-origin",
  };
}

/** The shell of every page. It knows the language and nothing of the reader. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations("site");
  return (
    <html lang={locale}>
      <body className="min-h-dvh bg-paper text-ink">
        <a className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3" href="#content">
          {t("skip")}
        </a>
        <SiteHeader locale={locale} />
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[76rem] px-4 pt-6 pb-16 outline-none sm:px-6">
          {children}
        </main>
        <SiteFooter locale={locale} />
      </body>
    </html>
  );
}
