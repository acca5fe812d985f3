import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { type DrawingAnswer, type DrawingOrder, DrawingQueue, type DrawingThread } from "./drawing-queue";

/** A thread that does what the test says with each order. */
class TestThread extends EventEmitter implements DrawingThread {
  ended = false;
  constructor(readonly act: (order: DrawingOrder, thread: TestThread) => void) {
    super();
  }
  postMessage(order: DrawingOrder): void {
    this.act(order, this);
  }
  answer(answer: DrawingAnswer): void {
    queueMicrotask(() => this.emit("message", answer));
  }
  terminate(): void {
    this.ended = true;
  }
  unref(): void {}
}

const order = (idPrefix: string) => ({ idPrefix }) as DrawingOrder;
const echo = ({ idPrefix }: DrawingOrder, thread: TestThread) => thread.answer({ svg: idPrefix });

function queueOf(acts: TestThread["act"][], patienceMs = 1000) {
  const started: TestThread[] = [];
  const queue = new DrawingQueue(() => {
    const thread = new TestThread(acts[started.length] ?? echo);
    started.push(thread);
    return thread;
  }, patienceMs);
  return { queue, started };
}

describe("DrawingQueue", () => {
  it("gives each order its own answer, one at a time, with one thread", async () => {
    let waiting = 0;
    const { queue, started } = queueOf([
      (given, thread) => {
        waiting += 1;
        expect(waiting).toBe(1);
        queueMicrotask(() => {
          waiting -= 1;
          echo(given, thread);
        });
      },
    ]);
    expect(await Promise.all(["a", "b", "c"].map((id) => queue.draw(order(id))))).toEqual(["a", "b", "c"]);
    expect(started).toHaveLength(1);
  });

  it("fails only the order that cannot be drawn", async () => {
    const { queue, started } = queueOf([
      (given, thread) => (given.idPrefix === "bad" ? thread.answer({ problem: "no" }) : echo(given, thread)),
    ]);
    const [bad, good] = await Promise.allSettled([queue.draw(order("bad")), queue.draw(order("good"))]);
    expect([bad.status, good.status]).toEqual(["rejected", "fulfilled"]);
    expect(started).toHaveLength(1);
  });

  it.each(["silent", "crashing", "leaving"])("replaces a %s thread for the next order", async (how) => {
    const { queue, started } = queueOf(
      [
        (_, thread) => {
          if (how === "crashing") queueMicrotask(() => thread.emit("error", new Error("crash")));
          if (how === "leaving") queueMicrotask(() => thread.emit("exit", 1));
        },
      ],
      20,
    );
    const [first, second] = await Promise.allSettled([queue.draw(order("a")), queue.draw(order("b"))]);
    expect(first.status).toBe("rejected");
    expect(second).toEqual({ status: "fulfilled", value: "b" });
    expect(started.map((thread) => thread.ended)).toEqual([true, false]);
  });

  it("is not confused by a late answer of a thread it gave up", async () => {
    const { queue, started } = queueOf([() => {}], 20);
    await expect(queue.draw(order("a"))).rejects.toThrow("too long");
    const next = queue.draw(order("b"));
    started[0]?.emit("message", { svg: "late" });
    started[0]?.emit("exit", 1);
    expect(await next).toBe("b");
  });
});
