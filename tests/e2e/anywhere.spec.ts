import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { importRegions } from "@/lib/features/regions/mutations/import-regions";
import { openClient } from "@/lib/server/db";
import { readTopology, unitsOf } from "@/prisma/regions/country-units";
import { regionImport } from "@/prisma/regions/region-import";
import { type OwnServer, startOwnServer } from "../support/own-server";
import { violationsOn } from "./support/accessibility";
import { complains, test, withPatience } from "./support/patient";
import { createPeople, databaseUrl, signIn } from "./support/people";

/** A wave of its own on a server of its own: made-up waves are never among those that other journeys read. */
const wave = "/waves/made-up-france";
const people = {
  "aigerim-anywhere": "admin",
  "chingiz-anywhere": "contributor",
  "bolat-anywhere": "moderator",
} as const;
const PAGES = ["", "/spread", "/totals", "/timeline", "/solidarity", "/demands", "/workforces", "/figures", "/sources"];
/** What axe has not seen on the pages of the first wave: a map with boxes, names in one language. */
const LOOKED_AT = ["/spread", "/regions/FR-973"];
const FILES = ["figures", "workforces", "timeline", "joining", "totals", "strikes", "solidarity", "demands", "sources"];

let server: OwnServer;
const folder = path.join(mkdtempSync(path.join(tmpdir(), "turnout-anywhere-")), "data");

test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startOwnServer({ dataDir: folder });
  await createPeople(people, folder);
  const topology = readTopology("FR");
  if (topology === null) throw new Error("The map package has no France.");
  const client = openClient(databaseUrl(folder), 1);
  const units = unitsOf(topology, { country: "FR", firstLevel: true, named: {} });
  const imported = await importRegions(client, regionImport("FR", units, new Map())).finally(() =>
    client.$disconnect(),
  );
  expect(imported).toMatchObject({ ok: true, mapChanged: true });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const consoleErrors: string[] = [];
test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

async function openAs(browser: Browser, handle: keyof typeof people | null, next: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled });
  const page = withPatience(await context.newPage());
  page.on("console", (message) => {
    if (complains(message)) consoleErrors.push(message.text());
  });
  if (handle === null) await page.goto(next);
  else await signIn(page, handle, next);
  return page;
}

async function answerOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(address)).status();
}

async function fillCsv(page: Page, table: "Places" | "Employers", rows: string, button: string): Promise<void> {
  const form = page.getByRole("form", { name: `${table}: Add many by CSV` });
  if (!(await form.isVisible()))
    await page
      .getByText("Add many by CSV")
      .nth(table === "Places" ? 0 : 1)
      .click();
  await form.getByLabel("Rows as CSV").fill(rows);
  await form.getByRole("button", { name: button }).click();
}

