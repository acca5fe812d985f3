import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, readUntil, sendToModerators } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, signIn, signInHere } from "./support/people";

const wave = "kazakhstan-january-2022";
const people = { "chingiz-stands-by": "contributor", "bolat-reads-support": "moderator" } as const;

test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

async function fillAct(page: Page, union: string): Promise<void> {
  await page.getByLabel("How was support given?").selectOption("statement");
  await page.getByLabel("What is the supporter?").selectOption("organisation");
  await page.getByLabel("Name of the supporter").fill(union);
  await page.getByLabel("Country the support came from").selectOption("TR");
  await page.getByLabel("Who was supported?").selectOption("KZ22-A18");
  await page.getByLabel("What was done or said").fill(`${union} stands with the miners.`);
  await page.getByLabel("Date", { exact: true }).fill("2022-01-06");
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Recorded source").fill("KZ22-S4");
  await source.getByLabel("What it says, quoted").fill("we stand with the miners");
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  const union = javaScript ? "Union of dockers" : "Union of weavers";

  test(`an act of support goes from the public page to the public record, ${how}`, async ({ browser, request }) => {
    test.slow();
    const contributor = await openPage(browser, javaScript);
    await contributor.goto(`/en/waves/${wave}/solidarity`);
    await contributor.getByRole("link", { name: "Log an act of support that is missing" }).click();
    await signInHere(contributor, "chingiz-stands-by");
    await expect(contributor.getByRole("heading", { level: 1 })).toHaveText("Log an act of support");

    await test.step("a mistake keeps what was typed", async () => {
      await fillAct(contributor, union);
      await contributor.getByLabel("Name of the supporter").fill("");
      await sendToModerators(contributor);
      const problem = contributor.getByRole("alert").first();
      await expect(problem).toContainText("Name of the supporter: Name the supporter.");
      await expect(contributor.getByLabel("Country the support came from")).toHaveValue("TR");
      await expect(contributor.getByLabel("Who was supported?")).toHaveValue("KZ22-A18");
    });

    await contributor.getByLabel("Name of the supporter").fill(union);
    await sendToModerators(contributor);
    await expect(contributor.getByRole("status").first()).toContainText("Sent.");
    await expect(contributor.getByRole("heading", { level: 1 })).toHaveText(`Statement: ${union}`);
    const sources = contributor.getByRole("region", { name: "Sources" });
    await expect(sources.getByRole("link", { name: "on record as KZ22-S4" })).toBeVisible();
    await expect(sources.getByText("we stand with the miners")).toBeVisible();

    const moderator = await openPage(browser, javaScript);
    await signIn(moderator, "bolat-reads-support", "/en/moderate");
    const row = moderator.getByRole("row", { name: new RegExp(`Statement: ${union}`) });
    await expect(row).toContainText("new act of support");
    await row.getByRole("link").click();
    await expect(moderator.getByRole("heading", { name: "The proposed act of support" })).toBeVisible();
    await expect(moderator.getByRole("link", { name: /^KZ22-S4$|on record as KZ22-S4/ })).toBeVisible();
    await moderator.getByRole("button", { name: "Approve" }).click();
    await expect(moderator.getByRole("status").first()).toContainText("The entry you decided is now: published");

    await readUntil(request, `/en/waves/${wave}/solidarity`, `${union} stands with the miners.`);
    await readUntil(request, `/api/v1/waves/${wave}/solidarity.csv?locale=en`, union);
    const reader = await openPage(browser, javaScript);
    await reader.goto(`/en/waves/${wave}/solidarity`);
    await expect(reader.locator("#network svg[role=group]").last()).toContainText(union);
    await reader.getByRole("link", { name: `${union} stands with the miners.`, exact: true }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(`${union} stands with the miners.`);
    await expect(reader.getByRole("main")).not.toContainText("chingiz-stands-by");
  });
}

test("the form fits a phone and is accessible, whole and with its mistakes", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, "chingiz-stands-by", `/en/contribute/new?kind=solidarity&wave=${wave}`);
  const expectFit = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
  };
  await expectFit();
  await sendToModerators(page);
  await expect(page.getByRole("alert").first()).toContainText("How was support given?: Choose how support was given.");
  await expectFit();
});
