import { describe, expect, it } from "vitest";
import type { Claimant } from "@/lib/domain/measure";
import { atLeast, exact, unknown } from "@/lib/domain/quantity";
import { askedLens, readThrough } from "@/lib/features/waves/view/asked-lens";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { sidesView } from "./sides";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const flagship = record.figures.find(({ id }) => id === "KZ22-F12");
if (flagship === undefined) throw new Error("The flagship figure is gone.");
const also = (claimant: Claimant, percent: number) => ({
  ...flagship,
  ...{ id: `KZ22-F9${percent}`, claimant, quantity: exact(percent, "percent"), disputed: false },
});
/** The record as if the company and the union had answered too. */
const contested = { ...record, figures: [...record.figures, also("employer", 40), also("union", 72)] };

describe("who says what", () => {
  it("says that nothing was counted by two sides in January 2022, instead of comparing what is not the same", () => {
    const view = sidesView(readingContext(record, words), "#sides");
    expect(view.finding).toMatch(/^Each of the \d+ things counted here was counted by one side only/);
    expect(view.gaps).toEqual([]);
    expect(view.lines.map(({ claimant }) => claimant)).toContain("state");
  });

  it("finds the widest gap and says it in numbers, with a link to the claims", () => {
    const view = sidesView(readingContext(contested, words), "#sides");
    expect(view.gaps[0]).toMatchObject({ gap: "35 % apart, 1.9 times as many", href: "/en/records/KZ22-F12" });
    expect(view.gaps[0]?.sides.map(({ name, amount }) => `${name} ${amount}`)).toEqual([
      "employer 40 %",
      "union 72 %",
      "press 75 %",
    ]);
    expect(view.finding).toContain("employer 40 %, press 75 %");
  });

  it("names the two sides that are farthest apart, not one that said nothing nor one that is open", () => {
    const silent = { ...also("union", 72), id: "KZ22-F981", quantity: unknown("withheld", "percent") };
    const open = { ...also("state", 60), id: "KZ22-F982", quantity: atLeast(60, "percent") };
    const figures = [...record.figures, also("employer", 40), silent, open];
    const view = sidesView(readingContext({ ...record, figures }, words), "#sides");
    expect(view.finding).toContain("employer 40 %, press 75 %");
    expect(view.gaps[0]?.widest).toEqual({
      low: { name: "employer", amount: "40 %" },
      high: { name: "press", amount: "75 %" },
    });
    expect(view.gaps[0]?.sides.find(({ name }) => name === "union")?.amount).toMatch(/withh/);
  });

  it("is of everybody also where the page is read by one side's figures, and leads to each side and back", () => {
    const { lens } = askedLens({ claimant: "union" }, contested);
    const view = sidesView(readingContext(readThrough(contested, lens), words, contested), "#sides");
    expect(view.gaps).toHaveLength(1);
    expect(view.lines.find(({ claimant }) => claimant === "union")?.isRead).toBe(true);
    expect(view.lines.find(({ claimant }) => claimant === "employer")?.href).toBe(
      "/en/waves/kazakhstan-january-2022?claimant=employer#sides",
    );
  });

  it("is a sentence in every language", async () => {
    for (const locale of LOCALES) {
      for (const one of [record, contested, { ...record, figures: [] }]) {
        const said = JSON.stringify(sidesView(readingContext(one, await readingWords(locale)), "#sides"));
        expect(said).not.toMatch(/undefined|sides\.|\{[a-z]+[,}]|NaN/);
      }
    }
  });
});
