import { type Browser, expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { complains, test, withPatience } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const languages = ["en", "kk", "ru", "tr"] as const;
const pages = [
  "",
  wave,
  `${wave}/spread`,
  `${wave}/spread?at=2022-01-05T20:00`,
  `${wave}/regions/KZ-KAR`,
  `${wave}/regions/KZ-AKM`,
  `${wave}/regions/KZ-33`,
  `${wave}/timeline`,
  `${wave}/timeline?region=KZ-KAR&kind=nonsense`,
  `${wave}/demands`,
  `${wave}/solidarity`,
  `${wave}/sources`,
  `${wave}/data`,
];

type Seen = { errors: string[]; foreign: string[] };

/** Notes every console error, every script error and every request to another host. */
function watch(page: Page, host: string): Seen {
  const seen: Seen = { errors: [], foreign: [] };
  page.on("console", (message) => {
    // A page that is being made says so, and opens by itself.
    if (complains(message)) seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) seen.foreign.push(request.url());
  });
  return seen;
}

type Reader = { scripts?: boolean; width?: number };

async function openReader(browser: Browser, baseURL: string | undefined, reader: Reader = {}) {
  const { scripts = true, width = 1280 } = reader;
  const context = await browser.newContext({
    baseURL: baseURL ?? "",
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
  });
  const page = withPatience(await context.newPage());
  return { page, seen: watch(page, new URL(baseURL ?? "").host), close: () => context.close() };
}

for (const language of languages) {
  for (const scripts of [true, false]) {
    test(`a reader goes from a number to its claim and back, ${language}, scripts ${scripts ? "on" : "off"}`, async ({
      browser,
      baseURL,
    }) => {
      const { page, seen, close } = await openReader(browser, baseURL, { scripts });
      await page.goto(`/${language}${wave}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const disputed = page.locator(`a[href="/${language}/records/KZ22-F12"]`).filter({ hasText: "75" }).first();
      await disputed.click();
      await expect(page).toHaveURL(new RegExp(`/${language}/records/KZ22-F12$`));
      await expect(page.getByText("reached 75 percent").first()).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`/${language}${wave}$`));
      await expect(page.locator("h1")).toContainText("16");
      expect(seen).toEqual({ errors: [], foreign: [] });
      await close();
    });
  }
}

test("without scripts the charts and the map are there, and every step of the map is an address", async ({
  browser,
  baseURL,
}) => {
  const { page, close } = await openReader(browser, baseURL, { scripts: false });
  await page.goto(`/en${wave}`);
  for (const id of ["participation", "reach", "crowds"]) {
    await expect(page.locator(`#${id} svg:visible`).first()).toBeVisible();
  }
  await expect(page.locator('[data-region="KZ-KAR"]').first()).toBeVisible();
  await page.getByRole("navigation", { name: "Moment shown on the map" }).getByText("4 Jan, evening").click();
  await expect(page).toHaveURL(/\?at=2022-01-04T18:00#spread$/);
  await expect(page.locator('[aria-current="step"]')).toHaveText("4 Jan, evening");
  await expect(page.getByRole("heading", { name: /^4 January, evening: strikes in/ })).toBeVisible();
  await page.goto(`/en${wave}/spread?at=2040-01-01`);
  await expect(page.locator('[aria-current="step"]')).toHaveText("9 Jan");
  await close();
});

test("a list is narrowed by its form without scripts, and its file holds the same rows", async ({
  browser,
  baseURL,
}) => {
  const { page, close } = await openReader(browser, baseURL, { scripts: false });
  await page.goto(`/en${wave}/timeline`);
  await page.getByText("Narrow the list").click();
  await page.getByLabel("Region", { exact: true }).selectOption("KZ-KAR");
  await page.getByLabel("Kind", { exact: true }).selectOption("strike");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/region=KZ-KAR/);
  const shown = await page.locator("main ol > li > div > p:first-child > a").count();
  const file = await page.getByRole("link", { name: "These rows as CSV" }).getAttribute("href");
  const rows = (await (await page.request.get(file ?? "")).text()).trim().split("\r\n");
  expect(rows.length - 1).toBe(shown);
  expect(shown).toBeGreaterThan(0);
  await close();
});

test("axe finds nothing on the reading pages, light and dark", async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const { page, seen, close } = await openReader(browser, baseURL);
  for (const address of pages) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`/en${address}`);
    expect(await violationsOn(page), address).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOn(page, "at contrast"), address).toEqual([]);
  }
  expect(seen).toEqual({ errors: [], foreign: [] });
  await close();
});

/** The others are looked at on a phone in every language beside their own journeys. */
const onPhones = pages.filter((address) => !/\/(?:spread|demands|solidarity)/.test(address));

test("no page scrolls sideways on a phone, in any language", async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const { page, seen, close } = await openReader(browser, baseURL, { width: 360 });
  for (const language of languages) {
    for (const address of onPhones) {
      await page.goto(`/${language}${address}`);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `/${language}${address}`).toBeLessThanOrEqual(0);
    }
  }
  expect(seen).toEqual({ errors: [], foreign: [] });
  await close();
});

test("a page names its one address and its other languages", async ({ page, baseURL }) => {
  await page.goto(`/ru${wave}/spread?at=2022-01-04`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${baseURL}/ru${wave}/spread`);
  for (const language of languages) {
    await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`)).toHaveAttribute(
      "href",
      `${baseURL}/${language}${wave}/spread`,
    );
  }
  await expect(page).toHaveTitle("Распространение, Казахстан, январь 2022 года · Turnout");
});

test("what does not exist is said so", async ({ request }) => {
  for (const address of ["/en/waves/none", `/en${wave}/regions/XX-1`, `/de${wave}`]) {
    expect((await request.get(address)).status(), address).toBe(404);
  }
});
