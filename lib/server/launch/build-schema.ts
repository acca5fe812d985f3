import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Schema } from "@/lib/shared/files/data-model";
import { inProject } from "./project";
import { readSchema } from "./read-schema";

const module = () => inProject("lib", "generated", "schema", "schema.ts");

/** The data model as its files declare it. */
export function currentSchema(): Schema {
  const folder = inProject("prisma", "schema");
  const files = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return readSchema(
    files
      .toSorted()
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n"),
  );
}

/** Writes the data model where views can read it: the data dictionary is made from it. */
export function buildSchema(): void {
  mkdirSync(path.dirname(module()), { recursive: true });
  const json = JSON.stringify(currentSchema(), null, 1);
  writeFileSync(
    module(),
    `// Made by lib/server/launch/build-schema.ts from prisma/schema.
import type { Schema } from "@/lib/shared/files/data-model";

export const schema: Schema = ${json};
`,
  );
}
