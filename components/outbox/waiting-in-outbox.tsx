"use client";
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useKept } from "./use-kept";

/** What waits on this device goes only from the opened outbox: every page where one writes says so, with the count. */
export function WaitingInOutbox() {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const { waiting } = useKept() ?? { waiting: 0 };
  if (waiting === 0) return null;
  return (
    <Notice tone="note">
      {t("waits", { count: waiting })} <a href={`/${locale}/contribute/outbox`}>{t("form.open")}</a>
    </Notice>
  );
}

/** The same in the bar of signed-in pages, which gives it its words. */
export function OutboxInBar({ label }: { label: string }) {
  const locale = useLocale();
  const { waiting } = useKept() ?? { waiting: 0 };
  if (waiting === 0) return null;
  return (
    <li>
      <a href={`/${locale}/contribute/outbox`} className="inline-block py-1">
        {label}: <strong className="font-semibold">{waiting}</strong>
      </a>
    </li>
  );
}
