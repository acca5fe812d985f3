import { type Env, env } from "@/lib/env";
import { isPortFree } from "./free-port";
import { LaunchProblem } from "./launch-problem";
import { loadSettingsFile } from "./settings-files";

/** Settings, and the refusal that costs nothing to find out first. */
export async function readSettings(): Promise<Env> {
  loadSettingsFile();
  const settings = env();
  if (await isPortFree(settings.port, settings.host)) return settings;
  throw portTaken(settings);
}

export function portTaken({ host, port }: Pick<Env, "host" | "port">): LaunchProblem {
  return new LaunchProblem(
    `Port ${port} of ${host} cannot be listened on, most likely because another program uses it: stop that one, or set PORT to another number.`,
  );
}
