import { decodeCell, SINGLE_BYTE } from "../schema/encodings";

/** Samples of a text in each way its letters may be written. */
export type Letters = { encoding: (typeof SINGLE_BYTE)[number]; samples: string[] }[];

const MOST_SAMPLES = 6;
const LONGEST_SAMPLE = 80;

/** The first cells that have letters, kept byte by byte, as each way of writing makes them: only a person sees which makes sense. */
export function lettersIn(cells: readonly string[]): Letters {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: only what differs between the ways is worth showing
  const telling = cells.filter((cell) => /[^\x00-\x7f]/.test(cell)).map((cell) => cell.slice(0, LONGEST_SAMPLE));
  const shown = [...new Set(telling)].slice(0, MOST_SAMPLES);
  return SINGLE_BYTE.map((encoding) => ({ encoding, samples: shown.map((cell) => decodeCell(cell, encoding)) }));
}
