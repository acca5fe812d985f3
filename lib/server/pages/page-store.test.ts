import fc from "fast-check";
import { expect, test } from "vitest";
import type { FinishedPage } from "./finished-page";
import { PageStore, type Share, type StoredPage } from "./page-store";

const coded = { head: [], body: Buffer.alloc(0) };
const cell = { token: 1, says: "1", ended: new Map<number, number>() };

function stored(size: number, share: Share, more: Partial<StoredPage> = {}): StoredPage {
  const page: FinishedPage = {
    ...{
      status: 200,
      etag: `W/"${size}"`,
      unchanged: [],
      br: coded,
      gzip: coded,
      plain: null,
      plainHead: [],
      plainLength: 0,
      isProvisional: false,
    },
    size,
  };
  return { page, token: 1, until: Number.POSITIVE_INFINITY, cell, scope: "all", share, askedAt: 0, asked: 1, ...more };
}

test("a page comes back as it was put in, until it is deleted", () => {
  const store = new PageStore(100_000);
  const one = stored(100, "plain");
  store.set("/en", one);
  expect(store.get("/en")).toBe(one);
  store.delete("/en");
  expect([store.get("/en"), store.bytes]).toEqual([undefined, 0]);
});

test("the least recently asked for go first", () => {
  const store = new PageStore(40_000);
  for (const key of ["/a", "/b", "/c"]) store.set(key, stored(6000, "plain"));
  store.get("/a");
  store.set("/d", stored(6000, "plain"));
  expect(["/a", "/b", "/c", "/d"].filter((key) => store.get(key))).toEqual(["/a", "/c", "/d"]);
});

test("ever new filters drive out each other only", () => {
  const store = new PageStore(400_000);
  store.set("/en/waves/w", stored(5000, "ahead"));
  store.set("/en/about", stored(5000, "plain"));
  for (let at = 0; at < 5000; at += 1) store.set(`/en/search?q=${at}`, stored(5000, "narrowed"));
  expect(store.get("/en/waves/w")).toBeDefined();
  expect(store.get("/en/about")).toBeDefined();
  expect(store.get("/en/search?q=0")).toBeUndefined();
  expect(store.get("/en/search?q=4999")).toBeDefined();
});

test("all rooms full together stay within the bound, and use most of it", () => {
  const store = new PageStore(400_000);
  for (const share of ["ahead", "plain", "narrowed"] as const) {
    for (let at = 0; at < 500; at += 1) store.set(`/${share}/${at}`, stored(1000, share));
  }
  expect(store.bytes).toBeLessThanOrEqual(400_000);
  expect(store.bytes).toBeGreaterThan(380_000);
});

test("a page larger than its room is not kept, and drives out nothing", () => {
  const store = new PageStore(40_000);
  store.set("/small", stored(1000, "narrowed"));
  store.set("/large", stored(20_000, "narrowed"));
  expect(store.get("/large")).toBeUndefined();
  expect(store.get("/small")).toBeDefined();
});

// Once the copy in the room looked at first hid the newer one for ever, and each request made the page again.
test("a page that changes its room leaves no copy in the other", () => {
  for (const [before, after] of [
    ["ahead", "plain"],
    ["plain", "ahead"],
    ["narrowed", "plain"],
  ] as const) {
    const store = new PageStore(100_000);
    store.set("/en", stored(1000, before, { token: 0 }));
    const newer = stored(1000, after);
    store.set("/en", newer);
    expect(store.get("/en")).toBe(newer);
    expect(store.outdated()).toEqual([]);
    expect(store.bytes).toBe(1000 + 2 * "/en".length);
  }
});

test("outdated pages come with the most asked for first, whatever their room", () => {
  const store = new PageStore(100_000);
  store.set("/rare", stored(1000, "ahead", { token: 0, asked: 2 }));
  store.set("/current", stored(1000, "plain", { asked: 99 }));
  store.set("/often", stored(1000, "narrowed", { token: 0, asked: 50 }));
  expect(store.outdated().map(({ key }) => key)).toEqual(["/often", "/rare"]);
});

test("property: whatever is put in, the bytes stay within the bound and a page is in the room it was last put in", () => {
  const share = fc.constantFrom<Share>("ahead", "plain", "narrowed");
  const step = fc.record({
    key: fc.oneof(
      fc.nat({ max: 40 }).map((at) => `/page/${at}`),
      fc.string({ maxLength: 300 }),
    ),
    size: fc.integer({ min: 1, max: 30_000 }),
    share,
    remove: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 100_000 }), fc.array(step, { maxLength: 80 }), (bound, steps) => {
      const store = new PageStore(bound);
      for (const { key, size, share: room, remove } of steps) {
        if (remove) store.delete(key);
        else store.set(key, stored(size, room));
        expect(store.bytes).toBeLessThanOrEqual(bound);
        expect(store.get(key)?.share ?? room).toBe(room);
      }
    }),
  );
});

test("property: narrowed pages never change what the other rooms hold", () => {
  const put = fc.record({
    at: fc.nat({ max: 60 }),
    size: fc.integer({ min: 1, max: 5000 }),
    share: fc.constantFrom<Share>("ahead", "plain", "narrowed"),
  });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 150 }), (puts) => {
      const [flooded, calm] = [new PageStore(40_000), new PageStore(40_000)];
      const keyOf = ({ at, share }: { at: number; share: Share }) =>
        share === "narrowed" ? `/list?q=${at}` : `/${share}/${at}`;
      for (const one of puts) {
        flooded.set(keyOf(one), stored(one.size, one.share));
        if (one.share !== "narrowed") calm.set(keyOf(one), stored(one.size, one.share));
      }
      for (const one of puts.filter(({ share }) => share !== "narrowed")) {
        expect(flooded.get(keyOf(one))?.page.size).toBe(calm.get(keyOf(one))?.page.size);
      }
    }),
  );
});
