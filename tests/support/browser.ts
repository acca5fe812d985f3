import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { childEnvironment } from "@/lib/env";

export type BrowserLaunch = { executablePath?: string; args: string[]; env: Record<string, string> };

const unpack = `
import chromium, { inflate } from "@sparticuz/chromium";
import { createRequire } from "node:module";
import path from "node:path";
const entry = createRequire(process.cwd() + "/package.json").resolve("@sparticuz/chromium");
await chromium.executablePath();
await inflate(path.join(path.dirname(entry), "..", "bin", "al2023.tar.br"));
`;

/** The package's own settings look for fonts in the places of one hosting company. */
function fontSettings(folder: string): string {
  const [fonts, cache] = [path.join(folder, "fonts", "fonts"), path.join(folder, "fonts", "cache")];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}

/** Unpacked once per user and version: the package's own place under /tmp is closed to every user but the first. */
function unpackedFolder(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), "..", "package.json"), "utf8"));
  const folder = path.join(tmpdir(), `turnout-browser-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  execFileSync(process.execPath, ["--input-type=module", "-e", unpack], { env: childEnvironment({ TMPDIR: draft }) });
  writeFileSync(path.join(draft, "fonts", "fonts.conf"), fontSettings(folder));
  try {
    renameSync(draft, folder);
  } catch {
    // Another run was faster.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function stringsOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Chromium from npm on Linux; elsewhere the one Playwright knows. The libraries that came with it are used only where
 * the system lacks its own, its fonts always, so that text is as wide on every machine.
 */
export function browserLaunch(): BrowserLaunch {
  if (process.platform !== "linux" || process.arch !== "x64")
    return { args: [], env: stringsOnly(childEnvironment({})) };
  const folder = unpackedFolder();
  const executablePath = path.join(folder, "chromium");
  const additions: Record<string, string> = { FONTCONFIG_PATH: path.join(folder, "fonts") };
  const alone = spawnSync(executablePath, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 });
  if (alone.status !== 0) additions.LD_LIBRARY_PATH = path.join(folder, "al2023", "lib");
  return {
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    env: stringsOnly(childEnvironment(additions)),
  };
}
