import { LRUCache } from "lru-cache";
import type { AddressScope } from "@/lib/shared/public-address";
import type { FinishedPage } from "./finished-page";
import type { Cell } from "./freshness";

/** A finished page with what it was made from. It is current while `token` is that of its cell, and until then. */
export type StoredPage = {
  page: FinishedPage;
  token: number;
  /** When (ms) it stops being current although nothing was published. */
  until: number;
  cell: Cell;
  scope: AddressScope;
  share: Share;
  /** When a reader last asked for it (ms), and how many have since it was first made. */
  askedAt: number;
  asked: number;
};

/**
 * ahead: finished before anybody asks. plain: an address without a query. narrowed: one of very many. Each has its own
 * room, so that nobody who asks for ever new filters can drive out what everybody reads.
 */
export type Share = "ahead" | "plain" | "narrowed";
const parts: Record<Share, number> = { ahead: 0.25, plain: 0.5, narrowed: 0.25 };

/** Finished pages by canonical address, bounded by bytes; the least recently asked for go first. */
export class PageStore {
  readonly #shares: Record<Share, LRUCache<string, StoredPage>>;

  constructor(maxBytes: number) {
    const share = (name: Share) => {
      const room = Math.max(1, Math.floor(maxBytes * parts[name]));
      return new LRUCache<string, StoredPage>({
        maxSize: room,
        sizeCalculation: ({ page }, key) => page.size + 2 * key.length,
      });
    };
    this.#shares = { ahead: share("ahead"), plain: share("plain"), narrowed: share("narrowed") };
  }

  get(key: string): StoredPage | undefined {
    const { ahead, plain, narrowed } = this.#shares;
    return ahead.get(key) ?? plain.get(key) ?? narrowed.get(key);
  }

  set(key: string, stored: StoredPage): void {
    for (const [name, share] of Object.entries(this.#shares)) if (name !== stored.share) share.delete(key);
    this.#shares[stored.share].set(key, stored);
  }

  delete(key: string): void {
    for (const share of Object.values(this.#shares)) share.delete(key);
  }

  get bytes(): number {
    return Object.values(this.#shares).reduce((sum, share) => sum + share.calculatedSize, 0);
  }

  /** Pages no longer current, those most asked for first. */
  outdated(): { key: string; stored: StoredPage }[] {
    const found = Object.values(this.#shares).flatMap((share) =>
      [...share.entries()].filter(([, { token, cell }]) => token !== cell.token),
    );
    return found
      .map(([key, stored]) => ({ key, stored }))
      .toSorted((one, other) => other.stored.asked - one.stored.asked);
  }
}
