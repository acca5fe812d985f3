import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { problemWords } from "./problem-words";

const dates = { from: "1 December 2021", until: "12 February 2022" };

async function reasonsIn(locale: Locale) {
  const messages = await readMessages(locale);
  const texts = (namespace: "imports" | "entries") => createTranslator({ locale, messages, namespace }) as never;
  const all = createTranslator({ locale, messages }) as unknown as (key: string) => string;
  const words = problemWords(
    { kind: "figure", header: ["x"], mapping: null },
    { imports: texts("imports"), entries: texts("entries") },
    { dates, word: all, names: null },
  );
  return (field: string, code: string) => words.reasonOf({ field, column: 0, code }, "");
}

describe("what is wrong with a row", () => {
  it("names the dates that are possible, in every language", async () => {
    for (const locale of LOCALES) {
      const said = (await reasonsIn(locale))("date", "date_outside_wave");
      expect(said).toContain(dates.from);
      expect(said).toContain(dates.until);
    }
  });

  it("asks nobody to choose in a cell, and says what can be written", async () => {
    for (const locale of LOCALES) {
      const reason = await reasonsIn(locale);
      const choose = /^(Choose|Выберите|.*таңдаңыз|.*seçin)/u;
      for (const [field, code] of [
        ["mode", "mode_missing"],
        ["claimant", "claimant_missing"],
        ["workforceId", "workforce_missing"],
        ["wordsLanguage", "language_wrong"],
      ] as const)
        expect(reason(field, code)).not.toMatch(choose);
      const words = (await readMessages(locale)).entries;
      expect(reason("claimant", "claimant_missing")).toContain(`${words.claimants.employer} (employer); `);
      expect(reason("measure", "unknown_choice")).toContain(
        `${words.measures.participation_rate} (participation_rate)`,
      );
      expect(reason("mode", "mode_missing")).toContain(`${words.reasons.blackout} (blackout)`);
      expect(reason("date", "date_wrong")).toContain("04.01.2022");
    }
  });
});
