import fc from "fast-check";
import { expect, test } from "vitest";
import { relativePath } from "./relative-path";

/** Every point of a path of M, l and Z in tenths, told from the origin. */
function pointsOf(path: string): [number, number][] {
  let at: [number, number] = [0, 0];
  let start = at;
  return (path.match(/[MlZ][^MlZ]*/g) ?? []).flatMap((part) => {
    if (part === "Z") {
      at = start;
      return [];
    }
    const numbers = (part.match(/-?\d*\.?\d+/g) ?? []).map((number) => Math.round(Number(number) * 10));
    // After an M, further numbers would be places, not steps.
    if (part.startsWith("M") && numbers.length !== 2) throw new Error(part);
    const points: [number, number][] = [];
    for (let index = 0; index < numbers.length; index += 2) {
      const [x = 0, y = 0] = numbers.slice(index, index + 2);
      const isFirst = part.startsWith("M") && index === 0;
      at = isFirst ? [x, y] : [at[0] + x, at[1] + y];
      if (isFirst) start = at;
      points.push(at);
    }
    return points;
  });
}

test("an outline is told from point to point", () => {
  expect(relativePath("M10,20L10.5,20L9.8,19.3L10,30ZM1,1L2,1L2,2Z")).toBe("M10,20l.5,0-.7-.7 .2,10.7ZM1,1l1,0 0,1Z");
});

test("no point moves, however long the outline", () => {
  const tenth = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
  const ring = fc.array(fc.tuple(tenth, tenth), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 4 }), (rings) => {
      const path = rings.map((points) => `M${points.map(([x, y]) => `${x},${y}`).join("L")}Z`).join("");
      const expected = rings.flat().map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
      expect(pointsOf(relativePath(path))).toEqual(expected);
    }),
  );
});
