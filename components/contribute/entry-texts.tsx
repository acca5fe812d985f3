import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** `deciding`: on the pages of moderators, which say more. */
type Props = { children: ReactNode; deciding?: boolean };

/** Gives the forms below it the texts of entries and of what can go wrong, so that only these pages carry them to the browser. */
export async function EntryTexts({ children, deciding = false }: Props) {
  const [
    locale,
    {
      entries,
      accounts,
      site,
      corrections,
      contribute,
      desk,
      evidence,
      outbox,
      queue,
      review,
      security,
      audit,
      weighing,
    },
  ] = await Promise.all([getLocale(), getMessages()]);
  const { errors } = accounts;
  const { moment, quantity } = site;
  const { confirm } = security;
  const { fields, parts, label, form } = corrections;
  const { warnings } = contribute;
  const messages = {
    ...{
      entries,
      accounts: { errors },
      site: { moment, quantity },
      security: { confirm },
      audit: { personal: audit.personal },
    },
    corrections: { fields, parts, label, form },
    queue: { thread: queue.thread, hold: queue.hold, bulk: { ...queue.bulk, because: {} } },
    ...{ desk, evidence, outbox, review: { notes: review.notes, place: review.place } },
    contribute: { warnings },
    ...(deciding ? { weighing } : {}),
  };
  return (
    <NextIntlClientProvider locale={locale} messages={messages as unknown as Awaited<ReturnType<typeof getMessages>>}>
      {children}
    </NextIntlClientProvider>
  );
}
