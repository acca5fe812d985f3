import { type PersonalData, personalData } from "@/lib/domain/personal-data";

/** What is never published, or holds a number or an address by its nature. */
const NOT_FREE = new Set(["confidentialNote", "url", "number", "lower", "upper", "isic"]);

/** Every text of what was typed that would be published, fields within fields too. */
function publicTexts(typed: unknown, name = ""): string[] {
  if (NOT_FREE.has(name.split(".").at(-1) ?? "")) return [];
  if (typeof typed === "string") return [typed];
  if (typeof typed !== "object" || typed === null) return [];
  const inner = Array.isArray(typed) ? typed.map((one) => [name, one] as const) : Object.entries(typed);
  return inner.flatMap(([key, value]) => publicTexts(value, key));
}

/** What in an entry seems to lead to a person, each once: nothing of it is published before a moderator has looked. */
export function personalDataIn(typed: unknown): PersonalData[] {
  const found = publicTexts(typed).flatMap(personalData);
  return [...new Map(found.map((one) => [`${one.kind} ${one.found}`, one])).values()];
}
