import PQueue from "p-queue";
import { expect, test } from "vitest";
import { aside, inLane } from "./aside";

/** Something to wait for that ends when it is told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

test("who waits aside keeps nobody of the lane waiting, and the lane is as narrow as before afterwards", async () => {
  const lane = new PQueue({ concurrency: 1 });
  const slow = gate();
  const first = lane.add(() => inLane(lane, () => aside(() => slow.opened)));
  await lane.add(() => inLane(lane, async () => undefined));
  expect(lane.concurrency).toBe(2);
  slow.open();
  await first;
  expect(lane.concurrency).toBe(1);
});

test("the lane is as narrow as before when what was waited for fails", async () => {
  const lane = new PQueue({ concurrency: 1 });
  const failing = lane.add(() => inLane(lane, () => aside(() => Promise.reject(new Error("no")))));
  await expect(failing).rejects.toThrow("no");
  expect(lane.concurrency).toBe(1);
});

test("outside of every lane it only waits", async () => {
  expect(await aside(async () => "waited")).toBe("waited");
});

test("no more than a thousand wait aside: the others keep their place", async () => {
  const lane = new PQueue({ concurrency: 2000 });
  const slow = gate();
  const all = Array.from({ length: 1200 }, () => lane.add(() => inLane(lane, () => aside(() => slow.opened))));
  await new Promise((resolve) => setImmediate(resolve));
  expect(lane.concurrency).toBe(3000);
  slow.open();
  await Promise.all(all);
  expect(lane.concurrency).toBe(2000);
});
