"use client";
import { useEffect, useState } from "react";
import { countKept } from "@/lib/shared/outbox/outbox-file";
import { readSealedItems } from "./device-store";
import { onOtherTabs } from "./kept-items";

type Kept = ReturnType<typeof countKept>;

/** How many things wait on this device and how many were received, which needs no passphrase; null until looked. */
export function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    if (!("indexedDB" in globalThis)) return;
    const look = () =>
      void readSealedItems().then(
        (all) => setKept(countKept(all)),
        () => setKept(null),
      );
    look();
    return onOtherTabs(look);
  }, []);
  return kept;
}
