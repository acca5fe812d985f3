import { startedByNpm } from "@/lib/env";

/** What is open, to be closed in the opposite order when Turnout stops, for whatever reason. */
export type Lifecycle = {
  onStop(close: () => Promise<unknown> | unknown): void;
  /** Stops everything after something broke while running. */
  fail(sentence: string): void;
};

/** npm passes a signal on that the terminal already sent, so what follows within this time is the same Ctrl-C. */
const sameSignalMs = 1000;
const patienceMs = 25_000;
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function makeStopper(closers: (() => unknown)[]): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  return (code) => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), patienceMs).unref();
      for (const close of closers.reverse()) {
        await Promise.resolve()
          .then(close)
          .catch((error) => console.error(error));
      }
      process.exit(code);
    })();
    return stopping;
  };
}

function listenForSignals(stop: (code: number) => Promise<void>): void {
  let firstAt: number | undefined;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      const now = performance.now();
      // The database ends by itself once this process is gone, see cluster.ts.
      if (firstAt !== undefined && now - firstAt > sameSignalMs) process.exit(130);
      if (firstAt === undefined) console.log("Stopping …");
      firstAt ??= now;
      void stop(0);
    });
  }
}

/** npm killed outright passes nothing on; Turnout then notices that it has been left alone. */
function watchParent(stop: (code: number) => Promise<void>): void {
  if (!startedByNpm()) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 1000).unref();
}

function sayWhy(error: unknown): void {
  const expected = error instanceof Error && (error.name === "LaunchProblem" || error.name === "SettingProblem");
  console.error(expected ? error.message : error);
}

/** Runs a command that opens things and keeps running; ends the process with 0 after a signal, 1 after a problem. */
export async function launch(main: (life: Lifecycle) => Promise<void>): Promise<void> {
  const closers: (() => unknown)[] = [];
  const stop = makeStopper(closers);
  listenForSignals(stop);
  watchParent(stop);
  const fail = (error: unknown) => {
    sayWhy(error);
    void stop(1);
  };
  process.on("uncaughtException", fail);
  try {
    await main({
      onStop: (close) => closers.push(close),
      fail: (sentence) => fail(Object.assign(new Error(sentence), { name: "LaunchProblem" })),
    });
  } catch (error) {
    sayWhy(error);
    await stop(1);
  }
}
