"use client";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { OpenedVault } from "@/lib/shared/outbox/vault";
import { type KeptItems, keepItem, onOtherTabs, readKeptItem, readKeptItems, removeKept } from "./kept-items";
import { OpenOutbox } from "./open-outbox";
import { onReopening } from "./reopening";
import { sendItem } from "./send-item";

/** Of all tabs one sends at a time; a browser without locks leaves it to the server, which knows the keys. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request("turnout-outbox", { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** The outbox of this device, sent whenever something is due: on opening, when the line is back, after a wait. */
export function useOpenOutbox(vault: OpenedVault) {
  const [unreadable, setUnreadable] = useState<KeptItems["unreadable"]>([]);
  const outbox = useMemo(
    () =>
      new OpenOutbox({
        async read() {
          const kept = await readKeptItems(vault);
          setUnreadable(kept.unreadable);
          return kept.items;
        },
        readOne: (key) => readKeptItem(vault, key),
        write: (item) => keepItem(vault.publicKey, item),
        remove: removeKept,
        send: sendItem,
        alone,
        now: Date.now,
      }),
    [vault],
  );
  const items = useSyncExternalStore(outbox.subscribe, outbox.items, outbox.items);
  useSending(outbox, vault);
  return { items, unreadable, outbox };
}

function useSending(outbox: OpenOutbox, vault: OpenedVault): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const plan = () => {
      clearTimeout(timer.current);
      const due = outbox.nextDue();
      if (due !== null) timer.current = setTimeout(() => void outbox.sendDue(), Math.max(500, due - Date.now()));
    };
    const lineIsBack = () => void outbox.sendDue({ lineIsBack: true });
    const stopPlanning = outbox.subscribe(plan);
    const stopListening = onOtherTabs(() => void outbox.refresh());
    const stopGiving = onReopening((key) => readKeptItem(vault, key));
    window.addEventListener("online", lineIsBack);
    // The list is shown also while another tab is sending.
    void outbox.refresh().then(lineIsBack);
    return () => {
      clearTimeout(timer.current);
      stopPlanning();
      stopListening();
      stopGiving();
      window.removeEventListener("online", lineIsBack);
    };
  }, [outbox, vault]);
}
