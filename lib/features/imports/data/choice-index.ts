import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { IMPORT_FIELDS } from "../schema/fields";
import type { ChoiceIndex } from "../schema/row-cells";

/** The words of every choice in every language, as the forms show them. Of words that two answers share none counts. */
export async function readChoiceIndex(): Promise<ChoiceIndex> {
  const groups = new Set(
    Object.values(IMPORT_FIELDS).flatMap((fields) =>
      fields.flatMap(({ shape }) => (typeof shape === "object" && shape.words !== null ? [shape.words] : [])),
    ),
  );
  const catalogues = await Promise.all(LOCALES.map(readMessages));
  return new Map([...groups].map((group) => [group, codesByWords(group, catalogues)]));
}

function codesByWords(group: string, catalogues: readonly object[]): Map<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const catalogue of catalogues) {
    const words = group
      .split(".")
      .reduce<object>((inner, part) => (inner as Record<string, object>)[part] ?? {}, catalogue);
    for (const [code, label] of Object.entries(words)) {
      const folded = String(label).toLowerCase();
      if ((codes.get(folded) ?? code) !== code) shared.add(folded);
      codes.set(folded, code);
    }
  }
  for (const folded of shared) codes.delete(folded);
  return codes;
}
