import type { AddressScope } from "@/lib/shared/public-address";
import type { FinishedPage } from "./finished-page";
import { Freshness } from "./freshness";
import { PageDesk, type Wanted } from "./page-desk";

const coded = { head: [], body: Buffer.alloc(0) };
const pageOf = (text: string, size = 1000): FinishedPage => ({
  ...{
    status: 200,
    etag: text,
    unchanged: [],
    br: coded,
    gzip: coded,
    plain: null,
    plainHead: [],
    plainLength: 0,
    isProvisional: text.startsWith("lacking"),
  },
  size,
});
export const wanted = (key: string, share: Wanted["share"] = "plain", scope: AddressScope = "all"): Wanted => ({
  ...{ key, share, scope },
});

/** Everything that is ready to happen without time passing; timers may be those of a test. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** For tests: a desk whose pages are made when the test says so. */
export function openDesk() {
  const freshness = new Freshness();
  const asked: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<FinishedPage | null>[]>();
  let version = 0;
  const desk = new PageDesk({
    maxBytes: 10_000_000,
    freshness,
    make(key) {
      asked.push(key);
      const making = Promise.withResolvers<FinishedPage | null>();
      waiting.set(key, [...(waiting.get(key) ?? []), making]);
      return making.promise;
    },
  });
  const settle = async (key: string, act: (making: PromiseWithResolvers<FinishedPage | null>) => void) => {
    const making = waiting.get(key)?.shift();
    if (!making) throw new Error(`Nobody makes ${key}.`);
    act(making);
    await settled();
  };
  return {
    ...{ desk, freshness, asked },
    publish() {
      version += 1;
      freshness.update({ all: version, waves: new Map() }, "", Date.now());
    },
    finish: (key: string, text: string | null) =>
      settle(key, ({ resolve }) => resolve(text === null ? null : pageOf(text))),
    fail: (key: string) => settle(key, ({ reject }) => reject(new Error("The page answered 500."))),
    /** Has a page finished and kept. */
    async keep(one: Wanted, text: string) {
      const serving = desk.serve(one);
      await settle(one.key, ({ resolve }) => resolve(pageOf(text)));
      await serving;
    },
  };
}
