import { readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { projectFolder } from "@/lib/server/launch/project";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { printedAdministratorAddress } from "./support/e2e-server";
import { people, personalPages, publicPages } from "./support/pages";
import { test, withPatience } from "./support/patient";
import { createPeople, signIn, signInHere } from "./support/people";

const wave = "/waves/kazakhstan-january-2022";
/** Their addresses are known only after an entry was made: the journey below goes there. */
const entryPages = [
  "/[locale]/contribute/[entry]",
  "/[locale]/moderate/[entry]",
  "/[locale]/moderate/bulk/[bulk]",
  "/[locale]/contribute/import/[batch]",
];

test.beforeAll(() => createPeople(people));

/** Opens a page that notes every violation of its policy, every error and every request to another host. */
async function watched(browser: Browser, baseURL = ""): Promise<{ page: Page; seen: string[] }> {
  const page = withPatience(await (await browser.newContext({ baseURL })).newPage());
  const seen: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`violated: ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on("console", (message) => {
    const isOnlyStatus = /status of (?:404|503)/.test(message.text());
    if (message.type() === "error" && !isOnlyStatus) seen.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (problem) => seen.push(`${page.url()}: ${problem}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(baseURL).origin) seen.push(`asked ${request.url()}`);
  });
  return { page, seen };
}

/** Goes there, sees that scripts run, and lets the page come to rest. */
async function visit(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect([address, response?.status()]).toEqual([address, address.endsWith("/no-such-page") ? 404 : 200]);
  expect(response?.headers()["content-security-policy"], address).toContain("default-src 'none'");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => "__next_f" in window), address).toBe(true);
}

test("every page of the built app stands in the lists of this file", () => {
  const manifest = readFileSync(path.join(projectFolder, ".next", "app-path-routes-manifest.json"), "utf8");
  const patterns = Object.entries(JSON.parse(manifest) as Record<string, string>)
    .filter(([file, pattern]) => file.endsWith("/page") && !pattern.startsWith("/_") && !file.includes("/(notice)/"))
    .map(([, pattern]) => pattern);
  expect(patterns.toSorted()).toEqual(
    [...Object.keys(publicPages), ...Object.keys(personalPages), ...entryPages].toSorted(),
  );
});

test("no public page violates its policy or asks another host for anything", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const { page, seen } = await watched(browser, baseURL);
  const addresses = Object.values(publicPages).flat();
  for (const [index, address] of addresses.entries())
    await visit(page, `/${LOCALES[index % LOCALES.length]}${address}`);
  expect(seen).toEqual([]);
  await page.context().close();
});

for (const who of ["reader", "chingiz-policy", "bolat-policy", "aigerim-policy"] as const) {
  test(`no personal page of ${who} violates its policy or asks another host for anything`, async ({
    browser,
    baseURL,
  }) => {
    const { page, seen } = await watched(browser, baseURL);
    if (who !== "reader") await signIn(page, who, "/en/account");
    const own = Object.values(personalPages)
      .flat()
      .filter(([owner]) => owner === who);
    expect(own.length).toBeGreaterThan(0);
    for (const language of ["en", "kk"]) for (const [, address] of own) await visit(page, `/${language}${address}`);
    expect(seen).toEqual([]);
    await page.context().close();
  });
}

test("charts that were touched and a map that was walked violate nothing", async ({ browser, baseURL }) => {
  const { page, seen } = await watched(browser, baseURL);
  await visit(page, `/en${wave}`);
  for (const chart of ["participation", "reach", "crowds"]) {
    const drawing = page.locator(`#${chart} svg:visible`).first();
    await drawing.scrollIntoViewIfNeeded();
    // The library draws in place of what came with the page, once scripts are there to see the pointer come.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await drawing.hover({ timeout: 1000 });
      await expect(page.locator(`#${chart} .recharts-wrapper svg`).first()).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.locator(`#${chart} .recharts-wrapper a`).first().focus();
    await page.keyboard.press("ArrowRight");
  }
  await page.getByRole("navigation", { name: "Moment shown on the map" }).getByText("4 Jan, evening").click();
  await expect(page.locator('[aria-current="step"]')).toHaveText("4 Jan, evening");
  expect(seen).toEqual([]);
  await page.context().close();
});

