import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInOtherLanguage } from "./script-of-text";

describe("a text in another language than was said", () => {
  it.each([
    ["Шахтёры не спустились в забой", "en", true],
    ["Шахтёры не спустились в забой", "tr", true],
    ["Шахтёры не спустились в забой", "ru", false],
    ["Шахтёры не спустились в забой", "kk", false],
    ["The miners did not go down", "ru", true],
    ["The miners did not go down", "en", false],
    ["The miners did not go down", "tr", false],
    ["Кеншілер шахтаға түспеді, жалақыны көтеруді талап етті", "ru", true],
    ["Кеншілер шахтаға түспеді, жалақыны көтеруді талап етті", "kk", false],
    ["Kenşiler şahtağa tüspedi", "kk", false],
    ["Забастовка на «Tengizchevroil» и ArcelorMittal: рабочие вышли на площадь", "ru", false],
    ["The paper «Жаңаөзен» says that the miners did not go down", "en", false],
    ["Айтберген", "en", false],
    ["1 200; 45 %", "ru", false],
    ["", "ru", false],
  ] as const)("%j as %s: %s", (text, language, is) => {
    expect(isInOtherLanguage(text, language)).toBe(is);
  });

  it("is not told by figures, signs or spaces, and never of few letters", () => {
    const noLetters = fc.stringMatching(/^[0-9 .,;%«»-]{0,60}$/);
    fc.assert(
      fc.property(
        noLetters,
        fc.constantFrom("en", "kk", "ru", "tr"),
        fc.constantFrom("забой", "miners"),
        (text, language, word) => {
          expect(isInOtherLanguage(text, language)).toBe(false);
          expect(isInOtherLanguage(text + word, language)).toBe(false);
        },
      ),
    );
  });
});
