import { describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import { exact, unknown } from "@/lib/domain/quantity";
import { throughLens } from "@/lib/domain/through-lens";
import { solidarityFile, solidarityView } from "@/lib/features/solidarity/view";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticRecord, syntheticSolidarity } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { loadSolidarity } from "../loaders";
import { countedView } from "./counted";
import { networkView } from "./network";
import { overTimeView } from "./over-time";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const context = await loadSolidarity(readingContext(record, words));

describe("who stood by whom in January 2022", () => {
  const view = networkView(record.solidarity, context);

  it("says how many acts there were, by how many, and how many of them abroad", () => {
    expect(view.finding).toBe("16 acts of support by 14 supporters, 1 of them abroad");
    expect(networkView([], context).finding).toBe("No act of support is in the record");
  });

  it("has the seven rallies of 3 January apart, each by the people of its region for the gathering in Mangystau", () => {
    const seven = record.solidarity.filter(({ toActionId }) => toActionId === "KZ22-A125");
    const region = (actionId: string | null) => record.actions.find(({ id }) => id === actionId)?.regionId;
    expect(region("KZ22-A125")).toBe("KZ-MAN");
    const expected = ["KZ-AKT", "KZ-ALA", "KZ-ALM", "KZ-AST", "KZ-ATY", "KZ-VOS", "KZ-ZAP"];
    expect(seven.map(({ asActionId }) => region(asActionId)).toSorted()).toEqual(expected);
  });

  it("puts support from abroad last, under its country", () => {
    expect(view.groups.at(-1)).toMatchObject({ heading: "From abroad: Türkiye", isAbroad: true });
    expect(view.groups.filter(({ isAbroad }) => isAbroad)).toHaveLength(1);
  });

  it("tables every pair with the acts between the two, and leads to workforces and records", () => {
    const tengiz = view.table.rows.filter(({ cells }) => cells[0]?.text === "Contractors' workers at Tengiz");
    expect(tengiz.map(({ cells }) => [cells[2]?.text, cells[3]?.text])).toEqual([
      ["The whole wave", "Solidarity strike; Solidarity rally"],
      ["Rally: Zhanaozen", "Solidarity rally"],
    ]);
    expect(tengiz[1]?.cells[0]?.href).toBe("/en/workforces/tengiz-contractor-workers");
    expect(tengiz[1]?.cells[4]?.href).toBe("/en/records/KZ22-L101");
  });

  it("keeps the reading in its links, and has nothing that was not known then", async () => {
    const [first, ...others] = record.solidarity;
    const knownAt = first?.recordedAt ?? 0;
    const late = others.map((row) => ({ ...row, recordedAt: knownAt + 1 }));
    const later = { ...record, solidarity: first ? [first, ...late] : [] };
    const then = throughLens(later, { ...NO_LENS, knownOn: "2022-01-06", knownAt });
    const known = await loadSolidarity(readingContext(then, words, record));
    const replay = networkView(then.solidarity, known);
    expect(replay.acts.map(({ id }) => id)).toEqual([first?.id]);
    for (const { href } of replay.acts) expect(href).toContain("known_on=2022-01-06");
  });

  it("marks the acts that only one side tells of, and says so in their titles", () => {
    const march = view.acts.find(({ id }) => id === "KZ22-L101");
    expect(march?.isUnsure).toBe(true);
    expect(march?.title).toMatch(/\(said by one side only\)$/);
    expect(view.acts.find(({ id }) => id === "KZ22-L103")?.isUnsure).toBe(false);
  });

  it("says of an amount what it counts and in which words, and of an unknown one why", () => {
    const amount = { ...exact(5000, "tenge"), upper: null, words: "5,000 tenge and more" };
    const acts = [
      syntheticSolidarity("ZZ30-L1", { amount }),
      syntheticSolidarity("ZZ30-L2", { amount: unknown("withheld", "currency") }),
    ];
    const items = solidarityView(readingContext(syntheticRecord({ solidarity: acts }), words));
    expect(items.map((item) => item.amount)).toEqual([
      "at least 5,000 tenge (“5,000 tenge and more”)",
      "the number was withheld",
    ]);
  });

  it("counts each sympathy strike once and says of what no line is drawn", () => {
    const said = countedView(context);
    expect(said.map(({ key, records }) => [key, records.length])).toEqual([
      ["strikes", 4],
      ["unlinked", 2],
    ]);
    expect(
      countedView({ ...context, record: { ...record, part: { digest: null, map: null, regionIds: [] } } }),
    ).toEqual([]);
  });

  it("writes supporter and supported into the file", () => {
    const { header, rows } = solidarityFile(solidarityView(context), context);
    const row = rows.find(([id]) => id === "KZ22-L13") ?? [];
    const cell = (name: string) => row[header.indexOf(name)];
    expect(cell("supporter_workforce")).toBe("aktobe-oil-workers");
    expect(cell("supporter_region")).toBe("KZ-AKT");
    expect(cell("to_workforces")).toBe("tengizchevroil-oil-workers");
  });
});

describe("when support was given", () => {
  const view = overTimeView(record.solidarity, context);

  it("draws no act without a day, and says it in words", () => {
    const drawn = view.rows.flatMap(({ acts }) => acts.map(({ id }) => id));
    expect(drawn).toHaveLength(15);
    expect(view.rows.flatMap(({ name, remark }) => (remark ? [name, remark] : []))).toEqual([
      "“Turkish people”, in the author's voice",
      "no day known",
    ]);
    expect(view.undrawn.map(({ href }) => href)).toEqual(["/en/records/KZ22-L61"]);
  });

  it("puts a day of the west into the column of that day, and lays a veil over the cut", () => {
    const march = view.rows.flatMap(({ acts }) => acts).find(({ id }) => id === "KZ22-L101");
    const day = view.axis.days.find(({ start }) => start === march?.from);
    expect(day?.label).toBe("3 Jan");
    expect(view.veils.length).toBeGreaterThan(0);
  });
});
