import { createPublicKey, verify } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { FILE_NAMES } from "@/lib/shared/files/file-registry";
import { violationsOn } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const files = "/api/v1/waves/kazakhstan-january-2022";
const languages = ["en", "kk", "ru", "tr"] as const;

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes from the count of cut regions to the note and its source", async ({ page }) => {
    await page.goto(`/en${wave}`);
    const key = page.getByRole("listitem").filter({ hasText: "No reports can be expected from 17 regions" }).first();
    await expect(key).toContainText("between 5 January and 10 January");
    await expect(key).toContainText("1 note on method");
    await key.getByRole("link", { name: "17 of 17" }).click();
    await expect(page).toHaveURL(/\/en\/records\/KZ22-C1$/);
    await expect(page.getByRole("main")).toContainText("internet cut");
  });

  test("a region lists cuts and notes on method apart, and its timeline says where the cut began", async ({ page }) => {
    await page.goto(`/en${wave}/regions/KZ-KAR`);
    const list = page.getByRole("region", { name: "Where silence means nothing" });
    await expect(list.getByText("Reports cut off")).toBeVisible();
    await expect(list.getByText("Note on method")).toBeVisible();
    await expect(list.getByText("Turnout’s own note")).toBeVisible();
    const inTimeline = page.locator("#timeline").getByRole("link", { name: "internet cut" });
    await expect(inTimeline.first()).toHaveAttribute("href", "/en/records/KZ22-C1");
  });

  test("days of the timeline and the order of joining say what may be missing", async ({ page }) => {
    await page.goto(`/en${wave}/timeline`);
    await expect(page.getByText("No reports can be expected from 17 regions.").first()).toBeVisible();
    await page.goto(`/en${wave}/spread`);
    await expect(page.locator("#joining").getByText("may have joined earlier, unseen:").first()).toBeVisible();
    for (const map of [page.getByRole("main"), page.locator("#spread")]) {
      await expect(map.getByText("Note on method").first()).toBeVisible();
      await page.goto(`/en${wave}`);
    }
  });
});

test("every file has its hashtags when asked, and only then", async ({ request }) => {
  for (const name of FILE_NAMES) {
    const path = ["participation", "reach", "crowds"].includes(name) ? `charts/${name}` : name;
    const [plain, tagged] = await Promise.all(
      ["", "?hxl=1"].map(async (query) =>
        (await (await request.get(`${files}/${path}.csv${query}`)).text()).split("\r\n"),
      ),
    );
    expect(plain?.[1]?.startsWith("#"), name).toBe(false);
    expect(tagged?.[0]).toBe(plain?.[0]);
    expect(
      tagged?.[1]?.split(",").every((tag) => tag.startsWith("#")),
      name,
    ).toBe(true);
    expect(tagged?.slice(2)).toEqual(plain?.slice(1));
  }
});

test("the metadata of tables names the files there are, with the columns they have", async ({ request }) => {
  const answer = await request.get(`${files}/csv-metadata.json`);
  expect(answer.headers()["content-type"]).toContain("application/csvm+json");
  const { tables } = await answer.json();
  expect(tables).toHaveLength(FILE_NAMES.length);
  for (const { url, tableSchema } of tables) {
    const header = (await (await request.get(url)).text()).split("\r\n")[0];
    expect(tableSchema.columns.map(({ name }: { name: string }) => name).join(","), url).toBe(header);
  }
});

test("the seal of the log stands on the page and in every row of its files, and is checked by what the page says", async ({
  page,
  request,
}) => {
  await page.goto(`/en${wave}/data`);
  const note = page.getByRole("region", { name: "Sealed" });
  const [hash, signature, key] = await Promise.all([1, 2, 3].map((at) => note.locator("dd").nth(at).textContent()));
  const signed = (await note.locator("pre").textContent()) ?? "";
  const publicKey = createPublicKey(`-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----`);
  expect(verify(null, Buffer.from(signed), publicKey, Buffer.from(signature ?? "", "base64"))).toBe(true);
  const [, seq] = signed.split("\n");
  const sources = (await (await request.get(`${files}/sources.csv`)).text()).trim().split("\r\n");
  expect(new Set(sources.slice(1).map((row) => row.split(",").at(-1)))).toEqual(new Set([`${seq}:${hash}`]));
  expect(await (await request.get(`${files}/seals.csv`)).text()).toContain(`${seq},${hash},`);
});

for (const language of languages) {
  test(`the dictionary explains every file and fits a phone, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`/${language}${wave}/data`);
    await expectNoViolations(page);
    await page.locator(`a[href="/${language}/dictionary"]`).first().click();
    for (const name of FILE_NAMES) await expect(page.getByRole("heading", { name: `${name}.csv` })).toBeVisible();
    await expect(page.locator("code", { hasText: /^figures\.lower$/ }).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    // The longest page there is, and the same tree in every language.
    if (language === languages[0]) await expectNoViolations(page);
  });
}
