import { LRUCache } from "lru-cache";
import type { DatabaseClient } from "@/lib/server/db";

const MOST_ANSWERS = 5000;
/** Rows of one file ask the same again within seconds; what changes meanwhile is seen when an entry is approved. */
const LIFE_MS = 10_000;
const READS = new Set(["findFirst", "findUnique", "findUniqueOrThrow", "findFirstOrThrow", "findMany", "count"]);

/** A client for reading only that answers from memory what it was asked a moment ago. Writing by it is a mistake. */
export function rememberingClient(client: DatabaseClient): DatabaseClient {
  const answers = new LRUCache<string, Promise<unknown>>({ max: MOST_ANSWERS, ttl: LIFE_MS });
  const once = (key: string, ask: () => Promise<unknown>): Promise<unknown> => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const asked = ask();
    asked.catch(() => answers.delete(key));
    answers.set(key, asked);
    return asked;
  };
  const table = (name: string, delegate: Record<string, (args: unknown) => Promise<unknown>>) =>
    new Proxy(delegate, {
      get(target, verb: string) {
        const read = target[verb];
        if (!READS.has(verb) || read === undefined) throw new Error(`Rows are only looked at here, not by ${verb}.`);
        // Awaited inside, because what Prisma returns does not ask before somebody waits for it.
        return (args: unknown) => once(`${name}.${verb} ${JSON.stringify(args)}`, async () => read.call(target, args));
      },
    });
  return new Proxy(client, {
    get(target, name: string) {
      if (name === "$queryRaw") {
        return (strings: TemplateStringsArray, ...values: unknown[]) =>
          once(`${strings.join("?")} ${JSON.stringify(values)}`, async () => target.$queryRaw(strings, ...values));
      }
      if (name.startsWith("$")) throw new Error(`Rows are only looked at here, not by ${name}.`);
      return table(name, (target as never as Record<string, never>)[name] ?? {});
    },
  });
}
