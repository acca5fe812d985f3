import { describe, expect, it } from "vitest";
import { foldText } from "./words-lexer";
import { LANGUAGES, LEXICON } from "./words-lexicon";

describe("lexicon", () => {
  it("has every phrase in the folded form in which the lexer looks it up", () => {
    expect([...LEXICON.keys()].filter((phrase) => foldText(phrase) !== phrase)).toEqual([]);
  });

  it("lets no language change what a phrase of another means", () => {
    const changed = LANGUAGES.flatMap((entries) => Object.entries(entries)).filter(
      ([phrase, word]) => JSON.stringify(LEXICON.get(phrase)) !== JSON.stringify(word),
    );
    expect(changed).toEqual([]);
  });
});
