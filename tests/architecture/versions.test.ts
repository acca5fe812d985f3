import { expect, test } from "vitest";
import { textOf } from "./project-files";

/** The oldest release of each without a published weakness that reaches Turnout. Raise with every advisory. */
const minimumSafe: Record<string, string> = {
  next: "16.4.5",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  sharp: "0.35.5",
  zod: "4.6.6",
};

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
};
type Lockfile = { packages: Record<string, { version?: string; resolved?: string }> };

const manifest = JSON.parse(textOf("package.json")) as Manifest;
const lockfile = JSON.parse(textOf("package-lock.json")) as Lockfile;

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split("-", 1)[0]?.split(".").map(Number) ?? []);
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

test("versions compare by number", () => {
  expect(isOlder("16.4.10", "16.4.9")).toBe(false);
  expect(isOlder("16.4.4", "16.4.5")).toBe(true);
  expect(isOlder("17.0.0", "16.4.5")).toBe(false);
});

test("every dependency is pinned to one version", () => {
  const ranges = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.overrides,
  }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  expect(ranges).toEqual([]);
});

test("nothing installed is older than its minimum safe version", () => {
  const old = Object.entries(lockfile.packages).flatMap(([place, { version }]) => {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const least = minimumSafe[name];
    return least && version && isOlder(version, least) ? [`${name} ${version} < ${least}`] : [];
  });
  expect(old).toEqual([]);
});

test("the lockfile names no registry host", () => {
  expect(Object.values(lockfile.packages).filter((one) => one.resolved?.startsWith("http"))).toEqual([]);
});
