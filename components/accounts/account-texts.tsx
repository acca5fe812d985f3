import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms below it the texts of accounts and no others, so that only these pages carry them to the browser. */
export async function AccountTexts({ children }: { children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={{
        accounts: messages.accounts,
        security: messages.security,
        "moderate-desk": { suspension: messages["moderate-desk"].suspension },
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
