"use client";
import { useTranslations } from "next-intl";
import { type OpenedVault, openVault, type Vault } from "@/lib/shared/outbox/vault";
import { PassphraseForm } from "./passphrase-form";
import { useKept } from "./use-kept";

type Props = { vault: Vault; onOpened: (vault: OpenedVault) => void };

/** How many things are kept is all that can be seen before the passphrase. */
export function UnlockOutbox({ vault, onOpened }: Props) {
  const t = useTranslations("outbox.unlock");
  const kept = useKept();
  const open = async (passphrase: string) => {
    const opened = await openVault(vault, passphrase);
    if (opened === null) return "wrong";
    onOpened(opened);
    return null;
  };
  return (
    <section aria-labelledby="unlock" className="mb-10">
      <h2 id="unlock" className="mb-3 text-2xl">
        {kept === null ? t("title") : t("count", { count: kept.waiting })}
      </h2>
      <p className="mb-4 max-w-prose">
        {t("lead")} {kept !== null && kept.received > 0 ? t("received", { count: kept.received }) : null}
      </p>
      <PassphraseForm label={t("passphrase")} button={t("button")} onSend={open} />
    </section>
  );
}
