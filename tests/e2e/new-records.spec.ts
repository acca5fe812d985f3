import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, readUntil, sendToModerators } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, signIn } from "./support/people";

const wave = "kazakhstan-january-2022";
const people = { "chingiz-tells": "contributor", "bolat-weighs": "moderator", "dana-weighs": "moderator" } as const;
const kinds = [
  "event",
  "demand",
  "workforce",
  "workforce_size",
  "coverage_note",
  "source",
  "wider_figure",
  "action",
  "solidarity",
];

test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

async function open(page: Page, known: string): Promise<void> {
  await page.goto("/en/contribute/new");
  await page.getByRole("link", { name: known }).click();
}

async function cite(page: Page, quote: string): Promise<void> {
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Recorded source").fill("KZ22-S4");
  await source.getByLabel("What it says, quoted").fill(quote);
}

async function approve(page: Page, title: RegExp, outcome: string): Promise<void> {
  await page.goto("/en/moderate");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("status").first()).toContainText(`The entry you decided is now: ${outcome}`);
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  const event = javaScript ? "The power station was shut." : "The bridge was closed.";
  const gap = javaScript ? "No telephone answered." : "No paper was let in.";

  test(`from what happened to the public record, ${how}`, async ({ browser, request }) => {
    test.slow();
    const contributor = await openPage(browser, javaScript);
    await signIn(contributor, "chingiz-tells", "/en/contribute/new");

    await test.step("an event: a mistake keeps what was typed", async () => {
      await open(contributor, "The state or the employer did something");
      await contributor.getByLabel("What kind of event").selectOption("repression");
      await contributor.getByLabel("Date", { exact: true }).fill("6.1.22");
      if (javaScript) await expect(contributor.getByText("Read as 2022-01-06 (year-month-day).")).toBeVisible();
      await contributor.getByLabel("Where").selectOption("region KZ-KAR");
      await contributor.getByLabel("How sure it is").selectOption("claimed");
      await cite(contributor, event);
      await sendToModerators(contributor);
      await expect(contributor.getByRole("alert").first()).toContainText("What happened: Write what happened.");
      await expect(contributor.getByLabel("What kind of event")).toHaveValue("repression");
      await expect(contributor.getByLabel("Where")).toHaveValue("region KZ-KAR");
      await contributor.getByLabel("What happened").fill(event);
      await sendToModerators(contributor);
      await expect(contributor.getByRole("status").first()).toContainText("Sent.");
      await expect(contributor.getByRole("heading", { level: 1 })).toContainText(`Event: ${event}`);
      await expect(contributor.getByRole("main")).toContainText("6 January 2022");
    });

    await test.step("that nobody could report", async () => {
      await open(contributor, "Nobody could report");
      await contributor.getByLabel("What made reports impossible").selectOption("internet_cut");
      await contributor.getByLabel("What is known of it").fill(gap);
      await contributor.getByLabel("Where", { exact: true }).selectOption("region KZ-AKT");
      await contributor.getByLabel("Date", { exact: true }).fill("2022-01-06");
      await cite(contributor, gap);
      await sendToModerators(contributor);
      await expect(contributor.getByRole("status").first()).toContainText("Sent.");
    });

    await test.step("moderators publish the note with one approval and the repression with two", async () => {
      const moderator = await openPage(browser, javaScript);
      await signIn(moderator, "bolat-weighs", "/en/moderate");
      await approve(moderator, new RegExp(`Coverage note: ${gap}`), "published");
      await approve(moderator, new RegExp(`Event: ${event}`), "approved once");
      const second = await openPage(browser, javaScript);
      await signIn(second, "dana-weighs", "/en/moderate");
      await approve(second, new RegExp(`Event: ${event}`), "published");
    });

    await readUntil(request, `/en/waves/${wave}/timeline`, event);
    await readUntil(request, `/en/waves/${wave}/regions/KZ-AKT`, gap);
  });
}

test("every form fits a phone in four languages and is accessible, whole and with its mistakes", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, "chingiz-tells", "/en/contribute/new");
  const expectFit = async (at: string) => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([at, overflow]).toEqual([at, 0]);
    expect(await page.getByRole("main").textContent()).not.toMatch(/(?:entries|contribute)\.|\{\w+\}/);
  };
  for (const locale of ["en", "kk", "ru", "tr"]) {
    for (const path of ["", ...kinds.map((kind) => `?kind=${kind}&wave=${wave}`)]) {
      await page.goto(`/${locale}/contribute/new${path}`);
      await expectFit(`${locale} ${path}`);
      // The tree is the same in every language; what differs is the length of its words, measured above.
      if (locale === "en") expect(await violationsOn(page), path).toEqual([]);
    }
  }
  await page.goto(`/en/contribute/new?kind=event&wave=${wave}`);
  await sendToModerators(page);
  await expect(page.getByRole("alert").first()).toContainText("What kind of event: Choose what kind of event it is.");
  await expectFit("with mistakes");
  expect(await violationsOn(page)).toEqual([]);
});
