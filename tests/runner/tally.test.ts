import { expect, test } from "vitest";
import { add, nothing, playwrightTally, vitestTally } from "./tally";

test("the reports of both runners are summed", () => {
  const unit = vitestTally({ numPassedTests: 7, numFailedTests: 1 }, 1);
  const journeys = playwrightTally({ stats: { expected: 3, unexpected: 1, flaky: 1 } }, 1);
  expect(add(unit, journeys)).toEqual({ passed: 10, failed: 3 });
});

test("a runner that ended badly never looks like a pass", () => {
  expect(vitestTally(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  expect(vitestTally({ numPassedTests: 5, numFailedTests: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(playwrightTally({ stats: { expected: 0 }, errors: ["setup"] }, 1)).toEqual({ passed: 0, failed: 1 });
});

test("nothing run is nothing passed", () => {
  expect(add(nothing, vitestTally({}, 0))).toEqual({ passed: 0, failed: 0 });
});
