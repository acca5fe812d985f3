import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";

const BESIDE = ["reason", "grounds", "recordId", "changes"];

/** The label of a field in the form of a correction, by its name (`changes.note.ru`); null for any other form's. */
export function recordFieldLabel(name: string, say: (key: string) => string | null): string | null {
  if (BESIDE.includes(name)) return say(`fields.${name}`);
  const [head, field = "", ...rest] = name.split(".");
  if (head !== "changes") return null;
  return [say(`fields.${field}`) ?? field, ...rest.map((part) => partLabel(part, say))].join(", ");
}

function partLabel(part: string, say: (key: string) => string | null): string {
  const language = LOCALES.find((one) => one === part);
  return language ? LANGUAGE_NAMES[language] : (say(`parts.${part}`) ?? part);
}
