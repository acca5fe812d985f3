import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { openMigrationConnections } from "./migration-adapter";
import { readDatamodel } from "./migration-files";

type EngineModule = typeof import("@prisma/schema-engine-wasm");
type EngineBindings = EngineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let bindings: EngineBindings | undefined;

/**
 * The package's own entry imports its .wasm file as a module, which Node does only behind a flag;
 * so the same three steps are taken by hand, as the Prisma CLI does.
 */
async function loadBindings(): Promise<EngineBindings> {
  if (bindings) return bindings;
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const loaded = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineBindings;
  const bytes = readFileSync(path.join(path.dirname(script), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": loaded as unknown as WebAssembly.ModuleImports,
  });
  loaded.__wbg_set_wasm(instance.exports);
  // The engine hands the words of a panic to this global before it dies; without it they are lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (said: string) => console.error(said) } });
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  bindings = loaded;
  return loaded;
}

/** Prisma's schema engine over the pg driver: nothing is downloaded and no engine process runs. */
export async function withSchemaEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine: Engine } = await loadBindings();
  const connections = openMigrationConnections(databaseUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(connections.factory);
    const engine = await Engine.new({ datamodels: readDatamodel() }, () => undefined, adapter);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await connections.close();
  }
}
