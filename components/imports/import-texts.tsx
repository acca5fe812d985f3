import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms of files the texts of what can go wrong, so that only their pages carry them to the browser. */
export async function ImportTexts({ children }: { children: ReactNode }) {
  const [locale, { imports, accounts, entries }] = await Promise.all([getLocale(), getMessages()]);
  const { upload, separators, kinds, problems, letters, repair } = imports;
  const { errors } = accounts;
  const messages = {
    imports: { upload, separators, kinds, problems, letters, repair },
    ...{ accounts: { errors }, entries: { form: entries.form } },
  };
  return (
    <NextIntlClientProvider locale={locale} messages={messages as unknown as Awaited<ReturnType<typeof getMessages>>}>
      {children}
    </NextIntlClientProvider>
  );
}
