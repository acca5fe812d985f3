import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ImportTexts } from "@/components/imports/import-texts";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale as Locale);
  return <ImportTexts>{children}</ImportTexts>;
}
