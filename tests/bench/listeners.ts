import { type ChildProcess, execSync, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type ToListeners =
  | { open: { host: string; port: number; path: string; count: number } }
  | { count: true }
  | { leave: true };
export type FromListeners =
  | { opened: number; refused: number }
  | { open: number; closed: number }
  | { event: { at: number; count: number } }
  | { left: true };

export type Listeners = {
  opened: number;
  refused: number;
  /** When each has had its nth event, ms of the wall clock; as many as have come when the patience ends. */
  eventsOf(nth: number, patienceMs: number): Promise<number[]>;
  closedByServer(): Promise<number>;
  leave(): Promise<void>;
};

/** How many files and connections one process may have open here. */
export function openFilesLimit(): number {
  const said = execSync("ulimit -n", { encoding: "utf8" }).trim();
  return said === "unlimited" ? Number.POSITIVE_INFINITY : Number(said);
}

function answerTo<K extends string>(child: ChildProcess, key: K): Promise<Extract<FromListeners, Record<K, unknown>>> {
  return new Promise((resolve) => {
    const hear = (message: FromListeners) => {
      if (!(key in message)) return;
      child.off("message", hear);
      resolve(message as Extract<FromListeners, Record<K, unknown>>);
    };
    child.on("message", hear);
  });
}

/** Listeners in a process of their own. */
export async function openListeners(order: Extract<ToListeners, { open: object }>["open"]): Promise<Listeners> {
  const program = fileURLToPath(new URL("./idle-listeners.ts", import.meta.url));
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  const arrivals = new Map<number, number[]>();
  let arrived = () => {};
  child.on("message", (message: FromListeners) => {
    if (!("event" in message)) return;
    const { at, count } = message.event;
    const times = arrivals.get(count) ?? [];
    times.push(at);
    arrivals.set(count, times);
    arrived();
  });
  const ask = <K extends string>(message: ToListeners, key: K) => {
    const answer = answerTo(child, key);
    child.send(message);
    return answer;
  };
  const { opened, refused } = await ask({ open: order }, "opened");
  return {
    ...{ opened, refused },
    eventsOf: (nth, patienceMs) =>
      new Promise((resolve) => {
        const settle = () => {
          clearTimeout(giveUp);
          resolve(arrivals.get(nth) ?? []);
        };
        const giveUp = setTimeout(settle, patienceMs);
        arrived = () => {
          if ((arrivals.get(nth)?.length ?? 0) >= opened) settle();
        };
        arrived();
      }),
    closedByServer: async () => (await ask({ count: true }, "closed")).closed,
    async leave() {
      await ask({ leave: true }, "left");
      child.disconnect();
    },
  };
}
