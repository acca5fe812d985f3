import { isSourceId } from "./source";

const ABOUT_THE_NEW = [
  "url",
  "noAddress",
  "description",
  "title",
  "publisher",
  "publishedOn",
  "language",
  "kind",
  "tier",
];
const INTENT = /^take_recorded (sources\.\d) (\S+)$/;

/** What the button beside a known address sends: that the recorded source is meant, for the place of that address. */
export function takeRecordedIntent(addressField: string, id: string): string {
  return `take_recorded ${addressField.replace(/\.url$/, "")} ${id}`;
}

/**
 * What stands in the form once that was pressed: the recorded source by its id, nothing of the new one, whose language
 * the recorded source has, and the quote as it was. Null for any other button.
 */
export function recordedInstead(intent: unknown): Readonly<Record<string, string>> | null {
  const [, place = "", id = ""] = INTENT.exec(String(intent)) ?? [];
  if (!isSourceId(id)) return null;
  return { [`${place}.existing`]: id, ...Object.fromEntries(ABOUT_THE_NEW.map((name) => [`${place}.${name}`, ""])) };
}
