import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { complains, test } from "./support/patient";

/** A record of every kind, in a language of its own. */
const kinds = [
  ["en", "KZ22-F12", "Figure"],
  ["ru", "KZ22-F119", "Цифра"],
  ["kk", "KZ22-A10", "Әрекет"],
  ["tr", "KZ22-W5", "İşçi topluluğu"],
  ["en", "KZ22-H1", "Workforce size"],
  ["ru", "KZ22-S1", "Источник"],
  ["kk", "KZ22-E34", "Оқиға"],
  ["tr", "KZ22-D1", "Talep"],
  ["en", "KZ22-L13", "Solidarity"],
  ["ru", "KZ22-C1", "Пометка о пробеле в сведениях"],
] as const;

async function fitsAPhone(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 360, height: 740 });
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("competing claims lie on one scale, each a line that leads to the claim itself", async ({ page }) => {
    await page.goto("/en/records/KZ22-F119");
    const claims = page.locator("#claims");
    await expect(claims.getByText("none preferred to another")).toBeVisible();
    await expect(claims.getByText("in people")).toBeVisible();
    const lines = claims.locator("figure ol > li");
    await expect(lines).toHaveCount(2);
    await lines.nth(1).getByRole("link", { name: "38,000 people" }).click();
    expect(new URL(page.url()).hash).toBe("#KZ22-F120");
    await expect(page.locator("#KZ22-F120")).toBeInViewport();
  });

  test("what is disputed says so in words, and two papers of one origin are one witness", async ({ page }) => {
    await page.goto("/en/records/KZ22-F12");
    const claims = page.locator("#claims");
    await expect(claims.getByText("Nothing is accepted: 75 % is one claim, and it is disputed.")).toBeVisible();
    await expect(claims.getByText("2 sources carry this, all of one origin, which is one witness")).toBeVisible();
    await page.goto("/tr/records/KZ22-F12");
    await expect(page.locator("#claims figure svg text", { hasText: "%100" })).toHaveCount(1);
  });

  test("the page of an action has the claims about it, and a number leads to its claims in one click", async ({
    page,
  }) => {
    await page.goto("/en/records/KZ22-A10");
    const figures = page.locator("#figures");
    await expect(figures.getByRole("heading", { name: "Participation rate, on that day · 4 January" })).toBeVisible();
    await figures.getByRole("link", { name: "75 %" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Participation rate: 75 % (disputed)");
  });

  test("how it came into the record, its history and how to cite it stand on every page", async ({ page }) => {
    await page.goto("/en/records/KZ22-F119");
    await expect(page.locator("#decisions")).toContainText("No moderator decided about it");
    await expect(page.locator("#decisions")).not.toContainText(/bolat|dana|chingiz|aigerim/i);
    await expect(page.locator("#history")).toContainText("the day on which a source of it was published");
    await expect(page.locator("#cite")).toContainText("Accessed: [add the day on which you read it]");
    // Without a language: it leads to the reader's.
    await page
      .locator("#cite")
      .getByRole("link", { name: /:\d+\/records\/KZ22-F119$/ })
      .click();
    await expect(page).toHaveURL(/\/en\/records\/KZ22-F119$/);
  });
});

test("with a script the citation has the reader's own day", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2027-03-04T20:00:00Z"));
  await page.goto("/en/records/KZ22-F119");
  // In Kathmandu, where this browser is, it is the next day already.
  await expect(page.locator("#cite time")).toHaveText("2027-03-05");
});

test("a record can be taken away for machines and for reference managers", async ({ request }) => {
  const json = await (await request.get("/api/v1/records/KZ22-F119.json")).json();
  expect(json.history).toMatchObject([{ revision: 1, retracts: false, approvals: null, changes: [] }]);
  const ris = await request.get("/api/v1/records/KZ22-F119.ris");
  expect(ris.headers()["content-type"]).toContain("application/x-research-info-systems");
  expect(await ris.text()).toMatch(/^TY {2}- DATA\r\nTI {2}- Attendance: 36,831 people \(KZ22-F119\)\r\n/);
  expect(await (await request.get("/api/v1/records/KZ22-F119.bib")).text()).toMatch(/^@misc\{KZ22-F119,\n/);
  expect((await request.get("/api/v1/records/KZ22-F9999.ris")).status()).toBe(404);
});

for (const [locale, id, kind] of kinds) {
  test(`axe finds nothing on ${id} in ${locale}, in dark and light, and a phone scrolls one way`, async ({ page }) => {
    const errors: string[] = [];
    page.on("console", (message) => complains(message) && errors.push(message.text()));
    await page.goto(`/${locale}/records/${id}`);
    await expect(page.getByText(`${kind} ${id}`).first()).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await fitsAPhone(page)).toBe(true);
    expect(await violationsOn(page, "at contrast")).toEqual([]);
    expect(errors).toEqual([]);
  });
}
