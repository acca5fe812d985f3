/** Texts by key, the least recently used dropped first when they take more bytes than allowed. */
export class ByteCache {
  readonly #most: number;
  readonly #kept = new Map<string, string>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): string | undefined {
    const text = this.#kept.get(key);
    if (text === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, text);
    return text;
  }

  set(key: string, text: string): void {
    this.#drop(key);
    const size = Buffer.byteLength(text);
    if (size > this.#most) return;
    this.#kept.set(key, text);
    this.#bytes += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const text = this.#kept.get(key);
    if (text === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= Buffer.byteLength(text);
  }
}
