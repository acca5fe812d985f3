import { makeBell } from "@/lib/server/published/bell";
import type { Cluster } from "./cluster";

const shortestPauseMs = 250;
const longestPauseMs = 2000;
/** A server that ran this long had a good start; one that ends sooner is not started in a tight loop. */
const goodRunMs = 10_000;

/**
 * A server that is started again whenever it ends without having been told to, for as long as Turnout runs. Readers
 * do not notice; whoever writes meanwhile is told that the database is away.
 */
export function keepClusterRunning(first: Cluster, startAgain: () => Promise<Cluster>): { stop(): Promise<void> } {
  const bell = makeBell();
  let current = first;
  let stopping = false;
  let pauseMs = shortestPauseMs;

  const pause = async () => {
    await bell.heard(pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };

  const untilItRuns = async () => {
    for (let isFirst = true; !stopping; isFirst = false) {
      await pause();
      if (stopping) return;
      try {
        current = await startAgain();
        console.error("The database runs again.");
        return;
      } catch (problem) {
        if (isFirst) console.error(`${(problem as Error).message} Turnout goes on trying.`);
      }
    }
  };

  const watch = async () => {
    while (!stopping) {
      const startedAt = performance.now();
      await current.ended;
      if (stopping) return;
      if (performance.now() - startedAt > goodRunMs) pauseMs = shortestPauseMs;
      console.error("The database has ended by itself: Turnout starts it again, readers go on reading.");
      await untilItRuns();
    }
  };

  const watching = watch();
  return {
    async stop() {
      stopping = true;
      bell.ring();
      await current.stop();
      await watching;
      // What was being started at that moment.
      await current.stop();
    },
  };
}
