/** Kinds of public record and their letter in the readable id. A letter once given is never given to another kind. */
export const RECORD_LETTERS = {
  figure: "F",
  action: "A",
  workforce: "W",
  workforce_size: "H",
  source: "S",
  event: "E",
  demand: "D",
  solidarity: "L",
  coverage_note: "C",
} as const;
export type RecordKind = keyof typeof RECORD_LETTERS;
export type RecordLetter = (typeof RECORD_LETTERS)[RecordKind];

export type RecordIdParts = { waveCode: string; kind: RecordKind; letter: RecordLetter; number: number };

const KIND_OF_LETTER = new Map<string, RecordKind>(
  (Object.keys(RECORD_LETTERS) as RecordKind[]).map((kind) => [RECORD_LETTERS[kind], kind]),
);
const WAVE_CODE = /^[A-Z][A-Z0-9]{1,11}$/;
const RECORD_ID = /^([A-Z][A-Z0-9]{1,11})-([A-Z])([1-9][0-9]{0,8})$/;

/** The permanent readable id (`KZ22-F12`). Throws on a wave code or number that could not be read back. */
export function formatRecordId(waveCode: string, letter: RecordLetter, number: number): string {
  if (!WAVE_CODE.test(waveCode)) throw new RangeError(`Not a wave code: ${waveCode}`);
  const id = `${waveCode}-${letter}${number}`;
  if (parseRecordId(id) === null) throw new RangeError(`Not a record number: ${number}`);
  return id;
}

/** The parts of a readable id, or null for anything else: there is one spelling of an id, capitals and no leading zeros. */
export function parseRecordId(text: string): RecordIdParts | null {
  const [, waveCode, letter, digits] = RECORD_ID.exec(text) ?? [];
  const kind = KIND_OF_LETTER.get(letter ?? "");
  if (waveCode === undefined || kind === undefined) return null;
  return { waveCode, kind, letter: RECORD_LETTERS[kind], number: Number(digits) };
}
