import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms below it the texts of preparing waves, beside those of accounts that every form may answer with. */
export async function PreparationTexts({ children }: { children: ReactNode }) {
  const [locale, { accounts, preparation, security }] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider locale={locale} messages={{ accounts, preparation, security }}>
      {children}
    </NextIntlClientProvider>
  );
}
