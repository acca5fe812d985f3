import { connect } from "node:net";
import { expect } from "@playwright/test";
import { test, withPatience } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const unknownPage = "/en/no-such-page";
const everyKind = [
  ...["/", "/en", `/en${wave}`, "/en/sign-in", "/en/account", unknownPage, "/en//about/", "/en/%E0%A4%A"],
  ...["/api/health/live", "/api/v1/records/KZ22-F12", "/api/v1/records/none", "/sitemap.xml", "/icon.svg"],
  ...[`/api/v1${wave}/timeline.csv`, "/api/v1/live"],
];

test("every answer carries the security headers and none says what it was made with", async ({ request }) => {
  for (const path of everyKind) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    const expected = {
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    };
    expect({ path, ...headers }).toMatchObject({ path, ...expected });
    expect(headers["permissions-policy"], path).toContain("geolocation=()");
    expect(headers["content-security-policy"], path).toMatch(/^default-src 'none'; /);
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["strict-transport-security"], path).toBeUndefined();
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("a page allows its own inline scripts by hash and no other", async ({ request }) => {
  const response = await request.get("/en", { headers: { "Accept-Encoding": "br" } });
  const policy = response.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'sha256-/);
  expect(policy.split(";").find((part) => part.includes("script-src"))).not.toContain("unsafe");
  expect(response.headers()["content-encoding"]).toBe("br");
});

test("who is signed in, and whatever else a reader sends, changes nothing of a public page", async ({ request }) => {
  const path = `/en${wave}`;
  const plain = await request.get(path);
  const headers = {
    Cookie: "next-auth.session-token=abc; NEXT_LOCALE=ru",
    "X-Forwarded-Host": "evil.example",
    "Accept-Language": "ru",
    RSC: "1",
    "Next-Router-Prefetch": "1",
    "X-Middleware-Subrequest": "proxy:proxy:proxy:proxy:proxy",
  };
  const other = await request.get(`${path}?_rsc=1&utm_source=x`, { headers });
  expect([other.status(), await other.text()]).toEqual([200, await plain.text()]);
  expect(other.headers().etag).toBe(plain.headers().etag);
  expect(other.headers()["set-cookie"]).toBeUndefined();
  expect(other.headers()["cache-control"]).toMatch(/^public, .*stale-while-revalidate/);
});

test("a page of one reader is kept by nobody", async ({ request }) => {
  for (const path of ["/en/sign-in", "/api/auth/session", "/api/health/ready"]) {
    const headers = (await request.get(path)).headers();
    expect([path, headers["cache-control"], headers.etag]).toEqual([path, "private, no-store", undefined]);
  }
});

test("an unchanged public page is not sent again", async ({ request }) => {
  const first = await request.get("/en/about");
  const again = await request.get("/en/about", { headers: { "If-None-Match": first.headers().etag ?? "" } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  expect(again.headers()["content-security-policy"]).toBe(first.headers()["content-security-policy"]);
});

test("the bare address leads to the best of the reader's languages and says that it depends on them", async ({
  request,
}) => {
  const answer = await request.get("/", { maxRedirects: 0, headers: { "Accept-Language": "de, kk;q=0.9, en;q=0.5" } });
  expect([answer.status(), answer.headers().location]).toEqual([307, "/kk"]);
  expect(answer.headers().vary).toContain("Accept-Language");
});

test("requests that nothing here needs are refused", async ({ request }) => {
  for (const method of ["PUT", "DELETE", "TRACE", "PATCH", "OPTIONS"]) {
    expect((await request.fetch("/en", { method })).status(), method).toBe(405);
  }
  expect((await request.post("/en", { data: "x" })).status()).toBe(405);
  expect((await request.post("/en/sign-in", { headers: { "Content-Encoding": "gzip" }, data: "x" })).status()).toBe(
    415,
  );
  expect((await request.post("/en/sign-in", { data: "x".repeat(700_000) })).status()).toBe(413);
  expect((await request.get("/en/%E0%A4%A")).status()).toBe(400);
  expect((await request.get("/en", { headers: { "X-Long": "x".repeat(20_000) } })).status()).toBe(431);
});

/** What comes back for bytes on a connection that is the answer's alone. */
function answerTo(text: string, baseURL = ""): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(Number(new URL(baseURL).port), "127.0.0.1", () => socket.write(text));
    socket.on("data", (piece) => {
      got += piece;
    });
    socket.on("close", () => resolve(got));
  });
}

test("a request that is no HTTP is cut off", async ({ baseURL }) => {
  expect(await answerTo("GET / NONSENSE\r\n\r\n", baseURL)).toContain("400 Bad Request");
});

// Once such a request went past everything and its connection stayed open for ever.
test("an offer to change the protocol is passed over and the page sent", async ({ baseURL }) => {
  const request = "HEAD /en HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n";
  expect(await answerTo(request, baseURL)).toMatch(/^HTTP\/1\.1 200 OK/);
});

for (const address of ["/kk/nowhere", "/kk/records/KZ22-NONE", "/kk/join/not-a-link/more"]) {
  test(`what is missing at ${address} is said without scripts, in its language`, async ({ browser, baseURL }) => {
    const page = withPatience(
      await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" })).newPage(),
    );
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "kk");
    await page.context().close();
  });
}

test("the server says that it is ready", async ({ request }) => {
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
});
