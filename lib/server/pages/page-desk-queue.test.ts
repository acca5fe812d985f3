import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FinishedPage } from "./finished-page";
import { openDesk, wanted } from "./test-desk";

vi.mock("@/lib/server/logger", () => ({ log: () => undefined, errorFields: () => ({}) }));

const text = (served: unknown) => (served as { page: FinishedPage }).page.etag;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
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
  for (const key of ["/busy/1", "/busy/2"]) void desk.serve(wanted(key));
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

test("what everybody who asked for it was told to come back for is made after what somebody waits for", async () => {
  const { desk, asked, finish } = openDesk();
  for (const key of ["/busy/1", "/busy/2"]) void desk.serve(wanted(key));
  const [first, second] = [desk.serve(wanted("/given-up")), desk.serve(wanted("/asked-again"))];
  await pass(1000);
  const again = desk.serve(wanted("/asked-again"));
  await pass(700);
  expect([await first, await second]).toEqual(["late", "late"]);
  void desk.serve(wanted("/new"));
  await pass(0);
  await finish("/busy/1", "");
  await finish("/busy/2", "");
  expect(asked.slice(2)).toEqual(["/asked-again", "/new"]);
  await finish("/asked-again", "there");
  expect(text(await again)).toBe("there");
  expect(asked.at(-1)).toBe("/given-up");
});

test("a reader finds one place free of what is refreshed, also for a page that waits for that", async () => {
  const { desk, asked, finish, keep, publish } = openDesk();
  for (const key of ["/d", "/c", "/b", "/a"]) await keep(wanted(key), "old");
  publish();
  void desk.refresh();
  await pass(1000);
  void desk.serve(wanted("/d"));
  // Asked for again, nothing is made twice.
  void desk.refresh();
  for (const key of ["/a", "/d", "/b", "/c"]) await finish(key, "new");
  expect(asked.slice(4)).toEqual(["/a", "/d", "/b", "/c"]);
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

test("it stops when what readers wait for is made", async () => {
  const { desk, finish, asked } = openDesk();
  const served = ["/en", "/ru", "/kk"].map((key) => desk.serve(wanted(key)));
  await pass(0);
  const stopped = desk.stop();
  for (const key of ["/en", "/ru", "/kk"]) await finish(key, key);
  await stopped;
  expect((await Promise.all(served)).map(text)).toEqual(["/en", "/ru", "/kk"]);
  expect(asked).toEqual(["/en", "/ru", "/kk"]);
});
