import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "@/lib/server/launch/free-port";
import type { SameAnswer } from "./same-answer";

export type Rival = { url: string; stop(): Promise<void> };
type Same = SameAnswer & { body: Buffer };

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 100; tried += 1) {
    if (child.exitCode !== null) break;
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error(`${child.spawnfile} does not answer at ${url}.`);
}

async function started(child: ChildProcess, url: string, folder: string): Promise<Rival> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(url, child);
  } catch (problem) {
    await stop();
    throw problem;
  }
  return { url, stop };
}

/** A bare Node server in a process of its own. */
export async function startBareServer({ body, ...same }: Same): Promise<Rival> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-bare-"));
  const file = path.join(folder, "answer.json");
  writeFileSync(file, JSON.stringify({ ...same, body: body.toString("base64") }));
  const port = await freePort();
  const program = fileURLToPath(new URL("./bare-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, file, String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return started(child, `http://127.0.0.1:${port}/`, folder);
}

const quoted = (text: string) => `"${text.replaceAll(/["\\$]/g, (sign) => (sign === "$" ? "" : `\\${sign}`))}"`;

function nginxSettings(folder: string, port: number, { headers }: Same): string {
  const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ""] as const] : []));
  const type = pairs.find(([name]) => name === "content-type")?.[1] ?? "text/html";
  const added = pairs.filter(([name]) => name !== "content-type" && name !== "content-length");
  return `
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; etag off; if_modified_since off;
  keepalive_requests 100000000; keepalive_timeout 60s; open_file_cache max=10;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
  types {} default_type ${quoted(type)};
  server {
    listen 127.0.0.1:${port} backlog=1024; root ${folder};
    location / {
      try_files /page =404;
      ${added.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join("\n      ")}
    }
  }
}
`;
}

/** nginx with the same bytes as a file, on a configuration and folder of its own. */
export async function startNginx(same: Same): Promise<Rival> {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-nginx-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(path.join(folder, "page"), same.body);
  writeFileSync(path.join(folder, "nginx.conf"), nginxSettings(folder, port, same));
  const child = spawn(
    "nginx",
    ["-p", folder, "-e", path.join(folder, "error.log"), "-c", path.join(folder, "nginx.conf")],
    {
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  return started(child, `http://127.0.0.1:${port}/`, folder);
}
