import { type OutboxItem, packItem, readItem, type Unreadable } from "@/lib/shared/outbox/item";
import type { NamedSealed } from "@/lib/shared/outbox/outbox-file";
import { type OpenedVault, seal, unseal } from "@/lib/shared/outbox/vault";
import { putSealedItem, readSealedItem, readSealedItems, removeSealedItem } from "./device-store";

/** Puts something in, for which nobody needs the passphrase, and tells the other tabs. */
export async function keepItem(vaultKey: OpenedVault["publicKey"], item: OutboxItem): Promise<void> {
  const sealed = await seal(vaultKey, item.key, packItem(item));
  await putSealedItem({ name: item.key, isOver: item.state.is === "received", ...sealed });
  tellOtherTabs();
}

async function unsealed(vault: OpenedVault, sealed: NamedSealed): Promise<OutboxItem | Unreadable> {
  const packed = await unseal(vault, sealed.name, sealed);
  return packed === null ? "damaged" : readItem(packed);
}

export type KeptItems = { items: OutboxItem[]; unreadable: { key: string; why: Unreadable }[] };

/** What an opened vault holds; what cannot be read stays where it is and is named. */
export async function openItems(vault: OpenedVault, all: readonly NamedSealed[]): Promise<KeptItems> {
  const kept: KeptItems = { items: [], unreadable: [] };
  for (const sealed of all) {
    const item = await unsealed(vault, sealed);
    if (typeof item === "string") kept.unreadable.push({ key: sealed.name, why: item });
    else kept.items.push(item);
  }
  return kept;
}

export async function readKeptItems(vault: OpenedVault): Promise<KeptItems> {
  return openItems(vault, await readSealedItems());
}

export async function readKeptItem(vault: OpenedVault, key: string): Promise<OutboxItem | null> {
  const sealed = await readSealedItem(key);
  const item = sealed && (await unsealed(vault, sealed));
  return item === null || typeof item === "string" ? null : item;
}

export async function removeKept(key: string): Promise<void> {
  await removeSealedItem(key);
  tellOtherTabs();
}

const CHANNEL = "turnout-outbox";

export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Calls back when another tab changed the outbox, until the returned function is called. */
export function onOtherTabs(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
