"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { writeOutboxFile } from "@/lib/shared/outbox/outbox-file";
import type { Vault } from "@/lib/shared/outbox/vault";
import { readSealedItems } from "./device-store";

/** The outbox as it is, encrypted, as a file of one's own: for another device, or before the browser is cleared. */
export function SaveFile({ vault }: { vault: Vault }) {
  const t = useTranslations("outbox.file");
  const save = async () => {
    const text = writeOutboxFile({ vault, items: await readSealedItems() });
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    // A name that says nothing to whoever looks through a folder.
    link.download = `notes-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return <Button onClick={() => void save()}>{t("save")}</Button>;
}
