import { type Answer, keptConnections, quantile, readWhenMade } from "../../support/read-address";

export type Read = { address: string; answer: Answer };
export type ReadingSummary = {
  answers: number;
  /** What went wrong, with how often: no answer, one that came too late, or another status than 200 or 304 at last. */
  failures: Record<string, number>;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Of those who asked for pages that had to be made first. */
  firstTimeP99Ms?: number;
};
export type Readers = { stop(): Promise<ReadingSummary> };

export type ReadersOptions = {
  base: string;
  /** The address each next reader takes. */
  next(): string;
  connections: number;
  giveUpMs: number;
  /** A breath between two requests of one reader, so that they do not take the whole machine. */
  pauseMs?: number;
  onRead?(read: Read): void;
};

/** Readers who ask without end until they are stopped, and remember what was wrong. */
export function startReaders(options: ReadersOptions): Readers {
  const { base, next, connections, giveUpMs, pauseMs = 0, onRead } = options;
  const agent = keptConnections(connections);
  const failures: Record<string, number> = {};
  const times: number[] = [];
  let stopping = false;
  const fail = (what: string) => {
    failures[what] = (failures[what] ?? 0) + 1;
  };
  const readOn = async () => {
    while (!stopping) {
      const address = next();
      try {
        const answer = await readWhenMade(base + address, agent, { timeoutMs: giveUpMs });
        times.push(answer.doneAt - answer.sentAt);
        if (answer.status !== 200 && answer.status !== 304) fail(`${address} answered ${answer.status}`);
        onRead?.({ address, answer });
      } catch (problem) {
        // A kept connection may be closed by the server in the moment it is used again; browsers ask once more.
        const isStaleConnection = /ECONNRESET|socket hang up/.test(String(problem));
        fail(`${address}: ${isStaleConnection ? "connection reset" : (problem as Error).message}`);
      }
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const all = Promise.all(Array.from({ length: connections }, readOn));
  return {
    async stop() {
      stopping = true;
      await all;
      agent.destroy();
      return {
        ...{ answers: times.length, failures, maxMs: Math.max(...times) },
        ...{ p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) },
      };
    },
  };
}

/** One after the other, from the first again after the last. */
export function inTurn(addresses: readonly string[]): () => string {
  let turn = 0;
  return () => {
    turn += 1;
    return addresses[turn % addresses.length] ?? "/en";
  };
}

/** Two crowds as one: what nearly all ask for, and two readers who ask for what nobody has asked for yet. */
export function startMixedReaders(
  options: Omit<ReadersOptions, "next"> & { muchRead: readonly string[]; others: readonly string[] },
): Readers {
  const { muchRead, others, ...rest } = options;
  const most = startReaders({ ...rest, next: inTurn(muchRead) });
  const few = startReaders({ ...rest, next: inTurn(others), connections: 2 });
  return {
    async stop() {
      const [one, other] = await Promise.all([most.stop(), few.stop()]);
      return {
        answers: one.answers + other.answers,
        failures: { ...one.failures, ...other.failures },
        ...{ p50Ms: one.p50Ms, p99Ms: one.p99Ms, firstTimeP99Ms: other.p99Ms },
        maxMs: Math.max(one.maxMs, other.maxMs),
      };
    },
  };
}
