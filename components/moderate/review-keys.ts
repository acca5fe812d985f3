import type { DecisionVerb } from "@/lib/features/entries/view/rows";

/** The one key of each decision. */
export const VERB_KEYS: Readonly<Record<DecisionVerb, string>> = {
  approve: "a",
  request_changes: "q",
  reject: "r",
  mark_unverifiable: "u",
  reopen: "o",
};

export type KeyAct = { verb: DecisionVerb } | "reason" | "next" | "previous" | "help";
const OTHER_KEYS: Readonly<Record<string, KeyAct>> = { e: "reason", j: "next", k: "previous", "?": "help" };

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "repeat" | "isComposing">;

/** What a single key asks for on the page of an entry; null for any other, and for every one with another key held. */
export function actOfKey(press: Press, verbs: readonly DecisionVerb[]): KeyAct | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.isComposing) return null;
  // A question mark is written with Shift on most keyboards; a letter with it is not the letter.
  if (press.shiftKey && press.key !== "?") return null;
  const verb = verbs.find((one) => VERB_KEYS[one] === press.key);
  return verb === undefined ? (OTHER_KEYS[press.key] ?? null) : { verb };
}

/** Whether somebody is writing or choosing there, so that a letter is meant for the field. */
export function takesLetters({ tagName, type, isContentEditable }: FieldLike): boolean {
  if (isContentEditable || tagName === "TEXTAREA" || tagName === "SELECT") return true;
  return tagName === "INPUT" && !["radio", "checkbox", "button", "submit"].includes(type ?? "");
}
type FieldLike = { tagName: string; type?: string; isContentEditable?: boolean };
