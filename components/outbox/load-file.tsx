"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type OutboxFile, readOutboxFile } from "@/lib/shared/outbox/outbox-file";
import { type OpenedVault, openVault } from "@/lib/shared/outbox/vault";
import { AgreeToTraces } from "./agree-to-traces";
import { type Device, putSealedItem, readSealedItem, writeDevice } from "./device-store";
import { keepItem, openItems, tellOtherTabs } from "./kept-items";
import { PassphraseForm } from "./passphrase-form";

type Props = {
  /** The outbox of this device, opened; null where the file brings one. */
  device: Device | null;
  vault?: OpenedVault;
  account: string;
  onLoaded: (vault: OpenedVault) => void;
};

/** Takes in what was saved to a file; what is here already under the same key stays as it is. */
export function LoadFile({ device, vault, account, onLoaded }: Props) {
  const t = useTranslations("outbox.file");
  const id = useId();
  const [file, setFile] = useState<OutboxFile | null>(null);
  const [told, setTold] = useState<"not_one" | "newer" | { count: number } | null>(null);
  const choose = async (chosen: File | undefined) => {
    const read = chosen ? readOutboxFile(await chosen.text()) : null;
    setFile(typeof read === "string" ? null : read);
    setTold(chosen === undefined ? null : read === null ? "not_one" : typeof read === "string" ? read : null);
  };
  const load = async (passphrase: string) => {
    if (file === null) return "failed";
    const opened = await openVault(file.vault, passphrase);
    if (opened === null) return "wrong";
    const count = device && vault ? await takeInto(vault, opened, file) : await adopt(file, account);
    setFile(null);
    setTold({ count });
    onLoaded(vault ?? opened);
    return null;
  };
  return (
    <details className="mb-6 max-w-prose">
      <summary className="min-h-11 py-2">{t("load")}</summary>
      {typeof told === "string" ? <Notice tone="problem">{t(told)}</Notice> : null}
      {typeof told === "object" && told !== null ? <Notice tone="done">{t("loaded", told)}</Notice> : null}
      <p className="mb-4">
        <label htmlFor={`${id}file`} className="mb-1 block font-semibold">
          {t("choose")}
        </label>
        <input
          id={`${id}file`}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </p>
      {file ? (
        <PassphraseForm label={t("passphrase")} button={t("button")} onSend={load}>
          {device === null ? <AgreeToTraces /> : null}
        </PassphraseForm>
      ) : null}
    </details>
  );
}

async function takeInto(vault: OpenedVault, opened: OpenedVault, file: OutboxFile): Promise<number> {
  const { items } = await openItems(opened, file.items);
  let count = 0;
  for (const item of items) {
    // Also what cannot be read here: it is kept as it is.
    if ((await readSealedItem(item.key)) !== null) continue;
    await keepItem(vault.publicKey, item);
    count += 1;
  }
  return count;
}

/** A device without an outbox takes over that of the file, with its passphrase. */
async function adopt({ vault, items }: OutboxFile, account: string): Promise<number> {
  for (const item of items) await putSealedItem(item);
  await writeDevice({ vault, account });
  tellOtherTabs();
  return items.length;
}
