import { expect, test } from "vitest";
import { lowestPerWindow, type MemorySample, settledSlope, theilSen } from "./memory-slope";

function samples(seconds: number, bytesAt: (second: number) => number): MemorySample[] {
  return Array.from({ length: seconds }, (_, atSeconds) => ({ atSeconds, bytes: bytesAt(atSeconds) }));
}

test("memory that only waits to be collected has no slope", () => {
  const sawtooth = samples(600, (second) => 100e6 + (second % 10) * 5e6);
  expect(settledSlope(sawtooth)).toMatchObject({ perHour: 0, lower: 0, upper: 0 });
});

test("a leak shows under the sawtooth, at its own rate", () => {
  const leak = samples(600, (second) => 100e6 + (second % 10) * 5e6 + second * 1000);
  const slope = settledSlope(leak);
  expect(slope?.perHour).toBeCloseTo(3.6e6, -4);
  expect(slope?.lower).toBeGreaterThan(3e6);
});

test("growth that ends before the later half is not counted as a slope", () => {
  expect(settledSlope(samples(600, (second) => 100e6 + Math.min(second, 200) * 1e6))?.perHour).toBe(0);
});

test("one jump moves the range and not the slope; two points are no slope", () => {
  const jump = samples(600, (second) => (second > 580 ? 150e6 : 100e6));
  expect(settledSlope(jump)?.perHour).toBe(0);
  expect(theilSen(lowestPerWindow(samples(60, () => 1)))).toBeUndefined();
});
