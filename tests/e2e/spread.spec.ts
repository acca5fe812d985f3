import { expect, type Page } from "@playwright/test";
import { expectUsableOnPhones } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const spread = `/en${wave}/spread`;
const chosen = (page: Page) => page.locator('nav [aria-current="step"]');

test("the slider walks the moments by keyboard, and the address it leaves opens the same moment", async ({ page }) => {
  await page.goto(`${spread}?at=2022-01-04T18:00`);
  const slider = page.getByRole("slider", { name: "Moment on the map" });
  await expect(slider).toHaveAttribute("aria-valuetext", "4 Jan, evening");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/at=2022-01-04T20:00$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Night of 4 January to 5 January");
  await expect(chosen(page)).toHaveText("night 4–5 Jan");
  await expect(slider).toBeFocused();
  const shown = await page.locator("#map-at-step").innerHTML();
  await page.reload();
  await expect(slider).toHaveAttribute("aria-valuetext", "night 4–5 Jan");
  expect(await page.locator("#map-at-step").innerHTML()).toBe(shown);
});

test("the map plays from moment to moment and stops at the last", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${spread}?at=2022-01-08T00:00`);
  await page.getByLabel("Speed").selectOption("fast");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(chosen(page)).toHaveText("9 Jan");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(chosen(page)).toHaveText("1 Jan");
  await page.getByRole("button", { name: "Pause" }).click();
});

test("a moment that cannot be fetched is said, and what is shown stays", async ({ page }) => {
  await page.goto(`${spread}?at=2022-01-04T18:00`);
  await page.route(/at=2022-01-04T20:00/, (route) => route.abort());
  const slider = page.getByRole("slider", { name: "Moment on the map" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("This moment could not be fetched.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("4 January, evening");
  await expect(page).toHaveURL(/at=2022-01-04T18:00$/);
});

test("a region that is focused says what happened there, and leads to its page", async ({ page }) => {
  await page.goto(`${spread}?at=2022-01-04T18:00`);
  const peek = page.getByRole("complementary", { name: "What happened in the region that is pointed at" });
  await expect(peek).toContainText("Point at a region");
  const karaganda = page.locator('#map-at-step [data-region="KZ-KAR"]');
  await karaganda.focus();
  await expect(peek).toContainText("Karaganda");
  await expect(peek.locator('a[href="/en/records/KZ22-A16"]')).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/regions\/KZ-KAR$/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 780 } });

  test("a first touch shows what happened, a second opens the region", async ({ page }) => {
    await page.goto(`${spread}?at=2022-01-04T18:00`);
    await page.waitForLoadState("networkidle");
    const aktobe = page.locator('#map-at-step [data-region="KZ-AKT"] use').first();
    await aktobe.tap();
    await expect(page.getByRole("complementary").filter({ hasText: "Aktobe" })).toBeVisible();
    await expect(page).toHaveURL(/\/spread/);
    // The finger is gone, and the map still says which region is told of.
    await expect(page.locator("#map-at-step [data-chosen]")).toHaveAttribute("data-region", "KZ-AKT");
    await aktobe.tap();
    await expect(page).toHaveURL(/\/regions\/KZ-AKT$/);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("moments and orders are links, and no slider is offered", async ({ page }) => {
    await page.goto(spread);
    await expect(page.getByRole("slider")).toBeHidden();
    await page.getByRole("link", { name: "by name" }).click();
    await expect(page).toHaveURL(/order=name#each-region$/);
    await expect(page.locator("#each-region li a[href*='/regions/']").first()).toHaveText("Akmola");
    await page.getByRole("navigation", { name: "Moment shown on the map" }).getByText("4 Jan, evening").click();
    await expect(page).toHaveURL(/at=2022-01-04T18:00&order=name$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("4 January, evening");
  });

  test("the order of joining says the same as a chart, a table and a file", async ({ page, request }) => {
    await page.goto(spread);
    const joining = page.locator("#joining");
    await expect(joining).toContainText(
      "Rallies: Mangystau first, on 1 January; 16 of 17 regions had joined by 5 January; 1 never",
    );
    const places = await joining.locator('svg:visible [data-region="KZ-MAN"] text').first().textContent();
    expect(places).toBe("1–2");
    const href = await joining.getByRole("link", { name: "The order of joining as CSV" }).getAttribute("href");
    const rows = (await (await request.get(href ?? "")).text()).trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(2 * 17);
    expect(rows.filter((row) => /^rally,KZ-[A-Z]+,\d/.test(row))).toHaveLength(16);
    expect(rows.filter((row) => /^strike,KZ-[A-Z]+,,,,/.test(row))).toHaveLength(11);
  });
});

test("spread fits a phone in every language and is accessible, light and dark", async ({ page }) => {
  await expectUsableOnPhones(page, `${wave}/spread?at=2022-01-05T20:00`);
});
