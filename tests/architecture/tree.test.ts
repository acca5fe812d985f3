import path from "node:path";
import { expect, test } from "vitest";
import { projectFiles, textOf } from "./project-files";

const topLevel = new Set([
  ".ci",
  "app",
  "components",
  "docs",
  "lib",
  "prisma",
  "public",
  "tests",
  "README.md",
  "LICENSE",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ".dependency-cruiser.cjs",
  ".gitattributes",
  ".gitignore",
  ".npmrc",
  ".nvmrc",
  ".editorconfig",
  "biome.json",
  "knip.json",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "playwright.config.ts",
  "postcss.config.mjs",
  "prisma.config.ts",
  "proxy.ts",
  "tsconfig.json",
  "vitest.config.ts",
]);
const code = /\.(ts|tsx|mjs|cjs)$/;
const longest = 300;
/** What a file that is only a table of data says in its first lines to be longer. */
const dataTableMark = /^\/\/ Data table: longer than 300 lines by its nature\.$/m;
const featureParts = "schema|data|loaders|mutations|actions|view";

function wrong(pattern: RegExp, isWrong: (file: string) => boolean): string[] {
  return projectFiles(pattern).filter(isWrong);
}

test("the top level holds the product and nothing else", () => {
  expect(wrong(/./, (file) => !topLevel.has(file.split("/")[0] ?? ""))).toEqual([]);
});

test("a feature has only the known parts, as files or as folders of verbs", () => {
  const allowed = new RegExp(
    `^lib/features/[a-z-]+/(?:(?:${featureParts})(?:\\.test)?\\.tsx?|(?:${featureParts})/[a-z0-9-]+(?:\\.test)?\\.tsx?)$`,
  );
  expect(wrong(/^lib\/features\//, (file) => !allowed.test(file))).toEqual([]);
});

test("code files are short, data tables excepted by name", () => {
  const tooLong = (file: string) => {
    const text = textOf(file);
    return text.split("\n").length - 1 > longest && !dataTableMark.test(text.split("\n", 5).join("\n"));
  };
  expect(wrong(code, tooLong)).toEqual([]);
});

test("file names are kebab-case and say what is inside", () => {
  const catchAll = new Set(["utils", "util", "helpers", "helper", "common", "misc", "shared-utils", "stuff", "lib"]);
  const fine = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
  const routeFolder = /^(?:\[\[?(?:\.\.\.)?[a-zA-Z]+\]?\]|\([a-z-]+\)|@[a-z-]+|_[a-z-]+)$/;
  const isWrong = (file: string) =>
    file.split("/").some((part, at, parts) => {
      const bare = at === parts.length - 1 ? part.replace(/(?:\.test|\.spec|\.d)?\.\w+$/, "") : part;
      const inRoutes = parts[0] === "app" && routeFolder.test(part);
      return (
        (catchAll.has(bare) && !(at === 0 && bare === "lib")) || (part !== "LICENSE" && !inRoutes && !fine.test(bare))
      );
    });
  expect(wrong(/^(app|components|lib|tests|prisma\/(?!migrations))/, isWrong)).toEqual([]);
});

test("there are no barrels", () => {
  const isBarrel = (file: string) =>
    /^index\.[cm]?tsx?$/.test(path.basename(file)) || /^export \* from /m.test(textOf(file));
  expect(wrong(/^(app|components|lib|prisma|tests)\/.*\.tsx?$/, isBarrel)).toEqual([]);
});

test("only lib/env.ts reads the environment", () => {
  const reads = (file: string) => /\bprocess\s*\.\s*env\b|\bprocess\[["']env/.test(textOf(file));
  const here = "tests/architecture/tree.test.ts";
  expect(wrong(code, (file) => file !== "lib/env.ts" && file !== here && reads(file))).toEqual([]);
});

test("only lib/server/auth.ts imports the sign-in library", () => {
  const imports = (file: string) =>
    /from "next-auth|import\("next-auth|import "next-auth|require\("next-auth/.test(textOf(file));
  expect(
    wrong(
      /\.tsx?$/,
      (file) => file !== "lib/server/auth.ts" && file !== "tests/architecture/tree.test.ts" && imports(file),
    ),
  ).toEqual([]);
});

test("no test is switched off or alone", () => {
  const mark = /\b(?:test|it|describe)\.(?:only|skip|todo|fixme|fails)\b/;
  expect(wrong(/\.(test|spec)\.tsx?$/, (file) => mark.test(textOf(file)))).toEqual([]);
});
