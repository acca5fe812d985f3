import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AddressScope } from "@/lib/shared/public-address";
import type { FinishedPage } from "./finished-page";
import { Freshness } from "./freshness";
import { PageDesk, type Wanted } from "./page-desk";

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

const coded = { head: [], body: Buffer.alloc(0) };
const pageOf = (text: string, size = 1000): FinishedPage => ({
  ...{ status: 200, etag: text, unchanged: [], br: coded, gzip: coded, plain: null, plainHead: [] },
  size,
});
const wanted = (key: string, share: Wanted["share"] = "plain", scope: AddressScope = "all"): Wanted => ({
  ...{ key, share, scope },
});

/** A desk whose pages are made when the test says so. */
function openDesk() {
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
    await vi.advanceTimersByTimeAsync(0);
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

const text = (served: unknown) => (served as { page: FinishedPage }).page.etag;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a page is made once however many ask, and then sent as it is", async () => {
  const { desk, asked, finish } = openDesk();
  const readers = Array.from({ length: 500 }, () => desk.serve(wanted("/en")));
  await pass(0);
  await finish("/en", "one");
  expect(new Set((await Promise.all(readers)).map(text))).toEqual(new Set(["one"]));
  expect(text(await desk.serve(wanted("/en")))).toBe("one");
  expect(desk.current("/en")?.etag).toBe("one");
  expect(asked).toEqual(["/en"]);
});

test("where there is no page nothing is kept, and a page that is gone is forgotten", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  const none = desk.serve(wanted("/en/none"));
  await finish("/en/none", null);
  expect(await none).toBeNull();
  await keep(wanted("/en/gone"), "there");
  publish();
  await pass(1000);
  const gone = desk.serve(wanted("/en/gone"));
  await pass(0);
  await finish("/en/gone", null);
  expect([await gone, desk.store.bytes]).toEqual([null, 0]);
  expect(asked).toEqual(["/en/none", "/en/gone", "/en/gone"]);
});

test("the old page is sent within a second of the publication, while the new one is made once", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  await keep(wanted("/en"), "old");
  publish();
  expect(desk.current("/en")).toBeNull();
  await pass(999);
  expect(await desk.serve(wanted("/en"))).toMatchObject({ page: { etag: "old" }, behindMs: 0 });
  expect(text(await desk.serve(wanted("/en")))).toBe("old");
  await finish("/en", "new");
  expect(text(await desk.serve(wanted("/en")))).toBe("new");
  expect(asked).toEqual(["/en", "/en"]);
});

test("after that second readers wait for the new page", async () => {
  const { desk, finish, keep, publish } = openDesk();
  await keep(wanted("/en"), "old");
  publish();
  await pass(1000);
  const serving = desk.serve(wanted("/en"));
  await pass(500);
  await finish("/en", "new");
  expect(await serving).toMatchObject({ page: { etag: "new" }, behindMs: 0 });
});

// Once each publication gave a page another second, however old it was.
test("a page that missed several publications is not sent as if it had missed the last one only", async () => {
  const { desk, finish, keep, publish } = openDesk();
  await keep(wanted("/en"), "old");
  publish();
  await pass(600_000);
  publish();
  await pass(10);
  const serving = desk.serve(wanted("/en"));
  await pass(10);
  await finish("/en", "new");
  expect(text(await serving)).toBe("new");
});

test("a page that cannot be made in time gives way to the old one with its age, or to the word late", async () => {
  const { desk, keep, publish } = openDesk();
  await keep(wanted("/en"), "old");
  publish();
  await pass(5000);
  const [withOld, without] = [desk.serve(wanted("/en")), desk.serve(wanted("/kk"))];
  await pass(1700);
  expect(await withOld).toMatchObject({ page: { etag: "old" }, behindMs: 5000 });
  expect(await without).toBe("late");
});

test("nobody is kept waiting for longer than 1.7 seconds", async () => {
  const { desk } = openDesk();
  let answered = false;
  void desk.serve(wanted("/en")).then(() => {
    answered = true;
  });
  await pass(1699);
  expect(answered).toBe(false);
  await pass(1);
  expect(answered).toBe(true);
});

test("a page that fails gives way at once, and is tried again by the next reader", async () => {
  const { desk, asked, fail, finish, keep, publish } = openDesk();
  const first = desk.serve(wanted("/kk"));
  await fail("/kk");
  expect(await first).toBe("late");
  await keep(wanted("/en"), "old");
  publish();
  await pass(3000);
  const second = desk.serve(wanted("/en"));
  await pass(0);
  await fail("/en");
  expect(await second).toMatchObject({ page: { etag: "old" }, behindMs: 3000 });
  const third = desk.serve(wanted("/en"));
  await pass(0);
  await finish("/en", "new");
  expect(text(await third)).toBe("new");
  expect(asked).toEqual(["/kk", "/en", "/en", "/en"]);
});

test("a page overtaken while it is made is made again, and the reader gets the later one", async () => {
  const { desk, asked, finish, publish } = openDesk();
  const serving = desk.serve(wanted("/en"));
  await pass(0);
  publish();
  await finish("/en", "overtaken");
  expect(desk.current("/en")).toBeNull();
  await finish("/en", "later");
  expect(text(await serving)).toBe("later");
  expect(desk.current("/en")?.etag).toBe("later");
  expect(asked).toHaveLength(2);
});

