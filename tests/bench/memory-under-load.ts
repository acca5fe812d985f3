import { megabytes, residentBytes } from "../support/process-memory";
import type { Load, Loader } from "./load";
import { type MemorySample, settledSlope } from "./memory-slope";

const goalPerHour = 5e6;
const sampleMs = 1000;

/** Steady load for some minutes, the server's memory read every second. Returns what missed the goal. */
export async function measureMemory(pid: number, loader: Loader, load: Load): Promise<string[]> {
  const began = performance.now();
  const samples: MemorySample[] = [];
  const take = () => samples.push({ atSeconds: (performance.now() - began) / 1000, bytes: residentBytes(pid) });
  const before = residentBytes(pid);
  const timer = setInterval(take, sampleMs);
  const result = await loader.run(load).finally(() => clearInterval(timer));
  const after = samples.at(-1)?.bytes ?? Number.NaN;
  const most = samples.reduce((high, { bytes }) => Math.max(high, bytes), 0);
  const minutes = load.seconds / 60;
  console.log(
    `\nMemory: ${result.requests} requests in ${minutes.toFixed(1)} minutes at ${load.connections} connections; ` +
      `${megabytes(before)} before, ${megabytes(after)} at the end, ${megabytes(most)} at most.`,
  );
  const slope = settledSlope(samples);
  if (!slope) {
    console.log("Too short for a slope: it takes 3 minutes at least (--minutes 10).");
    return [];
  }
  const rate = (bytes: number) => `${(bytes / 1e6).toFixed(1)}`;
  console.log(
    `Slope of the later half, lowest of each 30 s (${slope.points} points): ${rate(slope.perHour)} MB per hour ` +
      `(19 of 20 such slopes lie from ${rate(slope.lower)} to ${rate(slope.upper)}; goal: under ${rate(goalPerHour)}).`,
  );
  if (slope.perHour >= goalPerHour) return [`memory grows by ${rate(slope.perHour)} MB per hour`];
  if (slope.upper >= goalPerHour)
    console.log("The goal is met by the estimate, not by the whole range: a longer run says more.");
  return [];
}
