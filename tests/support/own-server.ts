import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childEnvironment } from "@/lib/env";
import { freePort } from "@/lib/server/launch/free-port";

export type OwnServer = {
  url: string;
  port: number;
  pid: number;
  /** Everything it printed so far, on both streams. */
  output(): string;
  /** Settles with the exit code, or null after a deadly signal. */
  ended: Promise<number | null>;
  /** SIGTERM, and the exit code; its data folder goes with it unless it was given. */
  stop(): Promise<number | null>;
};

/** Settings on top of those of a server for tests; a folder that is given is kept. */
export type OwnServerOptions = {
  env?: Record<string, string>;
  dataDir?: string;
  port?: number;
  /** Everything it prints goes here as well, for other processes to read. */
  logFile?: string;
  /** How long its start may take. */
  patienceMs?: number;
};

const usualPatienceMs = 300_000;

/** A start that was refused, with what it said. */
export class ServerRefused extends Error {
  override name = "ServerRefused";
  readonly said: string;
  readonly code: number | null;

  constructor(code: number | null, said: string) {
    super(`The server ended with ${code}:\n${said}`);
    this.code = code;
    this.said = said;
  }
}

/** The product as `npm start` runs it, on a port and (unless given) a data folder of its own. */
export async function startOwnServer({
  env = {},
  dataDir,
  port: wanted,
  logFile,
  patienceMs = usualPatienceMs,
}: OwnServerOptions = {}): Promise<OwnServer> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), "turnout-own-"));
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/launch/start.ts"], {
    env: childEnvironment({
      // A test runner sets NODE_ENV for itself; what is started here is the product.
      ...{ NODE_ENV: "production", LOG_LEVEL: "silent", DATABASE_URL: "", AUTH_SECRET: "" },
      ...{ PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: url, DATA_DIR: folder },
      ...env,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (logFile !== undefined) appendFileSync(logFile, text);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    return code;
  };
  try {
    await untilReady(child, { ended, patienceMs, said: () => said });
  } catch (problem) {
    await stop();
    throw problem;
  }
  return { url, port, pid: child.pid ?? 0, output: () => said, ended, stop };
}

type Start = { ended: Promise<number | null>; patienceMs: number; said: () => string };

async function untilReady(child: ChildProcess, { ended, patienceMs, said }: Start): Promise<void> {
  let giveUp: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      giveUp = setTimeout(() => reject(new Error(`The server did not start in time:\n${said()}`)), patienceMs);
      child.stdout?.on("data", () => {
        if (said().includes("Turnout is at")) resolve();
      });
      ended.then((code) => reject(new ServerRefused(code, said())));
    });
  } finally {
    clearTimeout(giveUp);
  }
}
