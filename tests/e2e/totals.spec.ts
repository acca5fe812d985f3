import { expect } from "@playwright/test";
import { expectUsableOnPhones } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const files = `/api/v1${wave}`;
const sized = "/workforces/arcelormittal-temirtau-all";

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the dashboard leads from a total to the claims it is made of and the actions it lacks", async ({ page }) => {
    await page.goto(`/en${wave}`);
    const totals = page.locator("#totals");
    // Other journeys publish figures on the same server.
    await expect(totals).toContainText(/For (all 12|\d+ of 12) strikes( recorded,)? no one has reported a number/);
    await totals.getByRole("link", { name: /^on 4 January 2022: at least/ }).click();
    expect(new URL(page.url()).hash).toBe("#rally-attendance-on_day-2022-01-04");
    const total = page.locator("#rally-attendance-on_day-2022-01-04");
    await total.locator("summary").click();
    const added = total.getByRole("row", { name: /added/ });
    await expect(added.getByRole("link", { name: "KZ22-F127" })).toBeVisible();
    await expect(total.getByRole("row", { name: /in no sum/ }).first()).toBeVisible();
    await total.getByRole("link", { name: "KZ22-F127" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Attendance");
  });

  test("figures of the whole wave stand beside and are in no total", async ({ page }) => {
    await page.goto(`/en${wave}/totals`);
    await expect(page.getByRole("row", { name: /the whole wave 4 January 2022 36,831–38,000/ })).toBeVisible();
  });

  test("a threshold is chosen with the form, and the page says what it leaves out and of what nobody can say", async ({
    page,
  }) => {
    await page.goto(`/en${wave}/totals`);
    await page.getByText("Read the record another way").click();
    await page.getByLabel("Which strikes").selectOption("bls");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    expect(new URL(page.url()).searchParams.get("threshold")).toBe("bls");
    await expect(page.getByText(/^By this rule .+, and of \d+ no one can say: those stay\.$/)).toBeVisible();
  });

  test("the sizes of a workforce stand over time with their versions, and only comparable ones are called so", async ({
    page,
  }) => {
    await page.goto(`/en${sized}`);
    await page.getByRole("link", { name: "Sizes over time, with their history" }).click();
    await expect(page.getByRole("group", { name: "The claims over time, from zero" })).toBeVisible();
    const row = page.getByRole("row", { name: /39,445 people/ });
    await expect(row).toContainText("counts exactly this workforce");
    await expect(row).toContainText(/revision 1, known since/);
  });

  test("a workforce says how long its strikes lasted, or that nobody reported the end", async ({ page }) => {
    await page.goto("/en/workforces/tengizchevroil-oil-workers");
    await expect(page.locator("#strikes")).toContainText("at least 1 day; no one has reported the end");
  });
});

test("what is downloaded is what is shown", async ({ request }) => {
  // Without their last cell, the seal, which is another with every publication.
  const rows = async (path: string) =>
    (await (await request.get(`${files}/${path}`)).text())
      .trim()
      .split("\r\n")
      .map((row) => row.slice(0, row.lastIndexOf(",")));
  const totals = await rows("totals.csv");
  expect(totals[0]).toMatch(/^kind,measure,basis,day,role,action_id/);
  expect(totals).toContain(
    "rally,attendance,on_day,2022-01-04,area_beside,,,36831,38000,people,false,false,2,,,KZ22-F119 KZ22-F120",
  );
  const literal = await rows("totals.csv?rule=words_only");
  expect(literal.some((row) => row.includes("KZ22-F128"))).toBe(false);
  expect((await rows("strikes.csv")).filter((row) => row.includes("cannot_say")).length).toBeGreaterThan(10);
  const sizes = await rows("sizes.csv?workforce=arcelormittal-temirtau-all");
  expect(sizes.slice(1).every((row) => row.includes(",KZ22-W17,"))).toBe(true);
  expect(sizes.length).toBeGreaterThan(2);
});

for (const path of [`${wave}/totals`, `${wave}/totals?threshold=kz`, `${sized}/sizes`]) {
  test(`${path} fits a phone in every language and is accessible, and no script complains`, async ({ page }) => {
    await expectUsableOnPhones(page, path);
  });
}
