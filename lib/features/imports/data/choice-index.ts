import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { type ChoiceIndex, indexAnswers, PLAIN_ANSWERS } from "../schema/answer-words";
import { type ChoiceWords, IMPORT_FIELDS } from "../schema/fields";

/** Where else the site says the same answers, in words that people copy from it. */
const ALSO: Readonly<Partial<Record<ChoiceWords, readonly string[]>>> = {
  "entries.measures": ["pages.measure", "record.measure"],
  "entries.bases": ["pages.claims.basis", "record.basis"],
  "entries.reasons": ["site.quantity"],
  "entries.claimants": ["pages.claimant", "record.claimant", "record.claimantSays"],
  "entries.sourceKinds": ["pages.source.kind", "record.sourceKind"],
  "entries.tiers": ["pages.source.tier", "record.tier"],
  "entries.actionTypes": ["pages.action", "corrections.types"],
};

/** The words of every choice in every language, as the forms and the pages of the record show them. */
export async function readChoiceIndex(): Promise<ChoiceIndex> {
  const choices = Object.values(IMPORT_FIELDS).flatMap((fields) =>
    fields.flatMap(({ shape }) =>
      typeof shape === "object" && shape.words !== null ? [[shape.words, shape.values]] : [],
    ),
  ) as [ChoiceWords, readonly string[]][];
  const catalogues = await Promise.all(LOCALES.map(readMessages));
  return new Map(
    [...new Map(choices)].map(([group, values]) => {
      const shown = catalogues.flatMap((catalogue) =>
        [group, ...(ALSO[group] ?? [])].flatMap((from) => wordsIn(catalogue, from, values)),
      );
      const plain = Object.entries(PLAIN_ANSWERS).flatMap(([code, words]) =>
        words.map((word) => [code, word] as const),
      );
      return [group, indexAnswers(group === "record.stoppage" ? [...shown, ...plain] : shown)];
    }),
  );
}

function wordsIn(catalogue: object, group: string, values: readonly string[]): (readonly [string, string])[] {
  const words = group
    .split(".")
    .reduce<object>((inner, part) => (inner as Record<string, object>)[part] ?? {}, catalogue);
  return Object.entries(words).flatMap(([code, label]) =>
    values.includes(code) && typeof label === "string" ? [[code, label] as const] : [],
  );
}
