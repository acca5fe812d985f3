import { typedValues } from "@/lib/features/forms/view";
import type { OutboxItem, ShownValue } from "@/lib/shared/outbox/item";

/** What the options that were chosen in a form are called there: elsewhere nobody could tell what a value means. */
export function valuesShownIn(form: HTMLFormElement): ShownValue[] {
  return [...form.elements].flatMap((element): ShownValue[] => {
    if (element instanceof HTMLSelectElement)
      return [...element.selectedOptions].map(({ value, text }) => [element.name, value, text.trim()] as const);
    if (!(element instanceof HTMLInputElement) || !/^(?:radio|checkbox)$/.test(element.type) || !element.checked)
      return [];
    const label = element.labels?.[0]?.textContent?.trim() ?? "";
    return [[element.name, element.value, label] as const];
  });
}

const isWhere = [/place|region/i, /workforce|action/i];
const isNoWords = /Id$|^(?:kind|recordKind|slug|wave|seen|base)|^sources\.|precision|date|from|until|time|language/i;
const longest = 60;

/** The name of its page, then where it was and its first words or its number, so that two of a kind can be told apart. */
export function itemTitle(page: string, { fields, shown = [] }: Pick<OutboxItem, "fields" | "shown">): string {
  // A part of the form that is out of sight has options too, and sends nothing.
  const sent = shown.filter(
    ([name, value]) => value !== "" && fields.some(([one, its]) => one === name && its === value),
  );
  const where = isWhere.flatMap((names) => sent.filter(([name, , label]) => label !== "" && names.test(name)))[0]?.[2];
  const chosen = new Set(shown.map(([name]) => name));
  const said = typedValues({ fields }).find(({ name }) => !chosen.has(name) && !isNoWords.test(name))?.value;
  const parts = [where, said].flatMap((part) => (part && !page.includes(part) ? [shortened(part)] : []));
  return parts.length === 0 ? page : `${page}: ${parts.join(", ")}`;
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}

/** A value as its form showed it; as it is where that was not kept. */
export function shownValue({ shown = [] }: Pick<OutboxItem, "shown">, name: string, value: string): string {
  return shown.find(([each, one]) => each === name && one === value)?.[2] || value;
}
