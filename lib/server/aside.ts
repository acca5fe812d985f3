import { AsyncLocalStorage } from "node:async_hooks";
import type PQueue from "p-queue";

type Lane = Pick<PQueue, "concurrency">;

// Next loads this module more than once into one process; the lanes and who waits beside them must exist once.
const shared = globalThis as { turnoutLanes?: AsyncLocalStorage<Lane>; turnoutAside?: number };
shared.turnoutLanes ??= new AsyncLocalStorage();
const lanes = shared.turnoutLanes;

/** So many at most, each of them with the whole of a request in memory. */
const mostAside = 1000;

/** Whatever the work waits for by `aside`, it waits for beside this lane. */
export function inLane<T>(lane: Lane, work: () => T): T {
  return lanes.run(lane, work);
}

/**
 * Lets others of the lane go on while this one waits for something that costs the server nothing: whoever is slowed down
 * for guessing keeps nobody else waiting.
 */
export async function aside<T>(waiting: () => Promise<T>): Promise<T> {
  const lane = lanes.getStore();
  const already = shared.turnoutAside ?? 0;
  if (lane === undefined || already >= mostAside) return waiting();
  shared.turnoutAside = already + 1;
  lane.concurrency += 1;
  try {
    return await waiting();
  } finally {
    shared.turnoutAside -= 1;
    lane.concurrency -= 1;
  }
}
