import { expect, test } from "vitest";
import { projectFiles, textOf } from "./project-files";

type Line = { file: string; text: string; above: string; trailing: boolean };

/** Models, their fields, and enums: each line that declares one, with the line above it. */
function declarations(): Line[] {
  const found: Line[] = [];
  for (const file of projectFiles(/^prisma\/schema\/.*\.prisma$/)) {
    let inModel = false;
    const lines = textOf(file).split("\n");
    for (const [at, text] of lines.entries()) {
      const opens = /^(?:model|enum|view|type)\s+\w+\s*\{/.test(text);
      const isField = inModel && /^\s+\w+/.test(text) && !/^\s*(?:\/\/|@@)/.test(text);
      if (opens || isField) found.push({ file, text, above: lines[at - 1] ?? "", trailing: /\/\/\/ \S/.test(text) });
      if (opens) inModel = !text.startsWith("enum");
      else if (/^\}/.test(text)) inModel = false;
    }
  }
  return found;
}

test("every model, field and enum of the data model has a sentence", () => {
  const lines = declarations();
  const silent = lines.filter((line) => !line.trailing && !/^\s*\/\/\/ \S/.test(line.above));
  expect(lines.length).toBeGreaterThan(0);
  expect(silent.map((line) => `${line.file}: ${line.text.trim()}`)).toEqual([]);
});
