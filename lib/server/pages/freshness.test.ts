import fc from "fast-check";
import { expect, test } from "vitest";
import { behindMs, Freshness } from "./freshness";

const versions = (all: number, waves: Record<string, number>) => ({ all, waves: new Map(Object.entries(waves)) });

function madeAt(all: number, waves: Record<string, number>) {
  const freshness = new Freshness();
  const cells = {
    one: freshness.cell({ wave: "one" }),
    other: freshness.cell({ wave: "other" }),
    all: freshness.cell("all"),
    none: freshness.cell("none"),
  };
  freshness.update(versions(all, waves), "", 1000);
  const tokens = () => Object.fromEntries(Object.entries(cells).map(([name, { token }]) => [name, token]));
  return { freshness, cells, tokens };
}

test("a publication touches its wave and what shows all waves, and nothing else", () => {
  const { freshness, tokens } = madeAt(5, { one: 4, other: 5 });
  const before = tokens();
  freshness.update(versions(6, { one: 6, other: 5 }), "", 2000);
  const after = tokens();
  const touched = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(touched.toSorted()).toEqual(["all", "one"]);
});

test("the same versions again touch nothing", () => {
  const { freshness, cells, tokens } = madeAt(5, { one: 4, other: 5 });
  const before = tokens();
  freshness.update(versions(5, { one: 4, other: 5 }), "", 9000);
  expect(tokens()).toEqual(before);
  expect(behindMs(cells.one, before.one ?? 0, 9999)).toBe(0);
});

// Once a page begun before the notice and finished after it passed for current, with the notice on it.
test("a notice touches every page, pages of text too, and so does its end", () => {
  const { freshness, tokens } = madeAt(5, { one: 4, other: 5 });
  const before = tokens();
  freshness.update(versions(5, { one: 4, other: 5 }), " away 1", 2000);
  const during = tokens();
  expect(Object.keys(during).filter((name) => during[name] === before[name])).toEqual([]);
  freshness.update(versions(5, { one: 4, other: 5 }), "", 3000);
  const after = tokens();
  expect(Object.keys(after).filter((name) => [before[name], during[name]].includes(after[name]))).toEqual([]);
});

test("a scope has one cell, a wave that is gone or was never there too", () => {
  const { freshness, cells } = madeAt(5, { one: 4, other: 5 });
  expect(freshness.cell({ wave: "one" })).toBe(cells.one);
  expect(freshness.cell("all")).toBe(cells.all);
  freshness.update(versions(6, { other: 5 }), "", 2000);
  expect(cells.one.says).toBe(freshness.cell({ wave: "never" }).says);
});

test("a wave named like a scope is a wave", () => {
  const freshness = new Freshness();
  const named = freshness.cell({ wave: "all" });
  freshness.update(versions(7, { all: 3 }), "", 1);
  expect(named.token).not.toBe(freshness.cell("all").token);
});

// Once a page that nobody had asked for through several publications counted as old as the last of them.
test("how old a page is counts from the publication that overtook it, not from the last one", () => {
  const { freshness, cells } = madeAt(1, { one: 1 });
  const first = cells.one.token;
  freshness.update(versions(2, { one: 2 }), "", 10_000);
  const second = cells.one.token;
  freshness.update(versions(3, { one: 3 }), "", 20_000);
  expect(behindMs(cells.one, first, 20_500)).toBe(10_500);
  expect(behindMs(cells.one, second, 20_500)).toBe(500);
  expect(behindMs(cells.one, cells.one.token, 20_500)).toBe(0);
});

test("however many publications come, memory stays bounded and no page is taken for newer than it is", () => {
  const { freshness, cells } = madeAt(0, { one: 0 });
  const first = cells.one.token;
  for (let at = 1; at <= 3000; at += 1) freshness.update(versions(at, { one: at }), "", at * 10);
  expect(cells.one.ended.size).toBe(1000);
  expect(behindMs(cells.one, first, 30_000)).toBeGreaterThanOrEqual(9000);
});

test("property: only scopes whose version grew change", () => {
  const wave = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(fc.array(wave, { maxLength: 30 }), (publications) => {
      const freshness = new Freshness();
      const now: Record<string, number> = { a: 0, b: 0, c: 0 };
      const cells = new Map(Object.keys(now).map((name) => [name, freshness.cell({ wave: name })]));
      publications.forEach((name, at) => {
        const before = new Map([...cells].map(([one, { token }]) => [one, token]));
        now[name] = at + 1;
        freshness.update(versions(at + 1, now), "", at);
        for (const [one, { token }] of cells) expect(token !== before.get(one)).toBe(one === name);
      });
    }),
  );
});
