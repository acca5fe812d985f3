import { connect } from "node:net";
import { expect, test } from "@playwright/test";

const unknownPage = "/en/no-such-page";

test("every answer carries the security headers and none says what it was made with", async ({ request }) => {
  for (const path of ["/api/health/live", unknownPage]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
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

test("a script that slipped into the document does not run", async ({ page }) => {
  await page.goto("/en");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.slipped = true";
    document.body.append(script);
    return "slipped" in window;
  });
  expect(ran).toBe(false);
});

test("an unchanged public page is not sent again", async ({ request }) => {
  const first = await request.get("/en/about");
  const again = await request.get("/en/about", { headers: { "If-None-Match": first.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

test("requests that nothing here needs are refused", async ({ request }) => {
  expect((await request.fetch("/en", { method: "PUT" })).status()).toBe(405);
  expect((await request.fetch("/en", { method: "TRACE" })).status()).toBe(405);
  expect((await request.post("/en", { headers: { "Content-Encoding": "gzip" }, data: "x" })).status()).toBe(415);
  expect((await request.post("/en", { data: "x".repeat(700_000) })).status()).toBe(413);
  expect((await request.get("/en/%E0%A4%A")).status()).toBe(400);
});

test("a request that is no HTTP is cut off", async ({ baseURL }) => {
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(baseURL ?? "").port), "127.0.0.1", () => socket.write("HELLO\r\n\r\n"));
    socket.on("data", (piece) => {
      text += piece;
    });
    socket.on("close", () => resolve(text));
  });
  expect(answer).toContain("400 Bad Request");
});

test("the server says that it is ready", async ({ request }) => {
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
});
