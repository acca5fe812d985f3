import { type ChildProcess, spawn } from "node:child_process";
import { LaunchProblem } from "./launch-problem";
import { type PostgresBinaries, postgresEnvironment } from "./postgres-binaries";
import type { SystemUser } from "./system-user";

export type ClusterPlace = { binaries: PostgresBinaries; folder: string; user: SystemUser | undefined };
export type Cluster = {
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/*
 * The server runs under a shell that waits for the end of its standard input. That pipe closes when Turnout ends,
 * however it ends (kill -9 too), so no server is ever left behind. The signal is repeated because one that comes before
 * the server listens for signals is lost.
 */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- & server=$!
(trap '' INT TERM HUP; read -r _ <&3; exec 3<&-
  while kill -INT $server; do sleep 0.2; done) 2>/dev/null & watcher=$!
exec 3<&-
trap '' INT TERM HUP
wait $server; code=$?
kill -KILL $watcher 2>/dev/null
exit $code
`;

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // Statements carry what people typed; the log must not.
  log_min_error_statement: "panic",
  log_connections: "off",
  // What it says when it cannot start is shown to people, who know what time it is.
  log_line_prefix: "",
  lc_messages: "C",
  max_connections: "60",
};
const throwAwaySettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Its own process group, so that Ctrl-C in a terminal reaches Turnout only, which then ends both in order. */
function spawnServer(place: ClusterPlace, port: number, throwAway: boolean): ChildProcess {
  const options = Object.entries({ ...settings, ...(throwAway ? throwAwaySettings : {}) });
  const flags = options.flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(
    "/bin/sh",
    ["-c", guard, "turnout-postgres", place.binaries.postgres, "-D", place.folder, "-p", String(port), ...flags],
    { ...place.user, cwd: "/", detached: true, stdio: ["pipe", "ignore", "pipe"], env: postgresEnvironment },
  );
}

/** However long that takes: after a crash it first does again what was not yet in its files. */
function untilReady(server: ChildProcess, ended: Promise<void>): Promise<void> {
  const lastLines: string[] = [];
  return new Promise((resolve, reject) => {
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      lastLines.push(...text.trimEnd().split("\n"));
      lastLines.splice(0, lastLines.length - 8);
      if (text.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", (error) => reject(new LaunchProblem(`PostgreSQL could not be started: ${error.message}.`)));
    ended.then(() => reject(new LaunchProblem(`PostgreSQL ended while starting: ${lastLines.join(" / ")}`)));
  });
}

/** A server that answers. `stop` ends it, also while it still starts. */
export async function startCluster(
  place: ClusterPlace,
  port: number,
  throwAway = false,
  stop?: AbortSignal,
): Promise<Cluster> {
  stop?.throwIfAborted();
  const server = spawnServer(place, port, throwAway);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const end = () => server.stdin?.end();
  stop?.addEventListener("abort", end);
  ended.then(() => stop?.removeEventListener("abort", end));
  await untilReady(server, ended);
  return {
    ended,
    async stop() {
      end();
      await ended;
    },
  };
}
