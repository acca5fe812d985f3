import type { ViewContext } from "./view-context";

/** A small count in words, a larger one in digits, as a sentence has it. */
export function counted(count: number, { words }: ViewContext): string {
  return words("counted", { count });
}

/** The first letter made large by the rules of the language: Turkish has two letters i. */
export function sentence(text: string, { locale }: ViewContext): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
