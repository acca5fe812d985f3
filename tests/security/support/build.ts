import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "@/lib/server/launch/project";

type ActionManifest = {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
};

function manifest<T>(...name: string[]): T {
  return JSON.parse(readFileSync(path.join(projectFolder, ".next", ...name), "utf8")) as T;
}

/** Every address pattern of the built app with the file that answers it, without what Next makes for itself. */
export function builtRoutes(): { file: string; pattern: string }[] {
  return Object.entries(manifest<Record<string, string>>("app-path-routes-manifest.json"))
    .map(([file, pattern]) => ({ file, pattern }))
    .filter(({ file }) => !file.startsWith("/_"));
}

export type BuiltAction = { name: string; id: string; file: string; pages: string[]; workers: string[] };

/** Values for the parts of an address in which a form stands, when only its action is meant. */
const parts: Record<string, string> = {
  "[locale]": "en",
  "[entry]": "01900000-0000-7000-8000-000000000000",
  "[batch]": "01900000-0000-7000-8000-000000000000",
  "[bulk]": "01900000-0000-7000-8000-000000000000",
  "[record]": "KZ22-F12",
  "[wave]": "kz22",
  "[token]": "no-such-token",
};

/** The address of a page of the app by its file: what stands in brackets is filled in. */
function addressOf(worker: string, given: Readonly<Record<string, string>> = {}): string {
  const pieces = worker
    .replace(/^app\//, "")
    .replace(/\/page$/, "")
    .split("/");
  return `/${pieces
    .filter((piece) => !/^\(.+\)$/.test(piece))
    .map((piece) => given[piece] ?? parts[piece] ?? piece)
    .join("/")}`;
}

let actions: BuiltAction[] | undefined;

/** Every server action of the build: its name in the sources, its id and pages that take it, the plainest first. */
export function builtActions(): BuiltAction[] {
  actions ??= Object.entries(manifest<ActionManifest>("server", "server-reference-manifest.json").node).map(
    ([id, { exportedName, filename, workers: pages }]) => {
      const workers = Object.keys(pages).toSorted((a, b) => a.split("[").length - b.split("[").length);
      const file = path.join(projectFolder, filename);
      return { id, name: exportedName, file, workers, pages: workers.map((worker) => addressOf(worker)) };
    },
  );
  return actions;
}

export function builtAction(name: string): BuiltAction {
  const found = builtActions().find((action) => action.name === name);
  if (found === undefined) throw new Error(`The build has no action named ${name}.`);
  return found;
}

/** The pages that take an action, with what is given in the place of what stands in brackets. */
export function pagesOf(name: string, given: Readonly<Record<string, string>>): string[] {
  return builtAction(name).workers.map((worker) => addressOf(worker, given));
}
