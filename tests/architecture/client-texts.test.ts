import { expect, test } from "vitest";
import { projectFiles, textOf } from "./project-files";

const COMPONENTS = projectFiles().filter((file) => file.startsWith("components/") && /\.tsx?$/.test(file));
/** What carries parts of the catalogue to the browser, for the forms of some pages. */
const GIVING = COMPONENTS.filter((file) => file.endsWith("-texts.tsx"));

test("every text that a browser asks for is carried to it by some page", () => {
  const given = GIVING.map(textOf).join("\n");
  const missing = COMPONENTS.flatMap((file) => {
    const source = textOf(file);
    if (!source.startsWith('"use client"')) return [];
    const asked = [...source.matchAll(/useTranslations\("(\w+)[^"]*"\)/g)].map(([, part = ""]) => part);
    return asked.filter((part) => !new RegExp(`\\b${part}\\b`).test(given)).map((part) => `${file}: ${part}`);
  });
  expect(GIVING.length).toBeGreaterThan(2);
  expect(missing).toEqual([]);
});
