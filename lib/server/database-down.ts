const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);
/** Prisma's own: cannot be reached, closed, timed out, no connection free, no transaction started in time. */
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1010", "P1011", "P1017", "P2024", "P2028", "P2037"]);

/** Whether an error means that the database cannot be reached now, rather than that something is wrong with the request. */
export function isDatabaseDown(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = String((at as { code?: unknown }).code ?? "");
    if (networkCodes.has(code) || prismaCodes.has(code)) return true;
    if (at.name === "PrismaClientInitializationError") return true;
    if (
      /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/i.test(
        at.message,
      )
    )
      return true;
  }
  return false;
}
