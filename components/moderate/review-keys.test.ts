import fc from "fast-check";
import { expect, it } from "vitest";
import type { DecisionVerb } from "@/lib/features/entries/view/rows";
import { actOfKey, takesLetters, VERB_KEYS } from "./review-keys";

const verbs = Object.keys(VERB_KEYS) as DecisionVerb[];
const bare = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, isComposing: false };

it("every decision and every other act has a key of its own", () => {
  const keys = [...Object.values(VERB_KEYS), "e", "j", "k", "?"];
  expect(new Set(keys).size).toBe(keys.length);
  const acts = keys.map((key) => JSON.stringify(actOfKey({ ...bare, key }, verbs)));
  expect(new Set(acts).size).toBe(keys.length);
});

it("asks for no decision that the page does not offer", () => {
  fc.assert(
    fc.property(fc.subarray(verbs), fc.constantFrom(...verbs), (offered, verb) => {
      const act = actOfKey({ ...bare, key: VERB_KEYS[verb] }, offered);
      expect(act).toEqual(offered.includes(verb) ? { verb } : null);
    }),
  );
});

it("does nothing with another key held, on a repeat, or while a word is being composed", () => {
  const held = fc.constantFrom("ctrlKey", "altKey", "metaKey", "repeat", "isComposing");
  fc.assert(
    fc.property(held, fc.constantFrom("a", "q", "r", "j", "k", "e", "?"), (name, key) => {
      expect(actOfKey({ ...bare, key, [name]: true }, verbs)).toBeNull();
    }),
  );
  expect(actOfKey({ ...bare, key: "a", shiftKey: true }, verbs)).toBeNull();
  expect(actOfKey({ ...bare, key: "?", shiftKey: true }, verbs)).toBe("help");
});

it("leaves letters to whatever field takes them", () => {
  for (const field of [{ tagName: "TEXTAREA" }, { tagName: "SELECT" }, { tagName: "INPUT", type: "text" }])
    expect(takesLetters(field)).toBe(true);
  expect(takesLetters({ tagName: "DIV", isContentEditable: true })).toBe(true);
  for (const field of [{ tagName: "BODY" }, { tagName: "INPUT", type: "radio" }, { tagName: "BUTTON" }])
    expect(takesLetters(field)).toBe(false);
});
