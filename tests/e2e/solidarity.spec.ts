import { expect } from "@playwright/test";
import { expectUsableOnPhones } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";

test.describe("reading without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a line of the network leads to its act, a name to its workforce, and the table says the same", async ({
    page,
  }) => {
    await page.goto(`/en${wave}/solidarity`);
    const network = page.locator("#network");
    const line = network.getByRole("link", { name: /Oil workers of Aktobe Region supported the strike/ });
    await expect(line.last()).toHaveAttribute("href", "/en/records/KZ22-L13");
    await network.getByText("The same as a table").click();
    const row = network.getByRole("row", { name: /Oil workers of Aktobe Region Aktobe Oil workers of Tengizchevroil/ });
    await expect(row).toContainText("Solidarity strike");
    await row.getByRole("link", { name: "Oil workers of Tengizchevroil" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Oil workers of Tengizchevroil");
  });

  test("support from abroad stands on a line of its own, and what has no day is said in words", async ({ page }) => {
    await page.goto(`/en${wave}/solidarity`);
    await expect(page.locator("#network svg[role=group]").last()).toContainText("From abroad: Türkiye");
    await expect(page.locator("#over-time")).toContainText("Not dated closely enough for the days above:");
  });

  test("sympathy strikes are told by their own records, once", async ({ page }) => {
    await page.goto(`/en${wave}/solidarity`);
    const counted = page.locator("#counted");
    await expect(counted).toContainText("4 strikes of this record were in support of others:");
    await expect(counted.getByRole("link", { name: "Solidarity strike: oil workers of Aktobe Region" })).toHaveCount(1);
  });

  test("what is narrowed in the list is narrowed in the drawings and the file", async ({ page, request }) => {
    await page.goto(`/en${wave}/solidarity?region=KZ-AKT`);
    await expect(page.locator("#network")).toContainText("2 acts of support by 2 supporters, none of them abroad");
    const csv = await (await request.get(`/api/v1${wave}/solidarity.csv?region=KZ-AKT`)).text();
    expect(csv).toContain("KZ22-L13");
    expect(csv).toContain("tengizchevroil-oil-workers");
    expect(csv).not.toContain("KZ22-L14");
  });

  test("the matrix of demands says who raised what when, and what answered it", async ({ page }) => {
    await page.goto(`/en${wave}/demands`);
    const row = page.locator("#matrix").getByRole("row", { name: /^Worker collectives, not named/ });
    await expect(row).toContainText("target: “100 percent” · answered");
    const answers = page.locator("#answers");
    await expect(answers).toContainText("The strike at Tengiz ended with pay rises of up to 50 percent.");
    await answers.getByRole("link", { name: "A price of 50 tenge a litre was announced." }).click();
    await expect(page).toHaveURL(/\/en\/records\/KZ22-E103$/);
  });
});

for (const list of ["solidarity", "demands"]) {
  test(`${list} fits a phone in every language and is accessible, light and dark`, async ({ page }) => {
    await expectUsableOnPhones(page, `${wave}/${list}`);
  });
}
