import { expect, test } from "vitest";
import { count, type Report, score, survivors } from "./report";

const at = (line: number, from: number, to: number, toLine = line) => ({
  start: { line, column: from },
  end: { line: toLine, column: to },
});
const report: Report = {
  files: {
    "sum.ts": {
      source: "export const add = (a, b) => {\n  return a + b;\n};\n",
      mutants: [
        { mutatorName: "ArithmeticOperator", replacement: "a - b", status: "Survived", location: at(2, 10, 15) },
        { mutatorName: "BlockStatement", replacement: "{}", status: "NoCoverage", location: at(1, 30, 2, 3) },
        { mutatorName: "StringLiteral", replacement: '""', status: "Killed", location: at(1, 1, 7) },
        { mutatorName: "StringLiteral", replacement: '""', status: "Timeout", location: at(1, 1, 7) },
        { mutatorName: "StringLiteral", replacement: '""', status: "RuntimeError", location: at(1, 1, 7) },
      ],
    },
  },
};
const mutants = report.files["sum.ts"]?.mutants ?? [];

test("every mutant is counted once, and what did not run is no success", () => {
  expect(count(mutants)).toEqual({ killed: 1, timedOut: 1, survived: 1, uncovered: 1, invalid: 1 });
  expect(score(count(mutants))).toBe(50);
});

test("no mutants have no score", () => {
  expect(score(count([]))).toBeUndefined();
});

test("a survivor is named by its place, what stood there and what could stand there instead", () => {
  expect(survivors(report)).toEqual([
    { place: "sum.ts:1", mutator: "BlockStatement", original: "{ return a + b; }", replacement: "{}" },
    { place: "sum.ts:2", mutator: "ArithmeticOperator", original: "a + b", replacement: "a - b" },
  ]);
});
