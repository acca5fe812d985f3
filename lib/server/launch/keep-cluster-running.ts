import { makeBell } from "@/lib/server/published/bell";
import type { Cluster } from "./cluster";

export type RunningCluster = {
  /** Settles with the first try to start it. When that failed, whoever waits for this says why; it is tried again. */
  firstTry: Promise<void>;
  stop(): Promise<void>;
};

const shortestPauseMs = 250;
const longestPauseMs = 2000;
/** A server that ran this long had a good start; one that ends sooner is not started in a tight loop. */
const goodRunMs = 10_000;

/** Grows with every pause. */
function makePauses() {
  const bell = makeBell();
  let ms = shortestPauseMs;
  return {
    end: bell.ring,
    startOver() {
      ms = shortestPauseMs;
    },
    async pause() {
      await bell.heard(ms);
      ms = Math.min(ms * 2, longestPauseMs);
    },
  };
}

/** Each trouble is said once, and its end when there was one. */
function makeReporter() {
  let trouble = "";
  return {
    isKnown(sentence: string) {
      trouble = sentence;
    },
    trouble(sentence: string) {
      if (sentence !== trouble) console.error(sentence);
      trouble = sentence;
    },
    runs() {
      if (trouble !== "") console.error("The database runs again.");
      trouble = "";
    },
  };
}

/**
 * A server that is started, and started again whenever that failed or it ended without having been told to, for as
 * long as Turnout runs. Readers do not notice; whoever writes meanwhile is told that the database is away.
 */
export function keepClusterRunning(start: (stop: AbortSignal) => Promise<Cluster>): RunningCluster {
  const { pause, ...pauses } = makePauses();
  const report = makeReporter();
  const stopping = new AbortController();
  const { signal } = stopping;
  const firstTry = Promise.withResolvers<void>();
  firstTry.promise.catch(() => undefined);
  let isFirst = true;

  const tryToStart = async (): Promise<Cluster | undefined> => {
    try {
      const cluster = await start(signal);
      report.runs();
      firstTry.resolve();
      return cluster;
    } catch (problem) {
      if (signal.aborted) return undefined;
      const sentence = `${(problem as Error).message} Turnout goes on trying.`;
      if (isFirst) report.isKnown(sentence);
      else report.trouble(sentence);
      firstTry.reject(problem);
      return undefined;
    } finally {
      isFirst = false;
    }
  };

  const run = async () => {
    while (!signal.aborted) {
      const cluster = await tryToStart();
      const startedAt = performance.now();
      await cluster?.ended;
      if (signal.aborted) return;
      if (cluster) report.trouble("The database has ended by itself: Turnout starts it again, readers go on reading.");
      if (cluster && performance.now() - startedAt > goodRunMs) pauses.startOver();
      await pause();
    }
  };

  const running = run();
  return {
    firstTry: firstTry.promise,
    async stop() {
      stopping.abort();
      pauses.end();
      await running;
    },
  };
}
