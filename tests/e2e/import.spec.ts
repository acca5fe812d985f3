import { type Browser, expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { test, withPatience } from "./support/patient";
import { createPeople, signInHere } from "./support/people";

const people = { "chingiz-keeps-a-table": "contributor", "erlan-keeps-a-table": "contributor" } as const;

test.beforeAll(() => createPeople(people));

const header = "Коллектив;Акция;Дата;Сколько;Слова;Язык;Источник;Кто";
/** The fifth of January, or the first of May: the file does not say. One number is none. */
const rowsOf = (words: string) => [
  `KZ22-W11;KZ22-A18;05.01.2022;1 234;${words} раз;ru;KZ22-S4;union`,
  `KZ22-W11;KZ22-A18;06.01.2022;около 900;;ru;KZ22-S4;press`,
  `KZ22-W11;KZ22-A18;07.01.2022;нет;${words} три;ru;KZ22-S4;union`,
];
const COLUMNS = {
  workforce: "Коллектив",
  action: "Акция",
  date: "Дата",
  value: "Сколько",
  words: "Слова",
  words_language: "Язык",
  source_ids: "Источник",
  claimant: "Кто",
};

async function openAs(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return withPatience(await (await browser.newContext({ javaScriptEnabled })).newPage());
}

/** A server works beside the page, which shows it by itself, or is asked again. */
async function comesTo(page: Page, state: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(state, { exact: true }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [500] });
}

/** As a spreadsheet saves Cyrillic where nobody asked for UTF-8: windows-1251. */
function inOtherLetters(text: string): Buffer {
  const byte = (sign: string) => {
    const at = sign.charCodeAt(0);
    if (at >= 0x410 && at <= 0x44f) return at - 0x350;
    return at < 0x80 ? at : 0x3f;
  };
  return Buffer.from([...text.replace("\uFEFF", "")].map(byte));
}

async function nameColumns(page: Page): Promise<void> {
  // What was recognised is told in words and folded away; what may be meant by a column taken for nothing is in sight.
  await expect(page.getByText("“Дата” is: Date.")).toBeVisible();
  await expect(page.locator('[name="column.date"]')).toBeHidden();
  await expect(page.locator('[name="column.value"]')).toBeVisible();
  const form = page.getByRole("form", { name: "Which column is what?" });
  for (const folded of await form.locator("details:not([open]) > summary").all()) await folded.click();
  for (const [name, label] of Object.entries(COLUMNS))
    await page.locator(`[name="column.${name}"]`).selectOption({ label });
  await page.locator('[name="fixed.measure"]').selectOption("workers_directly_involved");
  await page.locator('[name="fixed.basis"]').selectOption("on_day");
}

