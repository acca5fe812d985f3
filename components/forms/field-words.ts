import { getTranslations } from "next-intl/server";
import { fieldLabels } from "@/components/contribute/field-labels";
import { SOURCE_LANGUAGES } from "@/lib/features/entries/schema/choices";

/** Where the words of a choice stand among the texts, by the name of its field. */
const choices: Readonly<Record<string, string>> = {
  measure: "entries.measures",
  basis: "entries.bases",
  precision: "entries.precisions",
  partOfDay: "entries.parts",
  mode: "entries.modes",
  bound: "entries.bounds",
  unknownReason: "entries.reasons",
  claimant: "entries.claimants",
  kind: "entries.sourceKinds",
  tier: "entries.tiers",
  verb: "entries.decide",
  role: "accounts.roles",
};
/** Labels that no figure has. */
const others: Readonly<Record<string, string>> = {
  handle: "accounts.handle",
  role: "accounts.role",
  reason: "entries.decide.reason",
  verb: "entries.moderated.decide",
};
const languages = new Set(["language", "wordsLanguage"]);
const flags = new Set(["rangeAbout", "noAddress"]);

export type FieldWords = { label(name: string): string; value(name: string, value: string): string };

/** How any form of the product calls its fields and choices; what has no words is shown as it is. */
export async function fieldWords(): Promise<FieldWords> {
  const t = await getTranslations();
  const labelOfFigure = await fieldLabels();
  const say = (key: string | undefined) =>
    key !== undefined && t.has(key as "site.name") ? t(key as "site.name") : null;
  return {
    label: (name) => say(others[name]) ?? labelOfFigure(name),
    value(name, value) {
      const inner = name.split(".").at(-1) ?? name;
      if (flags.has(inner)) return t("site.unsent.ticked");
      if (languages.has(inner)) return SOURCE_LANGUAGES[value] ?? value;
      const group = choices[inner];
      return (/^\w+$/.test(value) ? say(group && `${group}.${value}`) : null) ?? value;
    },
  };
}
