"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type OpenedVault, openVault, type Vault } from "@/lib/shared/outbox/vault";
import { readSealedItems } from "./device-store";
import { onOtherTabs } from "./kept-items";
import { PassphraseForm } from "./passphrase-form";

type Props = { vault: Vault; onOpened: (vault: OpenedVault) => void };

/** How many things are kept is all that can be seen before the passphrase. */
export function UnlockOutbox({ vault, onOpened }: Props) {
  const t = useTranslations("outbox.unlock");
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const look = () => void readSealedItems().then((all) => setCount(all.length));
    look();
    return onOtherTabs(look);
  }, []);
  const open = async (passphrase: string) => {
    const opened = await openVault(vault, passphrase);
    if (opened === null) return "wrong";
    onOpened(opened);
    return null;
  };
  return (
    <section aria-labelledby="unlock" className="mb-10">
      <h2 id="unlock" className="mb-3 text-2xl">
        {count === null ? t("title") : t("count", { count })}
      </h2>
      <p className="mb-4 max-w-prose">{t("lead")}</p>
      <PassphraseForm label={t("passphrase")} button={t("button")} onSend={open} />
    </section>
  );
}
