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

test("a page much older than that is sent only where the new one failed", async () => {
  const { desk, keep, publish, fail } = openDesk();
  await keep(wanted("/en"), "without the retraction");
  publish();
  await pass(60_000);
  const first = desk.serve(wanted("/en"));
  await pass(1700);
  expect(await first).toBe("late");
  await fail("/en");
  const second = desk.serve(wanted("/en"));
  await pass(1700);
  expect(await second).toMatchObject({ page: { etag: "without the retraction" }, behindMs: 61_700 });
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
  expect(await first).toBe("failed");
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

// Once a page made while a chart could not be drawn was kept without it until the next publication.
test("a page that lacks a drawing is sent as it is and made again after a while", async () => {
  const { desk, asked, keep, finish } = openDesk();
  await keep(wanted("/en"), "lacking a drawing");
  expect(desk.current("/en")?.etag).toBe("lacking a drawing");
  await pass(10_000);
  expect(desk.current("/en")).toBeNull();
  expect(text(await desk.serve(wanted("/en")))).toBe("lacking a drawing");
  await finish("/en", "whole");
  expect(desk.current("/en")?.etag).toBe("whole");
  await pass(60_000);
  expect(desk.current("/en")?.etag).toBe("whole");
  expect(asked).toEqual(["/en", "/en"]);
});
