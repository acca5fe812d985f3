import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { finishPage, IMMUTABLE_CACHE, PUBLIC_CACHE } from "./finished-page";
import type { HeldAnswer } from "./held-response";

const html = "text/html; charset=utf-8";
const hashOf = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

function answer(type: string, body: string | Buffer, more: Record<string, string | string[]> = {}): HeldAnswer {
  return { status: 200, headers: new Map(Object.entries({ "content-type": type, ...more })), body: Buffer.from(body) };
}

const finish = (held: HeldAnswer, more: Partial<Parameters<typeof finishPage>[1]> = {}) =>
  finishPage(held, { https: false, cacheControl: PUBLIC_CACHE, ...more });

function headOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), lines[at + 1] ?? ""]] : [])),
  );
}

test("a page allows its framework's inline scripts and its styles, by hash, and nothing else", async () => {
  const body = `<style>p{color:red}</style><script>self.__next_f.push([0])</script><script>go()</script><script src="/x.js"></script>${" ".repeat(2000)}`;
  const { "content-security-policy": policy = "" } = headOf((await finish(answer(html, body))).br.head);
  const directives = policy.split("; ");
  expect(directives).toContain(`script-src 'self' ${hashOf("self.__next_f.push([0])")}`);
  expect(directives).toContain(`style-src 'self' ${hashOf("p{color:red}")}`);
  expect(directives).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toContain("nonce");
});

test("a page that lacks a drawing says that it is to be made again", async () => {
  const lacking = await finish(answer(html, '<p data-provisional="">No drawing just now.</p>'));
  expect(lacking.isProvisional).toBe(true);
  expect((await finish(answer(html, "<p>data-provisional=&quot;&quot;</p>"))).isProvisional).toBe(false);
});

test("the hashes are those of the scripts as they are sent, after they were written plainly", async () => {
  const body = String.raw`<script>self.__next_f.push([1,"\u003cp\u003e"])</script>${" ".repeat(2000)}`;
  const page = await finish(answer(html, body));
  expect(headOf(page.br.head)["content-security-policy"]).toContain(hashOf('self.__next_f.push([1,"<p>"])'));
});

test("what is no page draws and runs nothing of other places, and its text is not touched", async () => {
  const text = String.raw`<script>self.__next_f.push([1,"\u003cp"])</script>`;
  const page = await finish(answer("text/csv; charset=utf-8", text));
  expect(page.plain?.body.toString()).toBe(text);
  expect(headOf(page.br.head)["content-security-policy"]).toContain("sandbox");
});

test("of the headers Next sent only what says what it is is kept", async () => {
  const held = answer(html, "x", {
    ...{ "set-cookie": ["a=1", "b=2"], "x-powered-by": "somebody", etag: '"other"', "x-nextjs-cache": "HIT" },
    ...{ "cache-control": "private", vary: "rsc", link: "</x.css>; rel=preload", "content-length": "999999" },
    ...{ location: "/en", "content-language": "en", "content-disposition": "attachment" },
  });
  const names = Object.keys(headOf((await finish(held)).br.head)).toSorted();
  expect(names).toEqual(
    [
      ...["cache-control", "content-disposition", "content-language", "content-length", "content-security-policy"],
      ...["content-type", "cross-origin-opener-policy", "cross-origin-resource-policy", "etag", "location"],
      ...["origin-agent-cluster", "permissions-policy", "referrer-policy", "vary", "x-content-type-options"],
      "x-frame-options",
    ].toSorted(),
  );
});

test("the ETag tells pages apart, is the same for equal ones, and weak since there are several codings", async () => {
  const [one, same, other] = await Promise.all(["one", "one", "other"].map((body) => finish(answer(html, body))));
  expect(one?.etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(one?.etag).toBe(same?.etag);
  expect(one?.etag).not.toBe(other?.etag);
});

test("a page is kept compressed only, a small or incompressible one only as it is", async () => {
  const large = await finish(answer(html, "row ".repeat(5000)));
  expect([large.plain, large.br.body.length < 500, large.gzip.body.length < 500]).toEqual([null, true, true]);
  const small = await finish(answer(html, "row"));
  const picture = await finish(answer("image/png", Buffer.alloc(5000)));
  for (const page of [small, picture]) {
    expect(page.br.body).toBe(page.gzip.body);
    expect(page.plain?.body).toBe(page.br.body);
    expect(headOf(page.br.head)).not.toHaveProperty("content-encoding");
  }
});

test("its size counts every byte that is kept, once", async () => {
  const large = await finish(answer(html, "row ".repeat(5000)));
  expect(large.size).toBeGreaterThanOrEqual(large.br.body.length + large.gzip.body.length + 1000);
  const picture = await finish(answer("image/png", Buffer.alloc(5000)));
  expect(picture.size).toBeLessThan(2 * 5000);
});

test("the length is that of what is sent", async () => {
  const page = await finish(answer(html, "Жаңаөзен ".repeat(500)));
  for (const { head, body } of [page.br, page.gzip]) expect(headOf(head)["content-length"]).toBe(String(body.length));
});

// Once a shared cache was told nothing of it and could send the language of one reader to the next.
test("what differs by the language of the browser says so", async () => {
  const varyOf = async (byLanguage: boolean) =>
    headOf((await finish(answer(html, "x"), { byLanguage })).unchanged).vary;
  expect(await varyOf(false)).toBe("Accept-Encoding");
  expect(await varyOf(true)).toBe("Accept-Encoding, Accept-Language");
});

test("a shared cache may be two seconds behind, a week when Turnout is gone, and a hashed file stays for ever", () => {
  const seconds = (name: string) => Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(PUBLIC_CACHE)?.[1]);
  expect(seconds("max-age")).toBe(0);
  expect(seconds("s-maxage") + seconds("stale-while-revalidate")).toBe(2);
  expect(seconds("stale-if-error")).toBe(7 * 24 * 3600);
  expect(IMMUTABLE_CACHE).toContain("immutable");
});
