/** The ways of writing letters that files come in, by the names browsers have for them. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1251",
  "windows-1254",
  "windows-1252",
  "koi8-r",
  "ibm866",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type FoundEncoding =
  | { encoding: Encoding }
  /** One byte a letter, and only a person can see which of them makes sense. */
  | { encoding: null; candidates: readonly Encoding[] }
  | { refusal: "not_text" | "spreadsheet" };

/** What holds letters of one byte each, in the order in which people are asked. */
export const SINGLE_BYTE = ["windows-1251", "windows-1254", "windows-1252", "koi8-r", "ibm866"] as const;

/** Says how a file is written only where nothing else is possible: a mark at its head, or bytes that can be nothing else. */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return { refusal: "spreadsheet" };
  if (starts(0xef, 0xbb, 0xbf)) return isText(bytes, "utf-8");
  if (starts(0xff, 0xfe)) return isText(bytes, "utf-16le");
  if (starts(0xfe, 0xff)) return isText(bytes, "utf-16be");
  if (bytes.includes(0)) return findWide(bytes);
  const read = isText(bytes, "utf-8");
  if ("encoding" in read) return read;
  return bytes.some(isControl) ? { refusal: "not_text" } : { encoding: null, candidates: SINGLE_BYTE };
}

/** Every second byte empty: letters of two bytes, of which the empty one says which comes first. */
function findWide(bytes: Uint8Array): FoundEncoding {
  const head = bytes.subarray(0, 4096);
  const empty = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = empty;
  if (even === 0 && odd > 0) return isText(bytes, "utf-16le");
  if (odd === 0 && even > 0) return isText(bytes, "utf-16be");
  return { refusal: "not_text" };
}

function isText(bytes: Uint8Array, encoding: Encoding): FoundEncoding {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? { refusal: "not_text" } : { encoding };
  } catch {
    return { refusal: "not_text" };
  }
}

const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;

/** A whole file as text. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A cell kept byte by byte, each as the sign of its number, in the letters its author chose. */
export function decodeCell(cell: string, encoding: Encoding): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what needs no reading is told by its bytes
  if (/^[\x00-\x7f]*$/.test(cell)) return cell;
  return decodeText(
    Uint8Array.from(cell, (sign) => sign.charCodeAt(0)),
    encoding,
  );
}
