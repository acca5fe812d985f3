import { describe, expect, it } from "vitest";
import type { ImportState } from "./schema/import-states";
import { batchPage } from "./view";
import type { BatchRow, EntryCount } from "./view/rows";

const nothing = { columns: {}, fixed: {}, answers: {} };
const batch: BatchRow = {
  ...{
    id: "",
    waveId: "kz22",
    authorId: "",
    kind: "figure",
    state: "done",
    fileName: "strikes.csv",
    encoding: "utf-8",
    separator: ";",
  },
  ...{ header: [], columns: [], mapping: nothing, failures: 0, createdAt: 0 },
};

function pageOf(state: ImportState, entries: readonly EntryCount[]) {
  const counts = { waiting: 0, ready: 0, wrong: 0, sent: 6, double: 0 };
  const beside = {
    doubles: { repeated: 0, lines: [], more: 0 },
    wrong: { groups: [], different: 0 },
    ready: [],
    same: null,
    megabytes: 32,
    dates: { from: "", until: "" },
  };
  return batchPage({ batch: { ...batch, state }, mapping: nothing, counts, entries, ...beside });
}

describe("withdrawing what a file has become", () => {
  it("is offered for the entries that nobody has decided about, and says how many they are", () => {
    const entries: EntryCount[] = [
      { state: "submitted", count: 3 },
      { state: "changes_requested", count: 1 },
      { state: "published", count: 2 },
    ];
    expect(pageOf("done", entries)).toMatchObject({ withdrawable: 4, can: { withdraw: true } });
    expect(pageOf("sending", entries).can.withdraw).toBe(false);
  });

  it("is told while it goes on: what is withdrawn of what was to be", () => {
    const entries: EntryCount[] = [
      { state: "submitted", count: 3 },
      { state: "withdrawn", count: 2 },
      { state: "published", count: 1 },
    ];
    expect(pageOf("withdrawing", entries).progress).toEqual({ done: 2, all: 5, of: "entries" });
    expect(pageOf("done", entries).progress).toBeNull();
  });

  it("is not offered where it would withdraw nothing", () => {
    expect(pageOf("done", [{ state: "published", count: 6 }]).can.withdraw).toBe(false);
    expect(pageOf("withdrawn", [{ state: "withdrawn", count: 6 }]).can.withdraw).toBe(false);
  });
});