test("not for ever: the third is sent, and known as outdated", async () => {
  const { desk, asked, finish, publish } = openDesk();
  const serving = desk.serve(wanted("/en"));
  for (const name of ["first", "second", "third"]) {
    await pass(0);
    publish();
    await finish("/en", name);
  }
  expect(text(await serving)).toBe("third");
  expect(desk.current("/en")).toBeNull();
  expect(asked).toHaveLength(3);
});

// Once two pages that never ended kept every other from being made until the next start.
test("pages that hang are given up, and others are made then", async () => {
  const { desk, asked, finish } = openDesk();
  void desk.serve(wanted("/hangs/1"));
  void desk.serve(wanted("/hangs/2"));
  await pass(9000);
  const serving = desk.serve(wanted("/en"));
  await pass(999);
  expect(asked).toEqual(["/hangs/1", "/hangs/2"]);
  await pass(1);
  await finish("/en", "there");
  expect(text(await serving)).toBe("there");
  void desk.serve(wanted("/hangs/1"));
  await pass(0);
  expect(asked).toEqual(["/hangs/1", "/hangs/2", "/en", "/hangs/1"]);
});

test("two pages are made at a time, those that many read before those that few do", async () => {
  const { desk, asked, finish } = openDesk();
  void desk.finishAhead([wanted("/busy/1"), wanted("/busy/2")]);
  void desk.serve(wanted("/list?q=1", "narrowed"));
  void desk.finishAhead([wanted("/en/waves/w", "ahead")]);
  void desk.serve(wanted("/en/about", "plain"));
  void desk.serve(wanted("/kk/waves/w", "ahead"));
  await pass(0);
  expect(asked).toEqual(["/busy/1", "/busy/2"]);
  await finish("/busy/1", "");
  await finish("/busy/2", "");
  for (const key of ["/kk/waves/w", "/en/about", "/en/waves/w"]) await finish(key, "");
  expect(asked.slice(2)).toEqual(["/kk/waves/w", "/en/about", "/en/waves/w", "/list?q=1"]);
});

test("a reader hurries a page that waits to be refreshed", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  for (const key of ["/d", "/c", "/b", "/a"]) await keep(wanted(key), "old");
  publish();
  void desk.refresh();
  await pass(1000);
  void desk.serve(wanted("/d"));
  // Asked for again, it does not lose its place.
  void desk.refresh();
  await finish("/a", "new");
  expect(asked.slice(4)).toEqual(["/a", "/b", "/d"]);
});

test("refreshed is what somebody read within a minute and a publication touched, the most read first", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  await keep(wanted("/long-ago"), "old");
  await pass(60_001);
  await keep(wanted("/text", "plain", "none"), "old");
  for (const key of ["/once", "/often"]) await keep(wanted(key), "old");
  for (let at = 0; at < 5; at += 1) desk.current("/often");
  publish();
  const refreshing = desk.refresh();
  await finish("/often", "new");
  await finish("/once", "new");
  await refreshing;
  expect(asked.slice(4)).toEqual(["/often", "/once"]);
});

test("a page nobody reads is not refreshed for ever", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  await keep(wanted("/en"), "old");
  for (let minute = 0; minute < 3; minute += 1) {
    publish();
    void desk.refresh();
    await pass(0);
    if (asked.length > 1 + minute) await finish("/en", `new ${minute}`);
    await pass(40_000);
  }
  expect(asked).toHaveLength(3);
});

test("what is finished ahead is made before anybody asks, and not again while it is current", async () => {
  const { desk, asked, finish } = openDesk();
  const ahead = [wanted("/en", "ahead"), wanted("/kk", "ahead")];
  const finishing = desk.finishAhead(ahead);
  await finish("/en", "en");
  await finish("/kk", "kk");
  await finishing;
  await desk.finishAhead(ahead);
  expect([desk.current("/kk")?.etag, asked]).toEqual(["kk", ["/en", "/kk"]]);
});

test("one page that cannot be finished ahead does not keep the others from it", async () => {
  const { desk, fail, finish } = openDesk();
  const finishing = desk.finishAhead([wanted("/bad", "ahead"), wanted("/good", "ahead")]);
  await fail("/bad");
  await finish("/good", "good");
  await finishing;
  expect(desk.current("/good")?.etag).toBe("good");
});

test("three hundred pages may wait; whoever comes then is told at once", async () => {
  const { desk, asked } = openDesk();
  for (let at = 0; at < 302; at += 1) void desk.serve(wanted(`/${at}`));
  await pass(0);
  expect(await desk.serve(wanted("/one-more"))).toBe("late");
  expect(asked).toHaveLength(2);
});

// Once a flood of filters, or the refreshing after a publication, took all places and readers were turned away.
test("ever new filters and pages nobody waits for leave room for the others", async () => {
  const { desk, finish } = openDesk();
  for (let at = 0; at < 500; at += 1) void desk.serve(wanted(`/list?q=${at}`, "narrowed"));
  await pass(0);
  expect(await desk.serve(wanted("/list?q=one-more", "narrowed"))).toBe("late");
  const [plain, ahead] = [desk.serve(wanted("/en/about")), desk.finishAhead([wanted("/en", "ahead")])];
  await finish("/list?q=0", "");
  await finish("/en/about", "about");
  await finish("/en", "dashboard");
  await ahead;
  expect(text(await plain)).toBe("about");
  expect(desk.current("/en")?.etag).toBe("dashboard");
});

test("it says when nothing is being made any more", async () => {
  const { desk, finish } = openDesk();
  void desk.serve(wanted("/en"));
  let idle = false;
  void desk.idle().then(() => {
    idle = true;
  });
  await pass(0);
  expect(idle).toBe(false);
  await finish("/en", "one");
  expect(idle).toBe(true);
});
