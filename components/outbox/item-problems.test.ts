import { expect, test } from "vitest";
import { SAVED } from "@/lib/domain/outbox";
import { itemOf } from "@/lib/shared/outbox/item";
import { limitsSaid, problemsOfItem } from "./item-problems";

const figure = {
  ...{ submissionKey: "0b6f1f0e-2f4f-4d0a-9a55-0d4f4a1f2a10", locale: "en", waveId: "KZ22" },
  ...{ workforceId: "KZ22-W11", actionId: "KZ22-A18", measure: "workers_directly_involved", basis: "on_day" },
  ...{ date: "2022-01-05", precision: "day", mode: "number", number: "1414", claimant: "union" },
  ...{ "sources.0.existing": "KZ22-S1", "sources.0.quote": "1414 miners" },
  ...{ possibleFrom: "2021-12-02", possibleUntil: "2022-02-11" },
};

function keptOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const item = itemOf({ title: "Log a figure", account: "mark", images: [], writtenAt: 7, form });
  if (item === null) throw new Error("It was not kept.");
  return item;
}

test("what waits and is whole has nothing to mend; what is not is told as when it was kept, dates with what is possible", () => {
  expect(problemsOfItem(keptOf(figure))).toEqual({});
  expect(problemsOfItem(keptOf({ ...figure, number: "1400-1414" }))).toEqual({ number: "number_two_numbers" });
  const late = keptOf({ ...figure, date: "2024-01-05" });
  expect(problemsOfItem(late)).toEqual({ date: "date_outside_wave" });
  expect(limitsSaid(late)).toEqual({ from: "2021-12-02", until: "2022-02-11" });
});

test("of what was answered the answer alone is told", () => {
  const wrong = keptOf({ ...figure, number: "" });
  expect(Object.keys(problemsOfItem({ ...wrong, state: SAVED }))).toEqual(["number"]);
  const refused = { is: "refused", because: "check_fields", fields: {} } as const;
  for (const state of [refused, { is: "sending", tries: 1 } as const])
    expect(problemsOfItem({ ...wrong, state })).toEqual({});
});
