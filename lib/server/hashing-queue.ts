/** Thrown when so many wait that another one would only wait in vain. */
export class TooManyWaiting extends Error {
  override name = "TooManyWaiting";
}

type Waiting = () => void;

/**
 * Lets `slots` pieces of work run at once and the others wait, taking turns by key: a flood against one pseudonym
 * delays the others by one turn, not by the whole flood.
 */
export class HashingQueue {
  private readonly waiting = new Map<string, Waiting[]>();
  private running = 0;
  private count = 0;

  constructor(
    private readonly slots: number,
    private readonly mostWaiting: number,
  ) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.running < this.slots) this.running += 1;
    else await this.turnOf(key);
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  private turnOf(key: string): Promise<void> {
    if (this.count >= this.mostWaiting) throw new TooManyWaiting();
    this.count += 1;
    return new Promise((resolve) => {
      const line = this.waiting.get(key);
      if (line) line.push(resolve);
      else this.waiting.set(key, [resolve]);
    });
  }

  /** The slot goes straight to the next key, so nobody who arrives meanwhile can overtake. */
  private passOn(): void {
    const [key, line] = this.waiting.entries().next().value ?? [];
    const next = line?.shift();
    if (key === undefined || line === undefined || next === undefined) {
      this.running -= 1;
      return;
    }
    this.count -= 1;
    this.waiting.delete(key);
    if (line.length > 0) this.waiting.set(key, line);
    next();
  }
}
