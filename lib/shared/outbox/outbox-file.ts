import { type Bytes, fromBase64, toBase64 } from "./base64";
import type { Sealed, Vault } from "./vault";

/**
 * One thing in an outbox: its submission key, and what only the passphrase opens. `isOver`: it was received, which its
 * size shows anyway; what waits can so be counted without the passphrase.
 */
export type NamedSealed = Sealed & { name: string; isOver?: boolean };
export type OutboxFile = { vault: Vault; items: NamedSealed[] };

const FORMAT = 1;
/** A file with four photographs for each of some dozens of entries is smaller. */
const longest = 100_000_000;

/** How many things are still to be sent, and how many only say that they were received. */
export function countKept(items: readonly NamedSealed[]): { waiting: number; received: number } {
  const received = items.filter(({ isOver }) => isOver === true).length;
  return { waiting: items.length - received, received };
}

type Given = {
  /** The format, under a name that says nothing to whoever finds the file. */
  notes?: unknown;
  /** Its name in the first files. */
  turnoutOutbox?: unknown;
  vault: InText<Vault>;
  items: InText<NamedSealed>[];
};
type InText<T> = { [K in keyof T]: T[K] extends Bytes ? string : T[K] };

/** The outbox as text, as encrypted as it is on the device. */
export function writeOutboxFile({ vault, items }: OutboxFile): string {
  return `${JSON.stringify({ notes: FORMAT, vault: inText(vault), items: items.map(inText) })}\n`;
}

/** Null when it is no such file. */
export function readOutboxFile(text: string): OutboxFile | "newer" | null {
  if (text.length > longest) return null;
  try {
    const given = JSON.parse(text) as Given;
    const format = given.notes ?? given.turnoutOutbox;
    if (typeof format === "number" && format > FORMAT) return "newer";
    if (format !== FORMAT) return null;
    return { vault: readVault(given.vault), items: given.items.map(readSealed) };
  } catch {
    return null;
  }
}

function inText<T extends object>(given: T): InText<T> {
  const pairs = Object.entries(given).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? toBase64(value as Bytes) : value,
  ]);
  return Object.fromEntries(pairs) as InText<T>;
}

function readVault({ salt, rounds, publicKey, iv, wrappedKey }: InText<Vault>): Vault {
  // More would only keep a browser busy for hours.
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20_000_000) throw new Error("Not a number of rounds.");
  const bytes = { salt: fromBase64(salt), publicKey: fromBase64(publicKey), iv: fromBase64(iv) };
  return { format: 1, rounds, ...bytes, wrappedKey: fromBase64(wrappedKey) };
}

function readSealed({ name, isOver, publicKey, iv, data }: InText<NamedSealed>): NamedSealed {
  if (typeof name !== "string") throw new Error("Not a name.");
  const sealed = { publicKey: fromBase64(publicKey), iv: fromBase64(iv), data: fromBase64(data) };
  return { name, isOver: isOver === true, ...sealed };
}
