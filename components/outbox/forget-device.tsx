"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { removeDatabase } from "./device-store";
import { tellOtherTabs } from "./kept-items";
import { forgetForms } from "./offline-forms";

/** Everything the outbox ever put on this device, gone at once. */
export function ForgetDevice({ onForgotten }: { onForgotten: () => void }) {
  const t = useTranslations("outbox.forget");
  const [hasFailed, setHasFailed] = useState(false);
  const forget = async () => {
    await removeDatabase();
    await forgetForms();
    tellOtherTabs();
    onForgotten();
  };
  return (
    <section aria-labelledby="forget" className="mb-10 max-w-prose border-t border-rule pt-4">
      <h2 id="forget" className="mb-3 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3">{t("lead")}</p>
      {hasFailed ? <Notice tone="problem">{t("failed")}</Notice> : null}
      <details>
        <summary className="min-h-11 py-2 font-semibold">{t("open")}</summary>
        <p className="mb-3">{t("sure")}</p>
        <Button tone="danger" onClick={() => void forget().catch(() => setHasFailed(true))}>
          {t("button")}
        </Button>
      </details>
    </section>
  );
}
