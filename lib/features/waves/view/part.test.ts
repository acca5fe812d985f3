import { expect, test } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { isCut } from "./part";

const digest = {} as NonNullable<WaveRecord["part"]>["digest"];
const bare = { digest: null, map: null, regionIds: [] };

test("what a whole wave has is all there is, and so is all that is around one of its records", () => {
  expect([isCut({}), isCut({ part: bare })]).toEqual([false, false]);
});

test("a large wave's dashboard, and a record that too much leads to, hold fewer than there are", () => {
  expect(isCut({ part: { ...bare, digest } })).toBe(true);
  expect(isCut({ part: { ...bare, related: { shown: 2000, all: 2001 } } })).toBe(true);
});
