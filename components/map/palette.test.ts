import { readFileSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { contrast, distance, type Light, lightOf, seenBy, VISIONS } from "./colour-vision";
import { MapPatterns } from "./map-patterns";

const css = readFileSync(path.join(import.meta.dirname, "../../app/globals.css"), "utf8");
const [light = "", dark = ""] = [...css.matchAll(/:root \{([^}]+)\}/g)].map(([, body]) => body);
const schemes = { light: tonesOf(light), dark: { ...tonesOf(light), ...tonesOf(dark) } };

function tonesOf(body: string): Record<string, Light> {
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, lightOf(hex)]),
  );
}

function tone(scheme: keyof typeof schemes, name: string): Light {
  const found = schemes[scheme][name];
  if (found === undefined) throw new Error(`No tone ${name}`);
  return found;
}

/** Grounds that lie side by side on the map, and bars that stand side by side in charts. */
const PAIRS = [
  ["strike", "rally"],
  ["strike", "paper-2"],
  ["rally", "paper-2"],
  ["strike", "paper"],
  ["rally", "paper"],
  ["solidarity", "paper"],
] as const;

describe.each(["light", "dark"] as const)("the colours of the map and the charts, %s", (scheme) => {
  it.each(Object.keys(VISIONS))("stay apart with %s", (vision) => {
    const matrix = VISIONS[vision];
    if (matrix === undefined) throw new Error(vision);
    const near = PAIRS.filter(
      ([one, other]) => distance(seenBy(matrix, tone(scheme, one)), seenBy(matrix, tone(scheme, other))) < 10,
    );
    expect(near).toEqual([]);
  });

  it("stand out from the paper as marks", () => {
    const marks = ["strike", "rally", "solidarity", "state-action", "unknown", "veil", "ink"];
    expect(marks.filter((name) => contrast(tone(scheme, name), tone(scheme, "paper")) < 3)).toEqual([]);
  });
});

describe("the patterns of the map", () => {
  it("differ in what they draw, not in colour alone", () => {
    const markup = renderToStaticMarkup(createElement(MapPatterns, { idPrefix: "m" }));
    const shapes = [...markup.matchAll(/<pattern id="m-([a-z]+)"[^>]*>(.*?)<\/pattern>/g)].map(([, , inside = ""]) =>
      inside.replaceAll(/ (fill|stroke)="[^"]*"/g, "").replaceAll(/ (fill|stroke)-opacity="[^"]*"/gi, ""),
    );
    expect(shapes).toHaveLength(7);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
