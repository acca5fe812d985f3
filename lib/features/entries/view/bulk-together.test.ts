import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { bulkTogether } from "./bulk-together";
import { entryAbout } from "./entry-about";

const records = [waveRecordOfFiles(readRecordFiles())];
const typed = {
  ...{ waveId: "kz22", workforceId: "KZ22-W11", actionId: "KZ22-A18", measure: "workers_directly_involved" },
  ...{ basis: "on_day", date: "2022-01-05", mode: "number", number: "1200", claimant: "union" },
  sources: [{ existing: "KZ22-S4", quote: "1,200 miners", language: "en" }],
};
type Entry = { id: string; kind: "new_record"; payload: object };
const entry = (id: string, changes: object = {}): Entry => ({
  ...{ id, kind: "new_record", payload: { ...typed, ...changes } },
});
const shown = (entries: Entry[]) =>
  entries.map(({ id, ...one }) => ({ id, comparison: entryAbout(one, records).comparison }));

describe("what several of one decision come to together", () => {
  const union = entry("union");
  const employer = entry("employer", { claimant: "employer", number: "300" });
  const later = entry("later", { date: "2022-01-09", number: "5000" });

  it("is the range of all of them about one subject and moment, disputed where they disagree", () => {
    const together = bulkTogether(shown([union, later]), [union, employer, later], records);
    expect(together.get("union")).toMatchObject({ others: 1, range: { lower: 300, upper: 1200, disputed: true } });
    expect(together.has("later")).toBe(false);
  });

  it("is the same whichever of them is looked at, and a crowd is one however its form was called", () => {
    const together = bulkTogether(shown([union, employer]), [union, employer], records);
    expect(together.get("union")?.range).toMatchObject({ lower: 300, upper: 1200 });
    expect(together.get("employer")?.range).toMatchObject({ lower: 300, upper: 1200 });
    const crowd = { measure: "attendance", number: "900" };
    const wider = { recordKind: "wider_figure", about: "action KZ22-A18", measure: "attendance", number: "700" };
    const { workforceId: _, actionId: __, ...of } = typed;
    const both = [entry("one", crowd), { ...entry("two"), payload: { ...of, ...wider } }];
    expect(bulkTogether(shown(both), both, records).get("one")).toMatchObject({ others: 1, range: { lower: 700 } });
  });

  it("is nothing for what the decision does not publish, and nothing alone", () => {
    expect(bulkTogether(shown([union]), [employer], records).size).toBe(0);
    expect(bulkTogether(shown([union]), [union], records).size).toBe(0);
  });
});
