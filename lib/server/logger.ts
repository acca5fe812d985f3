import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

/**
 * All that a line of the log may hold. Names, addresses of people's networks, user agents, form contents and full
 * paths (they carry one-time links) are not in it, so they cannot be written by mistake.
 */
export type LogFields = {
  event: string;
  status?: number;
  durationMs?: number;
  method?: string;
  route?: string;
  count?: number;
  recordId?: string;
  revision?: number;
  errorName?: string;
  errorCode?: string;
  /** Where in Turnout's own code an unexpected error came from; never its text, which may quote what somebody typed. */
  errorAt?: string;
};

type Level = "debug" | "info" | "warn" | "error";

const allowed: Record<keyof LogFields, true> = {
  event: true,
  status: true,
  durationMs: true,
  method: true,
  route: true,
  count: true,
  recordId: true,
  revision: true,
  errorName: true,
  errorCode: true,
  errorAt: true,
};

let opened: Logger | undefined;

function logger(): Logger {
  opened ??= pino({ level: env().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return opened;
}

/** Drops every field that is not on the list, also when the compiler was told otherwise. */
export function allowedFields(fields: LogFields): Partial<LogFields> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in allowed));
}

export function log(level: Level, fields: LogFields): void {
  logger()[level](allowedFields(fields));
}

/** An error reduced to what may be logged of it. */
export function errorFields(error: unknown): Pick<LogFields, "errorName" | "errorCode" | "errorAt"> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = error.stack?.split("\n").find((line) => /^\s+at /.test(line) && !line.includes("node_modules"));
  return {
    errorName: error.name,
    ...(typeof code === "string" ? { errorCode: code } : {}),
    ...(at ? { errorAt: at.trim() } : {}),
  };
}