test("forms with mistakes, an entry made, decided and read violate nothing", async ({ browser, baseURL }) => {
  test.slow();
  const { page, seen } = await watched(browser, baseURL);
  await visit(page, printedAdministratorAddress().replace(baseURL ?? "", ""));
  // Not the empty one in which Next says a new page's title.
  const complaint = page.getByRole("alert").filter({ hasText: /\S/ });
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(complaint).toBeVisible();
  await visit(page, "/en/sign-in?next=%2Fen%2Fcontribute%2Fnew%3Fkind%3Dfigure");
  await page.getByLabel("Pseudonym").fill("nobody-here");
  await page.getByLabel("Passphrase", { exact: true }).fill("not the passphrase of anybody");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(complaint).toBeVisible();
  await signInHere(page, "chingiz-policy");
  await page.getByLabel("Workforce, employer or place").fill("Қазақмыс");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: /Miners of Kazakhmys/ }).click();
  const send = page.getByRole("button", { name: "Send to the moderators" }).first();
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was sent" })).toBeVisible();
  await page.getByLabel("Action", { exact: true }).selectOption("KZ22-A18");
  await page.getByLabel("Date", { exact: true }).fill("2022-01-05");
  await page.getByLabel("a number", { exact: true }).check();
  await page.getByLabel("The number", { exact: true }).fill("777");
  await page.getByLabel("Who claims it", { exact: true }).selectOption("union");
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("What it says, quoted").fill("<script>window.planted = 1</script> 777 miners");
  await source.getByLabel("Address", { exact: true }).fill("https://news.example.kz/777");
  await source.getByLabel("Title", { exact: true }).fill("</script><script>window.planted = 1</script>");
  await source.getByLabel("Language", { exact: true }).selectOption("en");
  await send.click();
  await expect(page.getByRole("status").first()).toContainText("Sent.");
  const own = new URL(page.url()).pathname;
  for (const language of ["en", "tr"]) await visit(page, own.replace("/en/", `/${language}/`));

  const moderator = await watched(browser, baseURL);
  await signIn(moderator.page, "bolat-policy", "/en/moderate?author=chingiz-policy");
  await moderator.page.getByText(/^Decide about/).click();
  await moderator.page.getByRole("button", { name: "Show what would change" }).click();
  await expect(moderator.page.getByText("Nothing has been decided yet.")).toBeVisible();
  await visit(moderator.page, new URL(moderator.page.url()).pathname.replace("/en/", "/kk/"));
  await visit(moderator.page, "/en/moderate");
  await moderator.page.getByRole("link", { name: /Miners of Kazakhmys: 777/ }).click();
  await moderator.page.getByRole("button", { name: "Reject" }).click();
  await expect(moderator.page.getByText("Give a reason. The author will read it.")).toBeVisible();
  await visit(moderator.page, new URL(moderator.page.url()).pathname.replace("/en/", "/ru/"));
  for (const one of [page, moderator.page]) expect(await one.evaluate(() => "planted" in window)).toBe(false);
  expect([...seen, ...moderator.seen]).toEqual([]);
  for (const one of [page, moderator.page]) await one.context().close();
});

/** What somebody could have smuggled into a page; each notes its name when it runs. */
const smuggled = `
  <script>window.ran = [...(window.ran ?? []), "script"]</script>
  <script nonce="">window.ran = [...(window.ran ?? []), "nonce"]</script>
  <img src="/no-such-picture" onerror="window.ran = [...(window.ran ?? []), 'handler']">
  <button id="planted-button" onclick="window.ran = [...(window.ran ?? []), 'click']">go</button>
  <a id="planted-link" href="javascript:void(window.ran = [...(window.ran ?? []), 'link'])">go</a>
  <script src="http://evil.example/x.js"></script><base href="http://evil.example/">
  <iframe src="data:text/html,hello"></iframe><object data="/en"></object>`;

