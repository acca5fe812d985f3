import { expect, test } from "vitest";
import { add, failure, nothing, playwrightTally, vitestTally } from "./tally";

test("the reports of both runners are summed", () => {
  const unit = vitestTally({ numPassedTests: 7, numFailedTests: 1 }, 1);
  const journeys = playwrightTally({ stats: { expected: 3, unexpected: 1, flaky: 1 } }, 1);
  expect(add(unit, journeys)).toMatchObject({ passed: 10, failed: 3 });
});

test("what failed is told by its name and by what it said, without colours", () => {
  const unit = vitestTally(
    {
      numFailedTests: 1,
      testResults: [
        {
          name: "sums.test.ts",
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "one" },
            { status: "failed", fullName: "two", failureMessages: ["\u001b[31mexpected 2\u001b[39m"] },
          ],
        },
        { name: "broken.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    },
    1,
  );
  const spec = { title: "reads", file: "read.spec.ts", line: 7 };
  const unexpected = { status: "unexpected", results: [{ errors: [{ message: "no heading" }] }] };
  const suites = [
    {
      suites: [
        {
          specs: [
            { ...spec, tests: [unexpected] },
            { title: "fine", tests: [{ status: "expected" }] },
          ],
        },
      ],
    },
  ];
  const journeys = playwrightTally({ stats: { unexpected: 1 }, suites }, 1);
  expect(add(unit, journeys).failures).toEqual([
    "sums.test.ts › two\n    expected 2",
    "broken.test.ts\n    no such module",
    "read.spec.ts:7 › reads\n    no heading",
  ]);
});

test("a failure that says very much is cut, so that the end of the output stays readable", () => {
  expect(failure("long", "line\n".repeat(500)).split("\n").length).toBeLessThan(20);
});

test("a runner that ended badly never looks like a pass", () => {
  const ended = ["the runner ended with 1"];
  expect(vitestTally(undefined, 1)).toEqual({ passed: 0, failed: 1, failures: ended });
  expect(vitestTally({ numPassedTests: 5, numFailedTests: 0 }, 1)).toEqual({ passed: 5, failed: 1, failures: ended });
  expect(playwrightTally({ stats: { expected: 0 }, errors: [{ message: "setup" }] }, 1)).toMatchObject({
    ...{ passed: 0, failed: 1 },
    failures: ["journeys\n    setup"],
  });
});

test("nothing run is nothing passed", () => {
  expect(add(nothing, vitestTally({}, 0))).toEqual(nothing);
});
