"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { OpenedVault } from "@/lib/shared/outbox/vault";
import { ForgetDevice } from "./forget-device";
import { LoadFile } from "./load-file";
import { OfflineForms } from "./offline-forms-list";
import { OpenedOutbox } from "./opened-outbox";
import { StartOutbox } from "./start-outbox";
import { UnlockOutbox } from "./unlock-outbox";
import { isSetUp, useDevice } from "./use-device";

type OutboxProps = {
  /** Whose outbox one set up now is, as a mark; null for whoever is not signed in. */
  account: string | null;
  /** Forms to keep from the beginning. */
  forms: readonly string[];
};

/** The whole of the outbox page that needs script: set up, opened by its passphrase, or closed. */
export function Outbox({ account, forms }: OutboxProps) {
  const t = useTranslations("outbox");
  const { device, look } = useDevice();
  const [vault, setVault] = useState<OpenedVault | null>(null);
  const close = () => {
    setVault(null);
    look();
  };
  if (device === "looking")
    return (
      <noscript>
        <p className="max-w-prose text-ink-2">{t("noScript")}</p>
      </noscript>
    );
  if (device === "unavailable") return <Notice tone="note">{t("unavailable")}</Notice>;
  const started = (opened: OpenedVault) => {
    setVault(opened);
    look();
  };
  if (!isSetUp(device)) {
    return (
      <>
        <StartOutbox account={account} onStarted={started} />
        {account === null ? null : <LoadFile device={null} account={account} onLoaded={started} />}
      </>
    );
  }
  return (
    <>
      {vault ? (
        <OpenedOutbox vault={vault} device={device} onClose={close} />
      ) : (
        <UnlockOutbox vault={device.vault} onOpened={setVault} />
      )}
      <OfflineForms forms={forms} />
      <ForgetDevice onForgotten={close} />
    </>
  );
}
