import autocannon from "autocannon";
import type { Load, LoadResult } from "./load";

/** A process of its own, so that what is measured does not share its time with what measures. */
const { url, connections, seconds, headers }: Load = JSON.parse(process.argv[2] ?? "");
const result = await autocannon({ url, connections, headers, duration: seconds, timeout: 10 });
const report: LoadResult = {
  perSecond: result.requests.total / result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  requests: result.requests.total,
  errors: result.errors + result["4xx"] + result["5xx"],
};
console.log(JSON.stringify(report));
