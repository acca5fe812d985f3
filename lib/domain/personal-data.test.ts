import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personalData } from "./personal-data";

const kinds = (text: string) => personalData(text).map(({ kind }) => kind);

describe("what may lead to a person", () => {
  it.each([
    ["call +7 701 123 45 67 after work", "phone"],
    ["8 (701) 123-45-67", "phone"],
    ["87011234567", "phone"],
    ["тел. 8-7292-31-22-11", "phone"],
    ["+33 6 12 34 56 78", "phone"],
    ["0049 171 1234567", "phone"],
    ["(7292) 31-22-11", "phone"],
    ["＋７ ７０１ １２３ ４５ ６７", "phone"],
    ["8\u200b701\u200b123\u200b45\u200b67", "phone"],
    ["8 701 123 - 45 - 67", "phone"],
    ["+7 701 123 – 45 – 67", "phone"],
    ["8\u2011701\u2011123\u201145\u201167", "phone"],
    ["8—701—123—45—67", "phone"],
    ["cep 532 123 45 67", "phone"],
    ["5321234567", "phone"],
    ["900101 - 300123", "personal_number"],
    ["900101300123", "personal_number"],
    ["ИИН 900101 300 123", "personal_number"],
    ["٩٠٠١٠١٣٠٠١٢٣", "personal_number"],
    ["write to a.b+c@example.kz", "email"],
    ["почта: дина@пример.қаз", "email"],
    ["dina [at] example [dot] kz", "email"],
    ["dina(собака)example.kz", "email"],
    ["dina @ example.kz", "email"],
  ])("is found in %j", (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    ["about 16,000 of 160 000 workers on 2022-01-05"],
    ["from 02.01.2022 to 05.01.2022, 2019-2022"],
    ["1 234 567 890 tenge, 12 000–16 000 people"],
    ["75 %, 3.5 million, line 1234567"],
    ["Order No. 100/2022 of 5/1/2022"],
    ["02.01.2022-05.01.2022, 02.01.2022 — 05.01.2022"],
    ["05.01.2022 10:00, 2022-01-05 18:20"],
    ["2022 – 12 000 000 tonnes, 2021 - 9 500 000"],
    ["12 000 — 16 000, 5 January 2022 – 160 000 people"],
    ["@turnout said so at noon"],
    ["see KZ22-F12 and ISO 3166-2:KZ"],
    [""],
  ])("is not seen in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it("is found wherever it stands and however often", () => {
    const words = fc.array(fc.constantFrom("strike", "забастовка", "на", "75 %", "5 January"), { maxLength: 6 });
    const numbers = fc.tuple(fc.constantFrom("+7", "8"), fc.stringMatching(/^7\d{2} \d{3} \d{2} \d{2}$/));
    fc.assert(
      fc.property(words, fc.array(numbers, { minLength: 1, maxLength: 4 }), (before, phones) => {
        const text = [...before, ...phones.map(([head, tail]) => `tel ${head} ${tail};`)].join(" ");
        expect(kinds(text)).toEqual(phones.map(() => "phone"));
      }),
    );
  });

  it("is looked for in whatever people write", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        for (const { found } of personalData(text)) expect(found.length).toBeGreaterThan(4);
      }),
    );
    // Made to keep a careless pattern busy for ever.
    for (const part of ["1 ", "a@", "(", "a.", "a@a.", "+1-", "[at] "]) {
      expect(personalData(part.repeat(2000)).length).toBeLessThan(2000);
    }
  });
});
