import { defineConfig } from "@playwright/test";
import { e2eServer } from "./tests/e2e/support/e2e-server";
import { browserLaunch } from "./tests/support/browser";

const server = e2eServer();
const { executablePath, args, env } = browserLaunch();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: server.url,
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    // Keeping every step costs a third of the time; `--trace on` shows what went wrong in one journey.
    trace: "off",
    launchOptions: { args, env, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: server.command,
    env: server.env,
    url: `${server.url}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
