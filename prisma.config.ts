import { defineConfig } from "prisma/config";
import { env } from "./lib/env";

const { databaseUrl } = env();

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(databaseUrl ? { datasource: { url: databaseUrl } } : {}),
});
