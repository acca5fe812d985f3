import { expect, test } from "vitest";
import { IMPORT_VERBS } from "@/lib/features/imports/schema/import-states";
import { WAVE_VERBS } from "@/lib/features/preparation/schema";
import messages from "@/lib/shared/i18n/messages/en/moderate-desk.json";
import { projectFiles, textOf } from "./project-files";

type Tree = { [key: string]: string | Tree };

const writes = projectFiles(/^(lib|prisma)\/.*\.ts$/).filter((file) => !file.endsWith(".test.ts"));
const found = (pattern: RegExp) => writes.flatMap((file) => [...textOf(file).matchAll(pattern)].map(([, one]) => one));

function wordsFor(key: string): unknown {
  return key.split(".").reduce<unknown>((at, part) => (at as Tree | undefined)?.[part], messages);
}

test("whatever the log is written with has words, and so has what it is about", () => {
  const written = found(/(?:verb|auditVerb): (?:\w+ === null \? )?"([a-z]+\.[a-z_]+)"/g);
  const chosen = found(/"((?:account|bulk|entry|evidence|record)\.[a-z]+(?:_[a-z]+)*)"(?: :| as const|,? \})/g);
  const made = [...IMPORT_VERBS.map((verb) => `import.${verb}`), ...WAVE_VERBS.map((verb) => `wave.${verb}`)];
  const verbs = [...new Set([...written, ...chosen, ...made])].filter((verb) => verb !== undefined);
  expect(verbs.length).toBeGreaterThan(40);
  expect(verbs.filter((verb) => typeof wordsFor(`acts.${verb}`) !== "string")).toEqual([]);
  const objects = [...new Set(found(/objectType: "([a-z_]+)"/g))];
  expect(objects.length).toBeGreaterThan(8);
  const nouns = Object.keys(messages.acts);
  expect([...objects, ...nouns].filter((one) => typeof wordsFor(`objects.${one}`) !== "string")).toEqual([]);
});
