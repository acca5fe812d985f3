import { expect, test } from "vitest";
import { projectFolder } from "@/lib/server/launch/project";
import { readRoutes } from "@/lib/server/pages/routes";
import { writeCsv } from "@/lib/shared/chart/csv-file";
import { fact } from "./support/fact";
import { formulaPayloads } from "./support/formula-payloads";
import { onOwnRecord } from "./support/own-record";
import { publicAddress } from "./support/role-matrix";

const record = onOwnRecord();

const formula = /^[ \u00a0\u200b-\u200d\ufeff]*[=+\-@＝＋－＠]/u;
const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** The cells of a text as a program takes them that has this sign between cells: quotation marks count only at their beginning. */
function* cellsOf(text: string, separator: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (; at < text.length && !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    }
    for (; at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r"; at += 1)
      cell += text[at];
    yield cell;
    at += 1;
  }
}

const separators = [",", ";", "\t"];
const runs = (text: string) =>
  separators.flatMap((separator) =>
    [...cellsOf(text, separator)].filter((cell) => formula.test(cell) && !number.test(cell)),
  );

test("what reads the files finds a formula where there is one", () => {
  for (const text of ["=1\r\n", "a,=1\r\n", 'a,"=1"\r\n', 'a,"x\n=1"\r\n', "a,x;=1\r\n", "a,x\t＝1\r\n", " +1\r\n"])
    expect(runs(text), text).not.toEqual([]);
  expect(runs('a,-1.5,\'=1,2022-01-05,"x, y"\r\n')).toEqual([]);
});

fact("cells of files: none is run by a spreadsheet, with whichever sign between cells", async ({ tried, found }) => {
  const { columns, refused } = await record.plant(formulaPayloads);
  console.log(`Formulas in ${columns.length} columns; the database refused them in ${refused.length}.`);
  expect(columns.length).toBeGreaterThan(30);
  const files = readRoutes(projectFolder).routes.filter(({ pattern }) => pattern.endsWith(".csv"));
  expect(files.length).toBeGreaterThan(10);
  for (const { pattern, plane } of files) {
    if (plane !== "public") continue;
    for (const query of ["", "hxl=1", "lang=kk"]) {
      const at = publicAddress(pattern);
      const answer = await fetch(`${record.url}${at}${query === "" ? "" : `${at.includes("?") ? "&" : "?"}${query}`}`);
      if (answer.status !== 200) found(`${at} answered ${answer.status}`);
      const text = await answer.text();
      for (const separator of separators) tried([...cellsOf(text, separator)].length);
      for (const cell of runs(text).slice(0, 3)) found(`${at}: ${JSON.stringify(cell.slice(0, 60))}`);
    }
  }
  for (const payload of formulaPayloads) {
    tried();
    for (const cell of runs(
      writeCsv(
        ["a", "b"],
        [
          ["1", payload],
          [payload, "2"],
        ],
      ),
    ))
      found(`a report: ${JSON.stringify(cell)}`);
  }
});
