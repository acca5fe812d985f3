import { expect } from "@playwright/test";
import { expectUsableOnPhones } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const region = (code: string, locale = "en") => `/${locale}${wave}/regions/${code}`;
const compare = `/en${wave}/compare`;

test("a region has its own map, and a place on it leads to what happened there", async ({ page }) => {
  await page.goto(region("KZ-KAR"));
  const map = page.getByRole("group", { name: "Karaganda Region with its places" });
  await map.locator('[data-locality="temirtau"]').focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#place-temirtau$/);
  await expect(page.locator("#place-temirtau")).toBeInViewport();
  await map.locator('[data-region="KZ-PAV"]').focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/regions\/KZ-PAV$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pavlodar Region");
});

test("a region says what its boundary became, and the region of today leads back with what is on record there", async ({
  page,
}) => {
  await page.goto(region("KZ-KAR"));
  await expect(page.getByText("Ulytau Region has been a region of its own since 8 June 2022")).toBeVisible();
  await expect(page.getByText("220,913 of the 1,355,879 people counted here lived there")).toBeVisible();
  await page.getByRole("link", { name: /^Ulytau Region has been/ }).click();
  await expect(page).toHaveURL(/\/regions\/KZ-62$/);
  await expect(page.locator("#timeline li").first()).toBeVisible();
  await page.getByRole("link", { name: "Karaganda Region" }).first().click();
  await expect(page).toHaveURL(/\/regions\/KZ-KAR$/);
});

test("a region has its older names in their languages and says who counted its people", async ({ page }) => {
  await page.goto(region("KZ-YUZ"));
  await expect(page.getByText("South Kazakhstan", { exact: true })).toHaveAttribute("lang", "en");
  await expect(page.getByText("(until June 2018)").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Bureau of National Statistics, revised" })).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("regions are chosen in a form, and page, table and file say the same", async ({ page, request }) => {
    await page.goto(region("KZ-MAN"));
    await page.getByRole("link", { name: "Compare this region with others" }).click();
    await expect(page.getByText("Choose two regions at least.")).toBeVisible();
    await page.getByLabel("Region 2").selectOption("Almaty");
    await page.getByLabel("Region 4").selectOption("Atyrau Region");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.locator("[data-lane]")).toHaveCount(3);
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText(["What", "Mangystau Region", "Almaty", "Atyrau Region"]);
    const link = await page.getByRole("link", { name: "Address of this comparison" }).getAttribute("href");
    expect(link).toBe(`${compare}?regions=KZ-MAN,KZ-ALA,KZ-ATY`);
    const csv = await page.getByRole("link", { name: "This comparison as CSV" }).getAttribute("href");
    const rows = (await (await request.get(csv ?? "")).text()).trim().split("\r\n").slice(1);
    expect(rows.filter((row) => row.startsWith("region,KZ-MAN,population,,745909,745909,people"))).toHaveLength(1);
    const shown = await table.locator("tbody tr").count();
    expect(new Set(rows.map((row) => row.split(",").slice(2, 4).join())).size).toBe(shown);
    await page.goto(link ?? "");
    await expect(page.locator("[data-lane]")).toHaveCount(3);
    await expect(page.getByLabel("Region 3")).toHaveValue("KZ-ATY");
  });
});

test("workforces stand on the same axes, and a wrong one is named", async ({ page }) => {
  await page.goto(compare);
  await page.getByRole("link", { name: "Workforces" }).last().click();
  await page.getByLabel("Workforce 1").selectOption("tengizchevroil-oil-workers");
  await page.getByLabel("Workforce 2").selectOption("kazakhmys-miners");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.locator("#participation")).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveCount(3);
  await page.goto(`${compare}?workforces=tengizchevroil-oil-workers,kazakhmys-miners,nobody`);
  await expect(page).toHaveURL(/left_out=workforces/);
  await expect(page.getByText("The address names a workforce that this wave does not have")).toBeVisible();
});

test("reading another way keeps what is compared", async ({ page }) => {
  await page.goto(`${compare}?regions=KZ-MAN,KZ-ATY`);
  await page.getByText("Read the record another way").click();
  await page.getByLabel("Words as numbers").selectOption("ccc");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/regions=KZ-MAN(,|%2C)KZ-ATY/);
  await expect(page.locator("[data-lane]")).toHaveCount(2);
  await page.getByRole("link", { name: "Read the record as it stands" }).click();
  await expect(page.locator("[data-lane]")).toHaveCount(2);
});

for (const [name, address] of [
  ["a region", `${wave}/regions/KZ-SEV`],
  ["a comparison", `${wave}/compare?regions=KZ-MAN,KZ-SEV,KZ-ALA,KZ-ATY`],
] as const) {
  test(`${name} fits a phone in every language and is accessible, light and dark`, async ({ page }) => {
    await expectUsableOnPhones(page, address);
  });
}
