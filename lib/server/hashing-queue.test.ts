import { expect, test } from "vitest";
import { HashingQueue, TooManyWaiting } from "./hashing-queue";

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("no more run at once than there are slots, and every one runs", async () => {
  const queue = new HashingQueue(2, 100);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return "done";
  };
  const all = await Promise.all(Array.from({ length: 20 }, (_, at) => queue.run(`key ${at % 3}`, work)));
  expect(all).toEqual(Array(20).fill("done"));
  expect(most).toBe(2);
});

test("a flood on one key delays another key by one turn", async () => {
  const queue = new HashingQueue(1, 100);
  const order: string[] = [];
  const first = gate();
  const held = queue.run("flood", () => first.opened);
  const rest = ["flood", "flood", "flood", "owner"].map((key) => queue.run(key, async () => order.push(key)));
  first.open();
  await Promise.all([held, ...rest]);
  expect(order).toEqual(["flood", "owner", "flood", "flood"]);
});

test("who would wait in vain is told so, and a failure frees its slot", async () => {
  const queue = new HashingQueue(1, 1);
  const first = gate();
  const failing = queue.run("a", async () => {
    await first.opened;
    throw new Error("inside");
  });
  const waiting = queue.run("b", async () => "done");
  await expect(queue.run("c", async () => "done")).rejects.toThrow(TooManyWaiting);
  first.open();
  await expect(failing).rejects.toThrow("inside");
  expect(await waiting).toBe("done");
  expect(await queue.run("c", async () => "done")).toBe("done");
});
