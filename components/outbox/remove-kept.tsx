"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Two presses, since what is deleted here is nowhere else. */
export function RemoveKept({ onRemove }: { onRemove: () => void }) {
  const t = useTranslations("outbox.list");
  return (
    <details>
      <summary className="min-h-11 py-2">{t("remove")}</summary>
      <p className="mb-2">{t("removeSure")}</p>
      <Button tone="danger" onClick={onRemove}>
        {t("removeNow")}
      </Button>
    </details>
  );
}