test("an administrator starts, fills and publishes a wave in another country, without a script", async ({
  browser,
}) => {
  const page = await openAs(browser, "aigerim-anywhere", "/en/admin/waves", false);
  await test.step("a mistake keeps what was typed", async () => {
    await page.getByLabel("Name (English)").fill("Synthetic wave of France (made up)");
    await page.getByLabel("First day").fill("2025-02-30");
    await page.getByRole("button", { name: "Start as a draft" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "Nothing was saved" });
    for (const wrong of ["no day of the calendar", "Choose a country", "Small Latin letters", "Choose a time zone"])
      await expect(alert).toContainText(wrong);
    await expect(page.getByLabel("Name (English)")).toHaveValue("Synthetic wave of France (made up)");
  });
  await page.getByLabel("Country", { exact: true }).selectOption("FR");
  await page.getByLabel("Part of the address").fill("made-up-france");
  await page.getByLabel("First day").fill("2025-03-03");
  await page.getByLabel("Time zone").selectOption("Europe/Paris");
  await page.getByLabel(/^Made up/).check();
  await page.getByRole("button", { name: "Start as a draft" }).click();
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Synthetic wave of France (made up)");
  await expect(page.getByText("Code: FR25.")).toBeVisible();
  expect(await answerOf(page, `/en${wave}`)).toBe(404);

  const places = "id,name_en,kind,region,latitude,longitude\nle-havre,Le Havre,city,FR-NOR,49.49,0.11";
  await fillCsv(page, "Places", `${places}\ncayenne,,city,FR-XXX,4.93,-52.33`, "Write all rows");
  const alert = page.getByRole("alert").filter({ hasText: "Nothing was written" });
  const wrong = alert.getByRole("listitem").filter({ hasText: "Line 3" });
  for (const said of ["cayenne,,city,FR-XXX,4.93,-52.33", "Name (English): Give a name", "No region of this country"])
    await expect(wrong).toContainText(said);
  await expect(page.getByLabel("Rows as CSV").first()).toHaveValue(/le-havre/);
  await fillCsv(page, "Places", `${places}\ncayenne,Cayenne,city,FR-973,4.93,-52.33`, "Check");
  await expect(page.getByRole("status").filter({ hasText: "2 rows are in order" })).toBeVisible();
  await page
    .getByRole("form", { name: /^Places.*CSV/ })
    .getByRole("button", { name: "Write all rows" })
    .click();
  await expect(page.getByRole("listitem").filter({ hasText: "Cayenne" })).toBeVisible();
  await fillCsv(page, "Employers", "id,name_en\nmade-up-port,Made-up port", "Write all rows");

  for (const [id, name, place] of [
    ["dockers-of-le-havre", "Dockers of Le Havre", "le-havre"],
    ["dockers-of-cayenne", "Dockers of Cayenne", "cayenne"],
  ] as const) {
    const form = page.getByRole("form", { name: "Workforces: Add one" });
    if (!(await form.isVisible())) await page.getByText("Add one").nth(2).click();
    await form.getByLabel("Permanent id").fill(id);
    await form.getByLabel("Name (English)").fill(name);
    await form.getByLabel("Occupation (English)").fill("dockers");
    await form.getByLabel("Employer", { exact: true }).selectOption("made-up-port");
    await form.getByLabel("Place").selectOption(place);
    await form.getByRole("button", { name: "Add" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  }
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("button", { name: /^Close/ })).toBeVisible();
  await page.goto("/en/admin/waves");
  await expect(page.getByRole("row").filter({ hasText: "FR25" })).toContainText("live, made up");
  const withScript = await openAs(browser, "aigerim-anywhere", "/en/admin/waves");
  expect(await violationsOn(withScript)).toEqual([]);
  await withScript.goto("/en/admin/waves/fr25");
  for (const closed of await withScript.getByText(/^Add (one|many)/).all()) await closed.click();
  expect(await violationsOn(withScript)).toEqual([]);
});

test("every page and file of the new wave answers while it is empty, and its map has boxes for what lies far away", async ({
  browser,
}) => {
  const page = await openAs(browser, null, "/en");
  await expect(async () => expect(await answerOf(page, `/en${wave}`)).toBe(200)).toPass({ timeout: 15_000 });
  for (const locale of ["en", "kk", "ru", "tr"])
    for (const one of [...PAGES, "/corrections", "/data", "/regions/FR-BRE", "/regions/FR-973"])
      expect(`${one} ${await answerOf(page, `/${locale}${wave}${one}`)}`).toBe(`${one} 200`);
  for (const file of FILES) expect(`${file} ${await answerOf(page, `/api/v1${wave}/${file}.csv`)}`).toBe(`${file} 200`);
  expect(await answerOf(page, `/api/v1${wave}/corrections.atom`)).toBe(200);
  await page.goto(`/en${wave}/spread`);
  await expect(page.getByText("Synthetic data, made up for tests")).toBeVisible();
  await expect(page.locator("[data-inset]")).toHaveCount(4);
  await expect(page.locator('[data-inset="FR-971 FR-972"]')).toContainText("Guadeloupe, Martinique");
  await expect(page.locator('svg a[data-region="FR-973"]')).toHaveAttribute("href", `/en${wave}/regions/FR-973`);
  await expect(page.locator("svg a[data-region]")).toHaveCount(18);
  const kazakh = await (await page.request.get("/en/waves/kazakhstan-january-2022/spread")).text();
  expect(kazakh).not.toContain("FR-973");
  expect(kazakh).toContain("republican significance");
});

async function nameSource(page: Page, title: string): Promise<void> {
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Address", { exact: true }).fill("https://news.example.fr/made-up");
  await source.getByLabel("Title", { exact: true }).fill(title);
  await source.getByLabel("Language", { exact: true }).selectOption("fr");
  await source.getByText("More about the source").click();
  await source.getByLabel("Tier", { exact: true }).selectOption("one");
  await source.getByLabel("What it says, quoted").fill("420 dockers n’ont pas travaillé");
}

async function approve(browser: Browser, link: RegExp): Promise<void> {
  const page = await openAs(browser, "bolat-anywhere", "/en/moderate");
  await page.getByRole("link", { name: link }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("status").first()).toContainText("The entry you decided is now: published");
}

for (const javaScript of [true, false]) {
  const [how, dockers] = javaScript ? ["with JavaScript", "Cayenne"] : ["without JavaScript", "Le Havre"];
  test(`an action and its figure are logged for the new wave and shown on its map, ${how}`, async ({ browser }) => {
    const page = await openAs(browser, "chingiz-anywhere", "/en/contribute/new?kind=figure", javaScript);
    await page.getByRole("link", { name: new RegExp(`Dockers of ${dockers}`) }).click();
    await expect(page.getByRole("main")).toContainText("No action of this workforce is on record yet");
    await page.getByRole("main").getByRole("link", { name: "Log an action" }).click();
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Choose whether work stopped");
    await page.getByLabel("What people did").selectOption("strike");
    await page.getByLabel("Did work stop?").selectOption("yes");
    await page.getByLabel("How far it reached").selectOption("employer");
    await page.getByLabel("Where", { exact: true }).selectOption({ label: dockers });
    await page.getByLabel("Date", { exact: true }).fill("2025-03-06");
    await page.getByLabel("How sure it is").selectOption("confirmed");
    await nameSource(page, `Les dockers de ${dockers}`);
    if (javaScript) expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    await expect(page.getByRole("status").first()).toContainText("Sent.");
    await approve(browser, new RegExp(`Strike: Dockers of ${dockers}`));

    const figure = javaScript ? "420" : "3,150";
    await expect(async () => {
      await page.goto("/en/contribute/new?kind=figure");
      await page.getByRole("link", { name: new RegExp(`Dockers of ${dockers}`) }).click();
      await page.getByLabel("Action", { exact: true }).selectOption({ index: 1 }, { timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    await page.getByLabel("Date", { exact: true }).fill("2025-03-07");
    await page.getByLabel("a number", { exact: true }).check();
    await page.getByLabel("The number", { exact: true }).fill(figure.replace(",", ""));
    await page.getByLabel("Who claims it", { exact: true }).selectOption("union");
    await nameSource(page, `Combien de dockers à ${dockers}`);
    await page.getByRole("button", { name: "Send to the moderators" }).first().click();
    await expect(page.getByRole("status").first()).toContainText("Sent.");
    await approve(browser, new RegExp(`Dockers of ${dockers}: ${figure}`));

    const reader = await openAs(browser, null, "/en", javaScript);
    await expect(async () => {
      await reader.goto(`/en${wave}/spread?at=2025-03-06`);
      await expect(reader.getByRole("heading", { level: 1 })).toContainText(`strikes in ${javaScript ? 1 : 2} of 18`);
    }).toPass({ timeout: 20_000 });
    const region = javaScript ? "FR-973" : "FR-NOR";
    await expect(reader.locator(`svg a[data-region="${region}"] title`).first()).toContainText("strike");
    await expect(reader.locator(`svg a[data-locality]`).filter({ hasText: dockers })).toHaveCount(1);
    await reader.goto(`/en/workforces/dockers-of-${javaScript ? "cayenne" : "le-havre"}`);
    await expect(reader.getByRole("main")).toContainText(figure);
  });
}

test("with its records the wave reads in four languages, at 360 px and in the dark", async ({ browser }) => {
  const context = await browser.newContext({
    ...{ baseURL: server.url, viewport: { width: 360, height: 800 }, colorScheme: "dark" },
  });
  const page = withPatience(await context.newPage());
  for (const one of ["", "/workforces", "/timeline", ...LOOKED_AT]) {
    await page.goto(`/en${wave}${one}`);
    expect(`${one} ${await page.evaluate("document.documentElement.scrollWidth")}`).toBe(`${one} 360`);
    if (LOOKED_AT.includes(one)) expect(await violationsOn(page)).toEqual([]);
  }
  for (const locale of ["kk", "ru", "tr"]) {
    await page.goto(`/${locale}${wave}/spread`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await expect(page.locator("[data-inset]")).toHaveCount(4);
  }
  const csv = await (await page.request.get(`/api/v1${wave}/figures.csv`)).text();
  expect(
    csv
      .trim()
      .split("\n")
      .filter((line) => line.startsWith("FR25-F")),
  ).toHaveLength(2);
});
