import { expect, test } from "vitest";
import { withFormProblems } from "./read-row";

const reading = { kind: "figure", mapping: { columns: { source_ids: 3, value: 1 }, fixed: {}, answers: {} } } as const;
const at = (slot: number) => `sources.${slot}.existing`;

test("of several unknown sources in one cell each is named, once", () => {
  const found = [
    { field: at(0), code: "source_unknown" },
    { field: at(0), code: "source_unknown", of: "KZ22-S998" },
    { field: at(1), code: "source_id_wrong", of: "S-7" },
    { field: at(2), code: "source_unknown", of: "KZ22-S999" },
    { field: at(3), code: "source_unknown", of: "KZ22-S998" },
  ];
  expect(withFormProblems(reading, [], found)).toEqual([
    { field: at(0), column: 3, code: "source_unknown", of: ["KZ22-S998", "KZ22-S999"] },
    { field: at(0), column: 3, code: "source_id_wrong", of: ["S-7"] },
  ]);
});

test("what follows from a cell that could not be read is no fault of its own", () => {
  const own = [{ field: "number", column: 1, code: "value_unreadable" }];
  const found = [
    { field: "mode", code: "mode_missing" },
    { field: "number", code: "number_missing" },
  ];
  expect(withFormProblems(reading, own, found)).toEqual(own);
});
