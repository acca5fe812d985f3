/** Not reachable, closing, starting, full; a lock or a statement that took too long. */
const codes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT"],
  ...["57P01", "57P02", "57P03", "53300", "55P03", "57014", "25P03"],
  // Prisma's own: cannot be reached, closed, timed out, no connection free, no transaction started or ended in time.
  ...["P1001", "P1002", "P1008", "P1010", "P1011", "P1017", "P2024", "P2028", "P2037"],
]);
/** What the driver says without a code. */
const words = /timeout exceeded when trying to connect|Connection terminated|is not queryable|Query read timeout/i;

/** What may be told of an error at each level: Prisma keeps the driver's own error in `meta`, the driver in `cause`. */
type Level = {
  code?: unknown;
  originalCode?: unknown;
  name?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
};

/**
 * Whether an error means that the database cannot be reached now or is too slow or locked, so that trying again later
 * may help, rather than that something is wrong with the request.
 */
export function isDatabaseDown(error: unknown): boolean {
  let at = error instanceof Error ? (error as Level) : undefined;
  for (let depth = 0; at && depth < 5; depth += 1) {
    if (codes.has(String(at.code)) || codes.has(String(at.originalCode))) return true;
    if (at.name === "PrismaClientInitializationError" || words.test(String(at.message))) return true;
    at = (at.meta?.driverAdapterError ?? at.cause) as Level | undefined;
  }
  return false;
}
