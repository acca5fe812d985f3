import { afterEvent, isDue, nextDue, type OutboxEvent, type SendOutcome, withLine } from "@/lib/domain/outbox";
import { type Changes, changed, emptied, type OutboxItem, underKey } from "@/lib/shared/outbox/item";

/** Where an opened outbox keeps its things, and by which way it sends them. */
export type OutboxDoors = {
  read(): Promise<OutboxItem[]>;
  readOne(key: string): Promise<OutboxItem | null>;
  write(item: OutboxItem): Promise<void>;
  remove(key: string): Promise<void>;
  send(item: OutboxItem): Promise<SendOutcome>;
  /** Does the work unless another tab is at it. */
  alone(work: () => Promise<void>): Promise<void>;
  now(): number;
};

/**
 * The outbox once its passphrase was given: what is in it and where each thing stands. What is under way is known to
 * this page alone; whatever is decided is written down before it is shown.
 */
export class OpenOutbox {
  readonly #doors: OutboxDoors;
  readonly #listeners = new Set<() => void>();
  #items: readonly OutboxItem[] = [];

  constructor(doors: OutboxDoors) {
    this.#doors = doors;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  items = (): readonly OutboxItem[] => this.#items;

  /** When something is due next by itself; null when nothing is. */
  nextDue(): number | null {
    return nextDue(this.#items.map(({ state }) => state));
  }

  /** Takes in what other tabs wrote, and leaves what this one is sending. */
  async refresh(): Promise<void> {
    const sending = new Map(this.#items.filter(({ state }) => state.is === "sending").map((item) => [item.key, item]));
    const kept = await this.#doors.read();
    const shown = kept.map((item) => ({ ...item, state: sending.get(item.key)?.state ?? item.state }));
    this.#show(shown.toSorted((one, other) => one.writtenAt - other.writtenAt));
  }

  /** Sends what is due, one after the other. With a line that has just come back, what waited for one is due. */
  sendDue({ lineIsBack = false } = {}): Promise<void> {
    return this.#doors.alone(async () => {
      await this.refresh();
      for (const { key } of this.#items) {
        const item = this.#items.find((one) => one.key === key);
        if (item === undefined) continue;
        const now = this.#doors.now();
        const state = lineIsBack ? withLine(item.state, now) : item.state;
        if (isDue(state, now)) await this.#sendOne({ ...item, state });
      }
    });
  }

  /** Its author asks to send it now, whatever stood in the way. */
  async askAgain(key: string): Promise<void> {
    const item = await this.#doors.readOne(key);
    if (item === null) return;
    await this.#settle({ ...item, state: afterEvent(item.state, { type: "asked_again" }, this.#doors.now()) });
    await this.sendDue();
  }

  /** Its author mended what was refused: sent under the same key, so that it stays one entry. */
  async change(key: string, values: Changes): Promise<void> {
    const item = await this.#doors.readOne(key);
    if (item === null) return;
    const now = this.#doors.now();
    await this.#settle({ ...changed(item, values, now), state: afterEvent(item.state, { type: "written" }, now) });
    await this.sendDue();
  }

  /** Something else was sent under its key before: its author wants it to be an entry of its own. */
  async sendAsNew(key: string): Promise<void> {
    const item = await this.#doors.readOne(key);
    if (item === null) return;
    const now = this.#doors.now();
    const state = afterEvent(item.state, { type: "written" }, now);
    await this.#doors.write({ ...underKey(item, crypto.randomUUID(), now), state });
    await this.#doors.remove(key);
    await this.refresh();
    await this.sendDue();
  }

  /** The same for everything that waits or was refused. */
  async askAllAgain(): Promise<void> {
    for (const { key, state } of this.#items) {
      const item = state.is === "saved" || state.is === "refused" ? await this.#doors.readOne(key) : null;
      if (item)
        await this.#settle({ ...item, state: afterEvent(item.state, { type: "asked_again" }, this.#doors.now()) });
    }
    await this.sendDue();
  }

  async remove(key: string): Promise<void> {
    await this.#doors.remove(key);
    this.#show(this.#items.filter((item) => item.key !== key));
  }

  async #sendOne(item: OutboxItem): Promise<void> {
    const tell = (state: OutboxItem["state"], event: OutboxEvent) => afterEvent(state, event, this.#doors.now());
    const sending = { ...item, state: tell(item.state, { type: "send" }) };
    this.#showOne(sending);
    const answer = await this.#doors.send(item);
    const answered = { ...sending, state: tell(sending.state, { type: "answered", answer }) };
    const kept = await this.#doors.readOne(item.key);
    // Written anew or taken out while it was under way: the answer was about what is no longer there.
    if (kept === null) return this.#show(this.#items.filter(({ key }) => key !== item.key));
    if (kept.writtenAt !== item.writtenAt) return this.#showOne(kept);
    await this.#settle(answered.state.is === "received" ? emptied(answered) : answered);
  }

  async #settle(item: OutboxItem): Promise<void> {
    await this.#doors.write(item);
    this.#showOne(item);
  }

  #showOne(item: OutboxItem): void {
    this.#show(this.#items.map((one) => (one.key === item.key ? item : one)));
  }

  #show(items: readonly OutboxItem[]): void {
    this.#items = items;
    for (const listener of this.#listeners) listener();
  }
}
