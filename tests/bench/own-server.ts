import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childEnvironment } from "@/lib/env";
import { freePort } from "@/lib/server/launch/free-port";

export type OwnServer = { url: string; stop(): Promise<void> };

const patienceMs = 300_000;

/** The product as `npm start` runs it, on a data folder and a port of its own, gone when stopped. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-bench-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/launch/start.ts"], {
    env: childEnvironment({ PORT: String(port), DATA_DIR: folder, LOG_LEVEL: "silent" }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error("The server did not start in time.")), patienceMs);
      child.stdout.on("data", (piece: Buffer) => {
        if (!piece.toString().includes("Turnout is at")) return;
        clearTimeout(giveUp);
        resolve();
      });
      child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
    });
  } catch (problem) {
    await stop();
    throw problem;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}
