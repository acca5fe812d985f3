/** At most so many photographs of one entry. */
export const MOST_PHOTOGRAPHS = 4;
/** The longest side of a photograph as it is kept, in pixels: enough to read a sheet of paper. */
export const LONGEST_SIDE = 2560;
/** Largest file that is taken, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;
/** Most pixels of a file that is taken. */
export const MOST_PIXELS = 24_000_000;

export const PHOTOGRAPH_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export type PhotographType = (typeof PHOTOGRAPH_TYPES)[number];

/** Why something is not taken as evidence; each is a text of `evidence.problems`. */
export type PhotographProblem =
  | "photograph_too_many"
  | "photograph_too_large"
  | "photograph_too_many_pixels"
  | "photograph_not_one"
  | "photograph_moves"
  | "photograph_damaged";

const starts = (bytes: Uint8Array, signs: readonly number[], at = 0) =>
  signs.every((sign, index) => bytes[at + index] === sign);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** The type of a photograph by what is in it, whatever its name says; null when it is none that is taken. */
export function photographType(bytes: Uint8Array): PhotographType | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (starts(bytes, [0x89, ...letters("PNG"), 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts(bytes, letters("RIFF")) && starts(bytes, letters("WEBP"), 8)) return "image/webp";
  return null;
}

/** The width and height it will have: no side longer than the longest, never larger than it was. */
export function keptSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const share = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** The photographs somebody sees, as one text that differs as soon as one of them is another: a photograph never changes. */
export function evidenceSeen(photographs: readonly { id: string }[]): string {
  return photographs
    .map(({ id }) => id)
    .toSorted()
    .join(" ");
}
