import { errorFields, log } from "./logger";

/** How a published thing is read, and how to ask cheaply whether it is still the latest. */
type Reading<T> = { readVersion(): Promise<number>; read(): Promise<T> };

type Held = { version: number; value: unknown };

// Next loads this module more than once into one process; what was read must be shared.
const shared = globalThis as { turnoutPublished?: Map<string, Held>; turnoutReading?: Map<string, Promise<Held>> };
shared.turnoutPublished ??= new Map();
shared.turnoutReading ??= new Map();
const held = shared.turnoutPublished;
const underWay = shared.turnoutReading;

/**
 * What was last published, read again only when its version grew. While the database is down or slow, the last reading
 * goes on being served; only a thing never read fails. However many ask at once, it is read once.
 */
export async function published<T>(key: string, reading: Reading<T>): Promise<T> {
  const last = held.get(key);
  try {
    const version = await reading.readVersion();
    if (last && last.version === version) return last.value as T;
    const fresh = await readOnce(key, version, reading);
    return fresh.value as T;
  } catch (problem) {
    if (!last) throw problem;
    log("error", { event: "published_not_read", ...errorFields(problem) });
    return last.value as T;
  }
}

function readOnce<T>(key: string, version: number, reading: Reading<T>): Promise<Held> {
  const waitFor = `${key} ${version}`;
  const running = underWay.get(waitFor);
  if (running) return running;
  const started = reading
    .read()
    .then((value) => {
      const fresh = { version, value };
      const newest = held.get(key);
      if (!newest || newest.version <= version) held.set(key, fresh);
      return fresh;
    })
    .finally(() => underWay.delete(waitFor));
  underWay.set(waitFor, started);
  return started;
}
