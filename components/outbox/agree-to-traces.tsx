"use client";
import { useTranslations } from "next-intl";

/** Without this tick nothing is put on a device that has no outbox yet, neither a new one nor that of a file. */
export function AgreeToTraces() {
  const t = useTranslations("outbox.start");
  return (
    <p className="mb-5">
      <label className="inline-flex min-h-11 items-center gap-3">
        <input type="checkbox" name="agreed" required />
        {t("agree")}
      </label>
    </p>
  );
}
