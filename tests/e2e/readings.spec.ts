import { expect, type Page, test } from "@playwright/test";

const wave = "/waves/kazakhstan-january-2022";
const ids = (numbers: readonly number[]) => numbers.map((number) => `KZ22-F${number}`);

/** What was recorded by the end of each day, by hand from when each source was published. */
const byFifth = [101, 102, 126, 127, 128, 129, 130, 155];
const byFifteenth = [...byFifth, 103, 156, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 145];
const byMay = [...byFifteenth, 147, 148, 150];
const known = { "2022-01-05": byFifth, "2022-01-15": byFifteenth, "2022-05-05": byMay };

async function readCsv(page: Page, href: string | null): Promise<string> {
  const answer = await page.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** Ids of the figures that the page lists. */
async function listed(page: Page): Promise<string[]> {
  const links = await page.getByRole("main").getByRole("listitem").locator("a[href*='/records/KZ22-F']").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  return hrefs.map((href) => /KZ22-F\d+/.exec(href ?? "")?.[0] ?? "");
}

for (const scripts of [true, false]) {
  test.describe(`scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts });

    for (const [day, numbers] of Object.entries(known)) {
      test(`a reader sees what was known on ${day}, on the page and in the file alike`, async ({ page }) => {
        await page.goto(`/en${wave}/figures`);
        await page.getByText("Narrow the list", { exact: false }).first().click();
        await page.getByLabel("As known on").fill(day);
        await page.getByRole("button", { name: "Show" }).click();
        await expect(page).toHaveURL(new RegExp(`known_on=${day}`));
        await expect(page.getByText("This is a reading of the record")).toBeVisible();
        expect((await listed(page)).toSorted()).toEqual(ids(numbers).toSorted());
        const csv = await readCsv(page, await page.getByRole("link", { name: /CSV/ }).first().getAttribute("href"));
        expect([...csv.matchAll(/^KZ22-F\d+/gm)].map(([id]) => id).toSorted()).toEqual(ids(numbers).toSorted());
        await page.getByRole("link", { name: "Read the record as it stands" }).click();
        expect((await listed(page)).length).toBeGreaterThan(50);
      });
    }

    test("the dashboard of 4 January as known on 5 January shows no more than was recorded by then", async ({
      page,
    }) => {
      await page.goto(`/en${wave}?at=2022-01-04T00:00&known_on=2022-01-05`);
      await expect(page.getByText("As known on 5 January 2022")).toBeVisible();
      const hrefs = await page
        .locator("main a[href*='/records/KZ22-F']")
        .evaluateAll((links) => links.map((link) => /KZ22-F\d+/.exec(link.getAttribute("href") ?? "")?.[0] ?? ""));
      expect(hrefs.length).toBeGreaterThan(0);
      for (const id of hrefs) expect(ids(byFifth)).toContain(id);
      // The number of the Prosecutor General's Office was told on 15 January.
      await expect(page.getByText("36,831")).toHaveCount(0);
      await page.locator("nav[aria-label='Moment shown on the map'] a").last().click();
      await expect(page).toHaveURL(/known_on=2022-01-05/);
    });

    test("another rule for words changes the chart, its table and its file alike", async ({ page }) => {
      const table = page.locator("#crowds details table");
      const open = async () => {
        const summary = page.locator("#crowds summary").filter({ hasText: "Table" });
        await summary.click();
      };
      const csv = async () => readCsv(page, await page.locator("#crowds a", { hasText: "CSV" }).getAttribute("href"));
      await page.goto(`/en${wave}`);
      await open();
      await expect(table).toContainText("at least 200");
      expect(await page.locator("#crowds svg").first().textContent()).toContain("at least 200");
      expect(await csv()).toMatch(/hundreds/i);
      await page.getByText("Read the record another way").click();
      await page.getByLabel("Words as numbers").selectOption("words_only");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/rule=words_only/);
      await open();
      await expect(table).not.toContainText("at least 200");
      expect(await page.locator("#crowds svg").first().textContent()).not.toContain("at least 200");
      const [head = "", ...rows] = (await csv()).split("\r\n");
      const lower = head.split(",").indexOf("lower");
      const worded = rows.filter((row) => /hundreds/i.test(row));
      expect(worded.length).toBeGreaterThan(0);
      for (const row of worded) expect(row.split(",")[lower]).toBe("");
    });

    test("one side's figures are read alone, and a record not known yet says so", async ({ page }) => {
      await page.goto(`/en${wave}/figures`);
      await page.getByRole("link", { name: "state", exact: true }).click();
      await expect(page).toHaveURL(/claimant=state/);
      await expect(page.getByText("Only figures given by one side are read: state.")).toBeVisible();
      expect(await listed(page)).not.toContain("KZ22-F12");
      await page.goto("/en/records/KZ22-F121?known_on=2022-01-06");
      await expect(page.getByRole("main")).toContainText("nothing was recorded under KZ22-F121");
    });
  });
}

test("a reading that an address cannot mean is left out and named", async ({ page }) => {
  await page.goto(`/en${wave}?rule=guess&known_on=soon`);
  await expect(page).toHaveURL(/left_out=known_on,rule/);
  await expect(page.getByText("Left out, because")).toBeVisible();
});