/** The page as the server sent it, headers and all, with more in it; `open` leaves its policy out. */
async function openPlanted(page: Page, address: string, open = false): Promise<void> {
  await page.route("http://evil.example/**", (route) => route.fulfill({ body: "window.ran = ['foreign']" }));
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    if (open) delete headers["content-security-policy"];
    delete headers["content-encoding"];
    delete headers["content-length"];
    await route.fulfill({ response, headers, body: (await response.text()).replace("</body>", `${smuggled}</body>`) });
  });
  await page.goto(address);
  await page.locator("#planted-button").dispatchEvent("click");
  await page.locator("#planted-link").dispatchEvent("click");
}

const ran = (page: Page) => page.evaluate(() => (window as { ran?: string[] }).ran ?? []);

for (const [kind, address] of [
  ["public", `/en${wave}`],
  ["personal", "/en/account"],
] as const) {
  test(`what is planted in a ${kind} page is blocked, and its own scripts run`, async ({ browser, baseURL }) => {
    const { page, seen } = await watched(browser, baseURL);
    await signIn(page, "bolat-policy", "/en/account");
    await openPlanted(page, address);
    await expect.poll(() => seen.filter((one) => one.includes("violated:")).length).toBeGreaterThanOrEqual(8);
    expect(await ran(page)).toEqual([]);
    const violated = new Set(seen.flatMap((one) => /violated: (\S+)/.exec(one)?.[1] ?? []));
    expect([...violated].toSorted()).toEqual([
      "base-uri",
      "frame-src",
      "object-src",
      "script-src-attr",
      "script-src-elem",
    ]);
    expect(await page.evaluate(() => "__next_f" in window)).toBe(true);
    await page.context().close();
  });
}

test("without its policy the same page runs all of it, so the policy is what blocks", async ({ browser, baseURL }) => {
  const { page } = await watched(browser, baseURL);
  await openPlanted(page, "/en/about", true);
  await expect.poll(async () => new Set(await ran(page)).size).toBeGreaterThanOrEqual(3);
  await page.context().close();
});

test("no page makes code from text", async ({ browser, baseURL }) => {
  const { page } = await watched(browser, baseURL);
  await signIn(page, "chingiz-policy", "/en/account");
  for (const address of ["/en/account", `/en${wave}`]) {
    await page.goto(address);
    // From a timer, because what the test itself evaluates may do what the page may not.
    const tried = await page.evaluate(async () => {
      const later = (make: () => unknown) =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(make());
            } catch (problem) {
              resolve((problem as Error).name);
            }
          });
        });
      const evaluate: (text: string) => unknown = Reflect.get(window, "eval");
      const made = [await later(() => evaluate("1")), await later(() => new Function("return 1")())];
      await later(() => setTimeout("window.ran = ['timer']" as unknown as () => void));
      return [...made, await later(() => Reflect.get(window, "ran") ?? "not run")];
    });
    expect(tried).toEqual(["EvalError", "EvalError", "not run"]);
  }
  await page.context().close();
});

test("no page lets itself be framed, by another place or by its own", async ({ browser, baseURL }) => {
  const page = withPatience(await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage());
  await signIn(page, "bolat-policy", "/en/account");
  const framed = ["/en", "/en/account", "/api/v1/records/KZ22-F12"];
  const frames = [...framed, "/frameable"].map((address) => `<iframe src="${baseURL}${address}"></iframe>`).join("");
  await page.route("**/frameable", (route) => route.fulfill({ body: "may be framed" }));
  for (const host of ["http://127.0.0.1:9/framing", `${baseURL}/framing`]) {
    await page.route(host, (route) => route.fulfill({ contentType: "text/html", body: `<body>${frames}</body>` }));
    await page.goto(host);
    await expect(page.frames()[4]?.locator("body") ?? page.locator("nothing")).toHaveText("may be framed");
    await expect
      .poll(() =>
        page
          .frames()
          .slice(1, 4)
          .map((frame) => frame.url()),
      )
      .toEqual(framed.map(() => "chrome-error://chromewebdata/"));
  }
  await page.context().close();
});
