import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { type Env, SettingProblem } from "@/lib/env";
import { keptText } from "./data-folder";
import { inProject } from "./project";

/** Settings written in a file `.env` beside package.json; what the shell says goes before it. */
export function loadSettingsFile(): void {
  const file = inProject(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** AUTH_SECRET, or the one made at the first start and kept in DATA_DIR/secret for its owner alone. */
export function keptAuthSecret({ authSecret, dataDir }: Pick<Env, "authSecret" | "dataDir">): string {
  if (authSecret) return authSecret;
  const secret = keptText(dataDir, "secret", () => randomBytes(48).toString("base64url"));
  if (secret.length >= 32) return secret;
  throw new SettingProblem(
    `${path.join(dataDir, "secret")} must hold at least 32 characters: delete it and start again.`,
  );
}
