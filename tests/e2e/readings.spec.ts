import { expect, type Page } from "@playwright/test";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const ids = (numbers: readonly number[]) => numbers.map((number) => `KZ22-F${number}`);

/** The figures of the record as it was loaded; other journeys add to it and take from it since. */
const loaded = ids([12, 54, ...Array.from({ length: 56 }, (_, index) => 101 + index)]);
/** What was recorded by the end of 5 January, by hand: figures of which a source is dated to that day or before. */
const byFifth = ids([101, 102, 124, 126, 127, 128, 129, 130, 155]);
/** What was not recorded yet by two later days, by hand: sums told in later months, and months that were not over. */
const absent = {
  "2022-01-15": ids([136, 137, 146, 147, 148, 149, 150, 153, 154]),
  "2022-05-05": ids([149, 153]),
};

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

    for (const day of ["2022-01-05", ...Object.keys(absent)]) {
      test(`a reader sees what was known on ${day}, on the page and in the file alike`, async ({ page }) => {
        await page.goto(`/en${wave}/figures`);
        await page.getByText("Narrow the list", { exact: false }).first().click();
        await page.getByLabel("As known on").fill(day);
        await page.getByRole("button", { name: "Show" }).click();
        await expect(page).toHaveURL(new RegExp(`known_on=${day}`));
        await expect(page.getByText("This is a reading of the record")).toBeVisible();
        const later: readonly string[] = day in absent ? absent[day as keyof typeof absent] : [];
        const known = day in absent ? loaded.filter((id) => !later.includes(id)) : byFifth;
        expect((await listed(page)).toSorted()).toEqual(known.toSorted());
        const csv = await readCsv(page, await page.getByRole("link", { name: /CSV/ }).first().getAttribute("href"));
        expect([...csv.matchAll(/^KZ22-F\d+/gm)].map(([id]) => id).toSorted()).toEqual(known.toSorted());
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
      for (const id of hrefs) expect(byFifth).toContain(id);
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
      const lowerOf = async (id: string) => {
        const [head = "", ...rows] = (await csv()).split("\r\n");
        const row = rows.find((one) => one.includes(id));
        return row?.split(",")[head.split(",").indexOf("lower")];
      };
      expect(await lowerOf("KZ22-F128")).toBe("200");
      await page.getByText("Read the record another way").click();
      await page.getByLabel("Words as numbers").selectOption("words_only");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/rule=words_only/);
      await open();
      await expect(table).not.toContainText("at least 200");
      expect(await page.locator("#crowds svg").first().textContent()).not.toContain("at least 200");
      expect(await lowerOf("KZ22-F128")).toBe("");
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

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the wave's menu leads to every page in the same reading", async ({ page }) => {
    const reading = "claimant=press&rule=ccc&threshold=ons&known_on=2022-02-01";
    await page.goto(`/en${wave}/totals?${reading}`);
    const menu = page.getByRole("navigation", { name: "This wave" }).getByRole("link");
    const hrefs = await menu.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.length).toBeGreaterThan(10);
    for (const href of hrefs) {
      await page.goto(href);
      await expect(page).toHaveURL(new RegExp(`\\?${reading}$`));
      expect(await menu.first().getAttribute("href"), href).toBe(`/en${wave}?${reading}`);
    }
  });
});

test("a reading that an address cannot mean is left out and named", async ({ page }) => {
  await page.goto(`/en${wave}?rule=guess&known_on=soon`);
  await expect(page).toHaveURL(/left_out=known_on,rule/);
  await expect(page.getByText("Left out, because")).toBeVisible();
});
