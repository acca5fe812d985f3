import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { EntryTexts } from "@/components/contribute/entry-texts";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  // Layouts and pages are rendered side by side: whoever reads texts must have named the language itself.
  setRequestLocale(locale as Locale);
  return <EntryTexts deciding>{children}</EntryTexts>;
}
