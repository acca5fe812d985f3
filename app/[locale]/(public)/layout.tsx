import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AgeLine } from "@/components/layout/age-line";
import { loadRecordAge } from "@/lib/features/publications/loaders";
import { isLocale } from "@/lib/shared/i18n/locales";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

// Made when asked for and never by the build, which knows neither the record nor its age.
export const dynamic = "force-dynamic";

/** Pages that are the same for everybody. */
export default async function PublicLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Layouts and pages are rendered side by side: whoever reads texts must have named the language itself.
  setRequestLocale(locale);
  const age = loadRecordAge();
  return (
    <>
      {age ? <AgeLine age={age} locale={locale} /> : null}
      {children}
    </>
  );
}
