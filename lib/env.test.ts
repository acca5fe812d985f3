import path from "node:path";
import { expect, test } from "vitest";
import { parseEnvironment, SettingProblem } from "./env";

test("nothing set is enough", () => {
  expect(parseEnvironment({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: path.resolve(".data"),
    databaseUrl: undefined,
    authSecret: undefined,
    publicUrl: "http://localhost:3000",
    maxBodyKb: 512,
    maxImportMb: 32,
    sessionDays: 14,
    sessionIdleHours: 72,
    moderatorSessionHours: 24,
    moderatorIdleHours: 4,
    databaseConnections: 10,
    pagesMb: 128,
    ageNoticeSeconds: 300,
    logLevel: "info",
  });
});

test("an empty setting is an absent one", () => {
  expect(parseEnvironment({ PORT: "", DATABASE_URL: "", AUTH_SECRET: "" })).toEqual(parseEnvironment({}));
});

test("the public address follows the port unless it is given", () => {
  expect(parseEnvironment({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  expect(parseEnvironment({ PORT: "8080", PUBLIC_URL: "https://turnout.example.org/" }).publicUrl).toBe(
    "https://turnout.example.org",
  );
});

test.each([
  ["PORT", "http"],
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "3000.5"],
  ["PORT", "-1"],
  ["HOST", "a b"],
  ["DATABASE_URL", "mysql://here/db"],
  ["AUTH_SECRET", "short"],
  ["PUBLIC_URL", "turnout.example.org"],
  ["PUBLIC_URL", "https://turnout.example.org/path"],
  ["PUBLIC_URL", "ftp://turnout.example.org"],
  ["MAX_BODY_KB", "1"],
  ["MAX_IMPORT_MB", "51"],
  ["SESSION_DAYS", "400"],
  ["SESSION_IDLE_HOURS", "0"],
  ["MODERATOR_SESSION_HOURS", "721"],
  ["MODERATOR_IDLE_HOURS", "half"],
  ["AGE_NOTICE_SECONDS", "0"],
  ["AGE_NOTICE_SECONDS", "86401"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused in one sentence that names the setting", (name, value) => {
  const parse = () => parseEnvironment({ [name]: value });
  expect(parse).toThrow(SettingProblem);
  expect(parse).toThrow(new RegExp(`^${name} must [^.]*(?:\\.\\S[^.]*)*\\.$`));
});
