import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { IMPORT_FIELDS, IMPORT_KINDS } from "../schema/fields";
import { RowCells } from "../schema/row-cells";
import { readChoiceIndex } from "./choice-index";

const index = readChoiceIndex();

async function cellsOf(kind: (typeof IMPORT_KINDS)[number], said: Record<string, string>) {
  const columns = Object.fromEntries(Object.keys(said).map((name, at) => [name, at]));
  const reading = {
    kind,
    mapping: { columns, fixed: {}, answers: {} },
    directory: {} as never,
    words: await index,
  };
  return new RowCells(reading, Object.values(said));
}

describe("the words of a choice", () => {
  it("are read in every language as the forms show them, with the code behind them, and whatever their letters", async () => {
    for (const locale of LOCALES) {
      const catalogue = await readMessages(locale);
      for (const kind of IMPORT_KINDS) {
        for (const { name, shape } of IMPORT_FIELDS[kind]) {
          if (typeof shape !== "object" || shape.words === null) continue;
          const words = shape.words
            .split(".")
            .reduce<object>((inner, part) => (inner as Record<string, object>)[part] ?? {}, catalogue);
          for (const code of shape.values) {
            const word = (words as Record<string, string>)[code] ?? "";
            for (const way of [word, word.toUpperCase(), `${word} (${code})`]) {
              const row = await cellsOf(kind, { [name]: way });
              expect([row.choice(name), way]).toEqual([code, way]);
            }
          }
        }
      }
    }
  }, 30_000);

  it("may be yes, no and unclear where that is the question, and those of the pages of the record", async () => {
    for (const [cell, code] of [
      ["да", "yes"],
      ["Нет", "no"],
      ["неизвестно", "unclear"],
      ["жоқ", "no"],
      ["HAYIR", "no"],
      ["belirsiz", "unclear"],
    ] as const)
      expect((await cellsOf("action", { stoppage: cell })).choice("stoppage")).toBe(code);
    expect((await cellsOf("action", { type: "перекрытие пути" })).choice("type")).toBe("blockade");
    const row = await cellsOf("action", { stoppage: "частично", type: ".", general: "." });
    expect([row.choice("stoppage"), row.choice("type"), row.flag("general")]).toEqual(["", "", ""]);
    expect(row.problems.map(({ code }) => code)).toEqual(["unknown_choice", "unknown_choice", "flag_unknown"]);
  });
});
