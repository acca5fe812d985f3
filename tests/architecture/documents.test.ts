import { expect, test } from "vitest";
import { isThere, projectFiles, textOf } from "./project-files";

const top = "(?:app|components|docs|lib|prisma|public|tests|\\.ci)";
const cited = new RegExp(`(?<![\\w/.@-])(${top}/[\\w@()[\\]./-]*[\\w)\\]/])`, "g");
/** Made by a build or a run, so cited but not in git. */
const madeLater = /^(?:lib\/generated|public\/generated)\b/;

function citedPaths(file: string): string[] {
  const code = [...textOf(file).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  return code
    .flatMap((text) => [...text.matchAll(cited)].map((match) => (match[1] ?? "").replace(/[/.]$/, "")))
    .filter((path) => !/[<>*{}…]|\.\.\./.test(path) && !madeLater.test(path));
}

test("documents cite only paths that exist", () => {
  const lost = projectFiles(/\.md$/).flatMap((file) =>
    citedPaths(file)
      .filter((path) => !isThere(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(lost).toEqual([]);
});

test("documents cite only scripts that package.json has", () => {
  const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: object }).scripts);
  const lost = projectFiles(/\.md$/).flatMap((file) =>
    [...textOf(file).matchAll(/\bnpm run ([a-z:-]+)/g)]
      .map((match) => match[1] ?? "")
      .filter((name) => !scripts.includes(name)),
  );
  expect(lost).toEqual([]);
});

test("no file names a place of one machine or a package registry", () => {
  const machine = new RegExp(
    ["/wo" + "rk/", "/ho" + "me/\\w", "/Us" + "ers/\\w", "/ro" + "ot/\\w", "registry\\.np" + "mjs"].join("|"),
  );
  const named = projectFiles(/\.(?:ts|tsx|mjs|cjs|json|md|prisma|sql|css|ya?ml|sh|toml)$|^\.npmrc$|^\.ci\//).filter(
    (file) => machine.test(textOf(file)),
  );
  expect(named).toEqual([]);
});
