import path from "node:path";
import { z } from "zod";

/** What a wrong or missing setting is reported as: one sentence that says what to do. */
export class SettingProblem extends Error {
  override name = "SettingProblem";
}

const wholeNumber = (name: string, least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(fallback)
    .describe(`${name} must be a whole number from ${least} to ${most}`);

const origin = z
  .string()
  .refine((value) => {
    const url = URL.parse(value);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, "");
  })
  .transform((value) => value.replace(/\/$/, ""))
  .describe("PUBLIC_URL must be the address people type, without a path, such as https://turnout.example.org");

const settings = z.object({
  PORT: wholeNumber("PORT", 1, 65535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("127.0.0.1")
    .describe("HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0"),
  DATA_DIR: z.string().min(1).default(".data").describe("DATA_DIR must be the path of a folder"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/)
    .optional()
    .describe("DATABASE_URL must look like postgresql://user:password@host:5432/database"),
  AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("AUTH_SECRET must have at least 32 characters; `openssl rand -base64 32` makes one"),
  PUBLIC_URL: origin.optional().describe(origin.description ?? ""),
  MAX_BODY_KB: wholeNumber("MAX_BODY_KB", 16, 10_240, 512),
  MAX_IMPORT_MB: wholeNumber("MAX_IMPORT_MB", 5, 50, 32),
  SESSION_DAYS: wholeNumber("SESSION_DAYS", 1, 90, 14),
  SESSION_IDLE_HOURS: wholeNumber("SESSION_IDLE_HOURS", 1, 720, 72),
  MODERATOR_SESSION_HOURS: wholeNumber("MODERATOR_SESSION_HOURS", 1, 720, 24),
  MODERATOR_IDLE_HOURS: wholeNumber("MODERATOR_IDLE_HOURS", 1, 720, 4),
  DATABASE_CONNECTIONS: wholeNumber("DATABASE_CONNECTIONS", 2, 50, 10),
  PAGES_MB: wholeNumber("PAGES_MB", 8, 4096, 128),
  AGE_NOTICE_SECONDS: wholeNumber("AGE_NOTICE_SECONDS", 1, 86_400, 300),
  LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"])
    .default("info")
    .describe("LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace"),
});

export type Env = {
  port: number;
  host: string;
  /** Absolute path of everything Turnout keeps outside a database of your own. */
  dataDir: string;
  databaseUrl: string | undefined;
  authSecret: string | undefined;
  publicUrl: string;
  maxBodyKb: number;
  /** The largest file of proposals. */
  maxImportMb: number;
  /** Room for finished pages in memory. */
  pagesMb: number;
  sessionDays: number;
  /** How long a session may go unused. */
  sessionIdleHours: number;
  /** The same limits for whoever moderates or administers, in hours. */
  moderatorSessionHours: number;
  moderatorIdleHours: number;
  databaseConnections: number;
  /** How long the database may be away before public pages say so. */
  ageNoticeSeconds: number;
  logLevel: z.infer<typeof settings>["LOG_LEVEL"];
};

type Source = Record<string, string | undefined>;

/** Pure: settings as text in, typed settings out, or a SettingProblem. An empty setting counts as absent. */
export function parseEnvironment(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof settings.shape;
    throw new SettingProblem(`${settings.shape[name].description}.`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    authSecret: value.AUTH_SECRET,
    publicUrl: value.PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    maxBodyKb: value.MAX_BODY_KB,
    maxImportMb: value.MAX_IMPORT_MB,
    pagesMb: value.PAGES_MB,
    sessionDays: value.SESSION_DAYS,
    sessionIdleHours: value.SESSION_IDLE_HOURS,
    moderatorSessionHours: value.MODERATOR_SESSION_HOURS,
    moderatorIdleHours: value.MODERATOR_IDLE_HOURS,
    databaseConnections: value.DATABASE_CONNECTIONS,
    ageNoticeSeconds: value.AGE_NOTICE_SECONDS,
    logLevel: value.LOG_LEVEL,
  };
}

let parsedOnce: Env | undefined;

/** The settings of this process, read and checked once. */
export function env(): Env {
  parsedOnce ??= parseEnvironment(process.env);
  return parsedOnce;
}

/** What starting up found out, for the server code of the same process and for libraries with names of their own. */
export function provideSettings(found: { databaseUrl?: string; authSecret?: string }): void {
  if (found.databaseUrl) process.env.DATABASE_URL = found.databaseUrl;
  if (found.authSecret) process.env.AUTH_SECRET = found.authSecret;
  parsedOnce = undefined;
  process.env.NEXTAUTH_URL = env().publicUrl;
}

/** Whether an npm script started this process, which then has npm's fate to share. */
export function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** The environment handed to a program that is started, with additions. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}

/** The key sessions are signed with: set by the operator, or made by the first start and provided by every start. */
export function authSecret(): string {
  const secret = env().authSecret;
  if (!secret)
    throw new SettingProblem("AUTH_SECRET is not set: start Turnout with `npm start`, which keeps one in DATA_DIR.");
  return secret;
}
