/** As a form sends it: ends of lines are two signs there. */
const sentLength = (text: string) => text.replaceAll(/\r\n?|\n/g, "\r\n").length;

/** Texts as long as a field takes, side by side, each of the payloads in one of them; those alone that the field keeps. */
export function packs(payloads: readonly string[], longest: number): string[] {
  const packed: string[] = [];
  let text = "";
  for (const payload of payloads) {
    if (sentLength(payload) > longest) continue;
    if (text !== "" && sentLength(`${text} ${payload}`) > longest) {
      packed.push(text);
      text = "";
    }
    text = text === "" ? payload : `${text} ${payload}`;
  }
  return text === "" ? packed : [...packed, text];
}

/** The one of a round, from the beginning again where a field needs fewer of them. */
export const inRound = (packed: readonly string[], round: number) => packed[round % packed.length] ?? "";

/** As a reader sees a text: without signs that nobody sees, with single spaces. */
export function asSeen(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/(?!\s)[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** What a database can hold of a text. */
export const storable = (text: string) => text.toWellFormed().replaceAll("\0", "");
