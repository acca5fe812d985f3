import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PageReading } from "./page-markers";

/** One page on one server. */
export type Target = { server: string; page: string; url: string };
export type CrowdOrder = { targets: Target[]; connections: number; versionBefore: number };

/** One distinct body of one page on one server, and when it was read: wall clock, ms. */
export type Sighting = {
  server: string;
  page: string;
  reading: PageReading;
  /** When the first reader had it complete. */
  firstSeen: number;
  /** When each request that was answered with it had been sent. */
  sentAt: number[];
};
export type CrowdReport = { sightings: Sighting[]; answers: number; failures: Record<string, number>; seconds: number };

/** To the crowd: what to read, or to stop. From it: a publication seen for the first time on a page, or the report. */
export type ToCrowd = { order: CrowdOrder } | { stop: true };
export type FromCrowd = { seen: { server: string; page: string; publication: number } } | { report: CrowdReport };

export type Crowd = {
  /** Resolves when every target has shown this publication or a later one; false when that takes too long. */
  sawEverywhere(publication: number, patienceMs: number): Promise<boolean>;
  finish(): Promise<CrowdReport>;
};

/** Readers in a process of their own, so that publishing does not slow down what is measured. */
export function gatherCrowd(order: CrowdOrder): Crowd {
  const program = fileURLToPath(new URL("./reading-crowd.ts", import.meta.url));
  const child: ChildProcess = fork(program, { execArgv: ["--import", "tsx"], serialization: "advanced" });
  const latest = new Map<string, number>();
  const waiting = new Set<() => void>();
  const report = new Promise<CrowdReport>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The readers ended with ${code}.`)));
    child.on("message", (message: FromCrowd) => {
      if ("report" in message) return resolve(message.report);
      const { server, page, publication } = message.seen;
      const key = `${server} ${page}`;
      latest.set(key, Math.max(latest.get(key) ?? -1, publication));
      for (const check of [...waiting]) check();
    });
  });
  report.catch(() => undefined);
  child.send({ order } satisfies ToCrowd);
  return {
    sawEverywhere: (publication, patienceMs) =>
      new Promise((resolve) => {
        const settle = (answer: boolean) => {
          clearTimeout(giveUp);
          waiting.delete(check);
          resolve(answer);
        };
        const check = () => {
          const shown = order.targets.every(
            ({ server, page }) => (latest.get(`${server} ${page}`) ?? -1) >= publication,
          );
          if (shown) settle(true);
        };
        const giveUp = setTimeout(() => settle(false), patienceMs);
        waiting.add(check);
        check();
      }),
    async finish() {
      child.send({ stop: true } satisfies ToCrowd);
      const result = await report;
      child.disconnect();
      return result;
    },
  };
}