for (const javaScript of [true, false]) {
  test(`a table goes to the moderators and is mended, ${javaScript ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const page = await openAs(browser, javaScript);
    await page.goto("/en/contribute/import");
    // What was said of the columns of a file is remembered: each begins without.
    await signInHere(page, javaScript ? "chingiz-keeps-a-table" : "erlan-keeps-a-table");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Propose many rows from a file");
    // What looks for violations is itself a script.
    if (javaScript) expect(await violationsOn(page)).toEqual([]);
    const word = javaScript ? "сказали" : "написали";
    await test.step("an empty table is there for each kind, and the columns in words", async () => {
      await page.getByText("Its 29 columns, and what they may hold").click();
      await expect(page.getByText("One of: strike (Strike); rally (Rally)", { exact: false })).toBeVisible();
      const at = await page.getByRole("link", { name: /^Download the empty table.*Actions$/ }).getAttribute("href");
      const table = await (await page.request.get(at ?? "")).text();
      expect(table).toMatch(/^\uFEFFtype,stoppage,scope,/);
    });
    const csv = [header, ...rowsOf(word)].join("\r\n");
    const bytes = Buffer.from(csv, "utf8");
    await page.getByLabel("CSV file").setInputFiles({ name: "strikes.csv", mimeType: "text/csv", buffer: bytes });
    await page.getByRole("button", { name: "Read the file" }).click();

    await test.step("nothing is guessed: columns are named, and the order of day and month is asked", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("File: strikes.csv");
      await nameColumns(page);
      await page.getByRole("button", { name: "Look at the rows" }).click();
      await expect(page.getByText("Choose one. Nothing is guessed here.").first()).toBeVisible();
      if (javaScript) expect(await violationsOn(page)).toEqual([]);
      await page.getByLabel("the day", { exact: true }).check();
      await page.getByRole("button", { name: "Look at the rows" }).click();
    });

    await test.step("a dry run tells the row that is wrong, and why", async () => {
      await comesTo(page, "looked at; nothing has been sent yet");
      await expect(page.locator('[data-outcome="ready"]')).toContainText("2");
      await expect(page.locator('[data-outcome="wrong"]')).toContainText("1");
      await expect(page.getByRole("cell", { name: /This is neither a number/ })).toBeVisible();
      await expect(page.getByRole("cell", { name: /“нет”: .*no source was found \(no_source\)/ })).toBeVisible();
      const mend = page.getByRole("link", { name: "change the columns and look again" });
      await expect(mend).toHaveAttribute("href", "#mapping");
      await expect(page.locator("details #mapping")).toBeHidden();
      // Not in its digits: a turned date would say the first of May.
      const read = page.getByRole("table", { name: "How the rows in order were read" });
      await expect(read).toContainText("5 January 2022");
      await expect(read).toContainText("about 900");
      const all = await page.request.get(`${page.url()}/read.csv`);
      expect((await all.text()).split("\r\n").filter(Boolean)).toHaveLength(3);
      if (javaScript) expect(await violationsOn(page)).toEqual([]);
      await page.getByRole("button", { name: "Send 2 rows to the moderators" }).click();
      await comesTo(page, "sent to the moderators");
    });

    await test.step("the corrected report mends that row in the same batch", async () => {
      const report = await page.request.get(`${page.url()}/report.csv`);
      expect(report.headers()["content-type"]).toContain("text/csv");
      const mended = (await report.text()).replace(";нет;", ";900;");
      expect(mended.charCodeAt(0)).toBe(0xfeff);
      const file = { name: "rows.csv", mimeType: "text/csv", buffer: inOtherLetters(mended) };
      const corrected = page.getByLabel("The corrected file");
      await corrected.setInputFiles(file);
      await page.getByRole("button", { name: "Send the corrections" }).click();
      // A spreadsheet saved it in letters of one byte each: which, only a person sees.
      await expect(page.getByRole("alert").first()).toContainText("Choose below the line that can be read.");
      await page.getByRole("radio", { name: /Коллектив/ }).check();
      if (!javaScript) await corrected.setInputFiles(file);
      await page.getByRole("button", { name: "Send the corrections" }).click();
      await comesTo(page, "looked at; nothing has been sent yet");
      await page.getByRole("button", { name: "Send 1 row to the moderators" }).click();
      await comesTo(page, "sent to the moderators");
      await expect(page.locator('[data-outcome="sent"]')).toContainText("3");
    });

    await test.step("sent again it makes no doubles", async () => {
      await page.goto("/en/contribute/import");
      await page.getByLabel("CSV file").setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: bytes });
      await page.getByRole("button", { name: "Read the file" }).click();
      await expect(page.getByText("You sent this very file before")).toBeVisible();
      await page.getByRole("button", { name: "Look at the rows" }).click();
      await comesTo(page, "looked at; nothing has been sent yet");
      await expect(page.locator('[data-outcome="double"]')).toContainText("2");
    });

    await test.step("withdrawing is asked once, and then says what became of the entries", async () => {
      await page.goto("/en/contribute/import");
      await page.getByRole("link", { name: "strikes.csv" }).click();
      await expect(page.getByRole("button", { name: "Yes, withdraw them" })).toBeHidden();
      await page.getByText("Withdraw all its entries", { exact: true }).click();
      await expect(page.getByText("The 3 entries of this file", { exact: false })).toBeVisible();
      await page.getByRole("button", { name: "Yes, withdraw them" }).click();
      await comesTo(page, "withdrawn");
      await expect(page.locator('[data-entries="withdrawn"]')).toContainText("3");
      await expect(page.getByText("Withdraw all its entries", { exact: true })).toHaveCount(0);
    });
  });
}
