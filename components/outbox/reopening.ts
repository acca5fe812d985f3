import { fromBase64 } from "@/lib/shared/outbox/base64";
import type { OutboxItem } from "@/lib/shared/outbox/item";
import type { Held } from "../forms/held-values";
import { problemsOfItem } from "./item-problems";

/*
 * The form of something in the outbox is opened in another tab, which may have no line. The tab of the opened outbox,
 * which alone can read it, gives it to that one from memory to memory.
 */
const CHANNEL = "turnout-outbox-forms";
type Said = { asks: string } | { gives: OutboxItem };

/** Answers the forms of other tabs, until the returned function is called. */
export function onReopening(read: (key: string) => Promise<OutboxItem | null>): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }: MessageEvent<Said>) => {
    const item = "asks" in data ? await read(data.asks) : null;
    if (item !== null) channel.postMessage({ gives: item } satisfies Said);
  };
  return () => channel.close();
}

/** What of the outbox the address of this page names; null where it names nothing. */
export function keptKeyHere(): string | null {
  return /^#kept=([\w.-]+)$/.exec(window.location.hash)?.[1] ?? null;
}

const patienceMs = 4000;

/** What an opened outbox in another tab has under this key; null when none answers. */
export function askForKept(key: string): Promise<OutboxItem | null> {
  const channel = new BroadcastChannel(CHANNEL);
  const given = new Promise<OutboxItem | null>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if ("gives" in data && data.gives.key === key) resolve(data.gives);
    };
    setTimeout(() => resolve(null), patienceMs);
  });
  channel.postMessage({ asks: key } satisfies Said);
  return given.finally(() => channel.close());
}

/**
 * As its form takes it up: what was typed, its photographs, and why it was or would be refused; begun anew, what stood in
 * the way of the entry it was of does not count.
 */
export function heldOf(item: OutboxItem, isAnew = false): Held {
  const { key, fields, images, state } = item;
  const transfer = new DataTransfer();
  for (const { type, data } of images) transfer.items.add(new File([fromBase64(data)], "photograph", { type }));
  const wrong = problemsOfItem(item);
  const because = Object.keys(wrong).length > 0 ? "check_fields" : null;
  const refused = state.is === "refused" && !isAnew ? state : { because, fields: wrong };
  return {
    values: Object.fromEntries(fields),
    files: images.length > 0 ? transfer.files : null,
    kept: { key, because: refused.because, fields: refused.fields },
  };
}
