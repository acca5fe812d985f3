import { expect, test } from "vitest";
import { projectFiles, textOf } from "./project-files";

const pages = projectFiles(/^app\/\[locale\]\/\(public\)\/waves\/\[wave\]\/.*page\.tsx$/);

test("every page of a wave begins with its menu, in the context it is read in", () => {
  expect(pages.length).toBeGreaterThan(10);
  const without = pages.filter((file) => !/<>\s+<WaveNav context=\{context\} \/>/.test(textOf(file)));
  expect(without).toEqual([]);
});
