import { describe, expect, it } from "vitest";
import { demandsFile, demandsView } from "@/lib/features/demands/view";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { loadDemands } from "../loaders";
import { matrixView } from "./matrix";

const record = waveRecordOfFiles(readRecordFiles());
const context = await loadDemands(readingContext(record, await readingWords("en")));
const view = matrixView(record.demands, context);

describe("who raised what when in January 2022", () => {
  it("says how many demands, by how many, and how many have an answer", () => {
    expect(view.finding).toBe("19 demands, raised by 10 groups of people; 2 have an answer in this record");
    expect(view.unanswered).toBe(17);
    expect(matrixView([], context).rows).toEqual([]);
  });

  it("has the one numeric demand of the workers with its target, its day and its answer", () => {
    const row = view.rows.find(({ name }) => name.href === "/en/workforces/worker-collectives");
    const wages = row?.cells.find(({ kind }) => kind === "wages")?.items;
    expect(wages).toMatchObject([{ id: "KZ22-D1", target: "target: “100 percent”", note: "answered" }]);
  });

  it("has the three demands of the strikers of Karaganda Region, wages, retirement age and unions", () => {
    const row = view.rows.find(({ name }) => name.text === "strikers of Karaganda Region");
    const items = row?.cells.flatMap(({ items }) => items.map(({ id }) => id));
    const once = view.rows.map(({ cells }) => cells.flatMap(({ items }) => items.map(({ text }) => text)));
    for (const texts of once) expect(new Set(texts).size).toBe(texts.length);
    expect(items).toEqual(["KZ22-D105", "KZ22-D101", "KZ22-D106"]);
  });

  it("tells what was granted in order: 90 tenge, 50 tenge, then pay at Tengiz, each with how far it went", () => {
    expect(view.answers.map(({ event, outcome }) => [event.text, outcome])).toEqual([
      ["A price of about 90 tenge a litre was offered.", "Partly: below 120 tenge, above the 50 asked for."],
      ["A price of 50 tenge a litre was announced.", "Met in Mangystau: 50 tenge a litre."],
      [
        "The strike at Tengiz ended with pay rises of up to 50 percent.",
        "A possible answer: the pay rise was at Tengiz, the demand was raised in Mangystau.",
      ],
    ]);
  });

  it("says of a part of a large wave no number of the whole", () => {
    const part = matrixView(record.demands, {
      ...context,
      record: { ...record, part: { digest: null, map: null, regionIds: [] } },
    });
    expect(part.finding).not.toMatch(/\d/);
  });

  it("writes who raised it, the target in its words and the outcomes into the file", () => {
    const { header, rows } = demandsFile(demandsView(context), context);
    const row = rows.find(([id]) => id === "KZ22-D13") ?? [];
    const cell = (name: string) => row[header.indexOf(name)];
    expect(cell("target_words")).toBe("50 tenge per liter");
    expect(cell("outcomes")).toContain("Met in Mangystau");
  });
});
