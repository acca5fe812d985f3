import { defineConfig } from "vitest/config";

/** The domain's own tests alone: what only a page or a write would notice does not count as tested here. */
export default defineConfig({
  resolve: { alias: { "@": process.cwd() } },
  test: { env: { TZ: "Asia/Kathmandu" }, include: ["lib/domain/**/*.test.ts"] },
});
