import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** What one run of load came to. `errors` are broken connections, timeouts and answers of 400 and above. */
export type LoadResult = { perSecond: number; p50Ms: number; p99Ms: number; requests: number; errors: number };
export type Load = { url: string; connections: number; seconds: number; headers: Record<string, string> };
export type Loader = { name: string; run(load: Load): Promise<LoadResult> };

export function isOnPath(program: string, flag: string): boolean {
  return spawnSync(program, [flag], { stdio: "ignore" }).error === undefined;
}

function outputOf(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}.`))));
  });
}

/** wrk's own table rounds; its script interface gives the numbers. */
const wrkReport = `
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nREPORT {"requests":%d,"us":%d,"p50":%d,"p99":%d,"errors":%d}\\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`;

async function runWrk({ url, connections, seconds, headers }: Load): Promise<LoadResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-wrk-"));
  const script = path.join(folder, "report.lua");
  writeFileSync(script, wrkReport);
  try {
    const flags = ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "--timeout", "10s", "-s", script];
    const said = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
    const output = await outputOf("wrk", [...flags, ...said, url]);
    const line = /REPORT (\{.*\})/.exec(output)?.[1];
    if (!line) throw new Error(`wrk printed no report:\n${output}`);
    const { requests, us, p50, p99, errors } = JSON.parse(line);
    return { requests, errors, perSecond: requests / (us / 1e6), p50Ms: p50 / 1000, p99Ms: p99 / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAutocannon(load: Load): Promise<LoadResult> {
  const program = fileURLToPath(new URL("./autocannon-load.ts", import.meta.url));
  return JSON.parse(await outputOf(process.execPath, ["--import", "tsx", program, JSON.stringify(load)]));
}

/** wrk where it is installed, because it leaves more of the machine to the server; else autocannon, which npm brings. */
export function chooseLoader(wanted: string | undefined): Loader {
  const hasWrk = isOnPath("wrk", "-v");
  if (wanted === "wrk" && !hasWrk) throw new Error("wrk is not on PATH.");
  if (hasWrk && wanted !== "autocannon") return { name: "wrk, one thread", run: runWrk };
  return { name: "autocannon, one process (wrk is not used)", run: runAutocannon };
}
