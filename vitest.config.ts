import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };
/** A zone no machine has by chance, with an odd offset: code that leans on the local zone shows itself. */
const env = { TZ: "Asia/Kathmandu" };

export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          env,
          // Pure logic shares nothing that one file could leave behind: read once, the sources cost half of the time.
          isolate: false,
          include: [
            "app/**/*.test.{ts,tsx}",
            "lib/**/*.test.{ts,tsx}",
            "components/**/*.test.{ts,tsx}",
            "prisma/**/*.test.ts",
            "tests/runner/**/*.test.ts",
            "tests/bench/**/*.test.ts",
            "tests/mutation/**/*.test.ts",
          ],
        },
      },
      { resolve, test: { name: "architecture", env, include: ["tests/architecture/**/*.test.ts"] } },
      {
        resolve,
        test: {
          name: "integration",
          env,
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/support/global-setup.ts"],
          // They wait for databases more than they reckon: two at a time also on two cores.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "faults",
          env,
          include: ["tests/faults/**/*.test.ts"],
          // Each of them wants the machine for itself; what they assert is not how fast, so they may take long.
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 400_000,
        },
      },
      {
        resolve,
        test: {
          name: "security rows",
          env,
          include: ["tests/security/rows/*.test.ts"],
          globalSetup: ["tests/security/support/no-site.ts"],
        },
      },
      {
        resolve,
        test: {
          name: "security",
          env,
          include: ["tests/security/*.test.ts"],
          globalSetup: ["tests/security/support/start-site.ts"],
          // All attack one server, and what one does must not be taken for what another did.
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
});
