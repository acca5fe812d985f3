"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { OpenedVault } from "@/lib/shared/outbox/vault";
import type { Device } from "./device-store";
import { LoadFile } from "./load-file";
import { OutboxList } from "./outbox-list";
import { SaveFile } from "./save-file";
import { useOpenOutbox } from "./use-open-outbox";

type Props = { vault: OpenedVault; device: Device; onClose: () => void };

/** What was written, where each thing stands, and what can be done with it. */
export function OpenedOutbox({ vault, device, onClose }: Props) {
  const t = useTranslations("outbox.opened");
  const { items, unreadable, outbox } = useOpenOutbox(vault);
  const waiting = items.some(({ state }) => state.is === "saved" || state.is === "refused");
  return (
    <section aria-labelledby="opened" className="mb-10">
      <h2 id="opened" className="mb-3 text-2xl">
        {t("title")}
      </h2>
      <OutboxList items={items} unreadable={unreadable} outbox={outbox} />
      <div className="mt-4 mb-6 flex flex-wrap items-start gap-3">
        {waiting ? (
          <Button tone="strong" onClick={() => void outbox.askAllAgain()}>
            {t("sendAll")}
          </Button>
        ) : null}
        <SaveFile vault={device.vault} />
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
      <LoadFile device={device} account={device.account} vault={vault} onLoaded={() => void outbox.sendDue()} />
    </section>
  );
}
