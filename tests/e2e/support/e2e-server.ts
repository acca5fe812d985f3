import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { projectFolder } from "@/lib/server/launch/project";

export type E2eServer = { url: string; command: string; env: Record<string, string>; logFile: string };

/**
 * The production server on a port and a data folder of its own, the same for every process of one run and different
 * for every checkout and user. Each run begins with an empty folder.
 */
export function e2eServer(): E2eServer {
  const mark = createHash("sha256").update(`${projectFolder} ${userInfo().uid}`).digest("hex").slice(0, 8);
  const port = 20_000 + (Number.parseInt(mark, 16) % 10_000);
  const folder = path.join(tmpdir(), `turnout-e2e-${mark}`);
  const logFile = `${folder}.log`;
  // By name: browsers tie passkeys to one, and allow none at an address of numbers.
  const url = `http://localhost:${port}`;
  return {
    url,
    command: `rm -rf "${folder}" && exec npm start > "${logFile}" 2>&1`,
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: url,
      DATA_DIR: folder,
      DATABASE_URL: "",
      AUTH_SECRET: "",
      LOG_LEVEL: "warn",
    },
    logFile,
  };
}

/** What the server printed so far. */
export function serverOutput(): string {
  return readFileSync(e2eServer().logFile, "utf8");
}

/** The one-time address for the first administrator, as the operator reads it. */
export function printedAdministratorAddress(): string {
  const address = /first administrator, once, at:\s+(\S+)/.exec(serverOutput())?.[1];
  if (!address) throw new Error(`No one-time address was printed:\n${serverOutput()}`);
  return address;
}
