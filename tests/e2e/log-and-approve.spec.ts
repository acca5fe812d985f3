import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, sendToModerators } from "./support/journey";
import { test, withPatience } from "./support/patient";
import { createPeople, signIn, signInHere } from "./support/people";

/** On record, by its address. */
const recorded = { id: "KZ22-S4", url: "https://ortcom.kz/en/press-relizy/1642266505" };
const miners = "/en/workforces/kazakhmys-miners";
const people = {
  "chingiz-logs": "contributor",
  "bolat-decides": "moderator",
  "dana-decides": "moderator",
} as const;

test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

type Figure = { number: string; quote: string };

/** From the search, in another script than the page's, to the sent entry. */
async function logFigure(page: Page, { number, quote }: Figure): Promise<void> {
  await page.getByLabel("Workforce, employer or place").fill("Қазақмыс");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: /Miners of Kazakhmys/ }).click();
  await page.getByLabel("Action", { exact: true }).selectOption("KZ22-A18");
  await page.getByLabel("Date", { exact: true }).fill("2022-01-05");
  await page.getByLabel("a number", { exact: true }).check();
  await page.getByLabel("The number", { exact: true }).fill(number);
  await page.getByLabel("Who claims it", { exact: true }).selectOption("union");
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("What it says, quoted").fill(quote);
}

/** Beside the form while typing; once it was checked, at its head and not beside it as well. */
async function seeWhatStandsOutOnce(page: Page): Promise<void> {
  const date = page.getByLabel("Date", { exact: true });
  const day = await date.inputValue();
  const standsOut = page.getByText("To look at before you send", { exact: true });
  await date.fill("2021-12-20");
  await expect(standsOut).toHaveCount(1);
  await page.getByRole("button", { name: "Check first" }).click();
  await expect(page.getByText("Nothing was sent yet", { exact: false }).first()).toBeVisible();
  await expect(standsOut).toHaveCount(1);
  // What was said of it is taken back once it is no longer what was checked.
  await date.fill(day);
  await expect(page.getByText("You have changed it since it was checked.")).toBeVisible();
  // A part that was opened stays open when what was wrong in it is right again.
  const published = page.getByRole("group", { name: "Source 1" }).getByLabel("Published on");
  await published.fill("2022-13-01");
  await date.focus();
  await expect(published).toHaveAttribute("aria-invalid", "true");
  await published.fill("2022-01-03");
  await expect(published).not.toHaveAttribute("aria-invalid", "true");
  await expect(published).toBeVisible();
}

async function nameSource(page: Page, address: string): Promise<void> {
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Address", { exact: true }).fill(address);
  await source.getByLabel("Title", { exact: true }).fill("The mines stand still");
  await source.getByLabel("Language", { exact: true }).selectOption("en");
  await source.getByText("More about the source").click();
  await source.getByLabel("Tier", { exact: true }).selectOption("one");
}

/** One press instead of looking for its id: the recorded source stands in the form, nothing of the new one, and so it is sent. */
async function takeRecordedSource(page: Page, javaScript: boolean): Promise<void> {
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Address", { exact: true }).fill(recorded.url);
  if (!javaScript) await page.getByRole("button", { name: "Check first" }).click();
  await page
    .getByRole("button", { name: `Use the recorded source ${recorded.id} instead` })
    .first()
    .click();
  await expect(source.getByLabel("Recorded source")).toHaveValue(recorded.id);
  if (!javaScript) await expect(page.getByText(`${recorded.id} now stands in the form`)).toBeVisible();
  for (const name of ["Address", "Title", "Language"])
    await expect(source.getByLabel(name, { exact: true })).toHaveValue("");
  await expect(source.getByLabel("What it says, quoted")).not.toHaveValue("");
}

/** The entry with this figure, from the queue. */
async function openFromQueue(page: Page, shown: string): Promise<void> {
  await page.goto("/en/moderate");
  await page.getByRole("link", { name: new RegExp(`Miners of Kazakhmys: ${shown}`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Miners of Kazakhmys/);
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  const figure = javaScript
    ? { number: "12 345", shown: "12,345", quote: "12,345 miners did not go down" }
    : { number: "13,456", shown: "13,456", quote: "13,456 miners did not go down" };

  test(`a figure is logged, approved by two moderators and read by everybody, ${how}`, async ({ browser, request }) => {
    expect(await (await request.get(miners)).text()).not.toContain(figure.shown);
    const contributor = await openPage(browser, javaScript);
    await contributor.goto("/en/contribute/new?kind=figure");
    await signInHere(contributor, "chingiz-logs");
    await logFigure(contributor, figure);
    await sendToModerators(contributor);
    await test.step("a mistake keeps what was typed and leads to the field", async () => {
      const alert = contributor.getByRole("alert").filter({ hasText: "Nothing was sent" });
      await expect(alert).toContainText("Source 1, Address");
      await expect(contributor.getByLabel("The number", { exact: true })).toHaveValue(figure.number);
      await expect(contributor.getByLabel("Action", { exact: true })).toHaveValue("KZ22-A18");
      await expect(contributor.getByLabel("a number", { exact: true })).toBeChecked();
    });
    const address = contributor.getByRole("group", { name: "Source 1" }).getByLabel("Address", { exact: true });
    await expect(address).toHaveAttribute("aria-invalid", "true");
    await nameSource(contributor, `https://news.example.kz/${figure.shown}`);
    if (javaScript) await expect(address).not.toHaveAttribute("aria-invalid", "true");
    await sendToModerators(contributor);
    await expect(contributor.getByRole("status").first()).toContainText("Sent. The moderators can see it now.");
    await test.step("its author reads in words what was sent", async () => {
      await expect(contributor.getByText(figure.quote).first()).toBeVisible();
      await expect(contributor.locator("dd strong")).toHaveText(figure.shown);
    });

    for (const [handle, becomes] of [
      ["bolat-decides", "approved once"],
      ["dana-decides", "published"],
    ] as const) {
      const moderator = await openPage(browser, javaScript);
      await signIn(moderator, handle, "/en/moderate");
      await openFromQueue(moderator, figure.shown);
      await expect(moderator.getByText("10,000 people or more")).toBeVisible();
      await moderator.getByRole("button", { name: "Approve" }).click();
      await expect(moderator.getByRole("status").first()).toContainText(`The entry you decided is now: ${becomes}`);
    }
    await expect(async () => {
      expect(await (await request.get(miners)).text()).toContain(figure.shown);
    }).toPass({ timeout: 15_000, intervals: [100] });
    await contributor.goto("/en/contribute");
    await expect(contributor.getByRole("row").filter({ hasText: figure.shown })).toContainText("published");
  });

  test(`a rejection reaches the contributor with its reason, ${how}`, async ({ browser }) => {
    const contributor = await openPage(browser, javaScript);
    await signIn(contributor, "chingiz-logs", "/en/contribute/new?kind=figure");
    const number = javaScript ? "731" : "732";
    await logFigure(contributor, { number, quote: `${number} miners did not go down` });
    await nameSource(contributor, `https://news.example.kz/${number}`);
    if (javaScript) await seeWhatStandsOutOnce(contributor);
    await takeRecordedSource(contributor, javaScript);
    await sendToModerators(contributor);
    await expect(contributor.getByRole("status").first()).toContainText("Sent.");
    await expect(contributor.getByRole("link", { name: recorded.id })).toBeVisible();
    const own = contributor.url();

    const moderator = await openPage(browser, javaScript);
    await signIn(moderator, "dana-decides", "/en/moderate");
    await openFromQueue(moderator, number);
    await moderator.getByRole("button", { name: "Reject" }).click();
    await expect(moderator.getByText("Give a reason. The author will read it.")).toBeVisible();
    await moderator.getByLabel("Reason", { exact: true }).fill("The article speaks of another mine.");
    await moderator.getByRole("button", { name: "Reject" }).click();
    await expect(moderator.getByRole("status").first()).toContainText("The entry you decided is now: rejected");

    await contributor.goto(own);
    await expect(contributor.getByText("The article speaks of another mine.").first()).toBeVisible();
    await expect(contributor.getByRole("main")).not.toContainText("dana-decides");
    await contributor.goto("/en/contribute");
    await expect(contributor.getByRole("row").filter({ hasText: number })).toContainText("another mine");
    // What ended without being published begins another entry, with what was typed in it.
    await contributor.goto(own);
    await contributor.getByRole("link", { name: "Propose it anew" }).click();
    await expect(contributor.getByLabel("The number", { exact: true })).toHaveValue(number);
    await sendToModerators(contributor);
    await expect(contributor.getByRole("status").first()).toContainText("Sent.");
    expect(contributor.url()).not.toContain(new URL(own).pathname);
    await contributor.getByText("Withdraw", { exact: true }).click();
    await contributor.getByRole("button", { name: "Yes, withdraw" }).click();
    await expect(contributor.getByText(/^withdrawn by you, /)).toBeVisible();
  });
}

test("whoever comes second reads who was first", async ({ browser }) => {
  const contributor = await openPage(browser, true);
  await signIn(contributor, "chingiz-logs", "/en/contribute/new?kind=figure");
  await logFigure(contributor, { number: "744", quote: "744 miners did not go down" });
  await nameSource(contributor, "https://news.example.kz/744");
  await sendToModerators(contributor);
  await expect(contributor.getByRole("status").first()).toContainText("Sent.");
  const [bolat, dana] = [await openPage(browser, true), await openPage(browser, false)];
  await signIn(bolat, "bolat-decides", "/en/moderate");
  await signIn(dana, "dana-decides", "/en/moderate");
  await openFromQueue(bolat, "744");
  await openFromQueue(dana, "744");
  await bolat.getByLabel("Reason", { exact: true }).fill("A copy of an older claim.");
  await bolat.getByRole("button", { name: "Reject" }).click();
  await expect(bolat.getByRole("status").first()).toContainText("The entry you decided is now: rejected");
  await dana.getByRole("button", { name: "Approve" }).click();
  await expect(dana.getByRole("alert")).toContainText(/Somebody was first: bolat-decides rejected/);
});

test("the pages of contributors and moderators can be used by everybody, at 360 pixels and in every language", async ({
  browser,
}) => {
  test.slow();
  const contributor = await openPage(browser, true);
  await signIn(contributor, "chingiz-logs", "/en/contribute/new?kind=figure");
  await logFigure(contributor, { number: "755", quote: "755 miners did not go down" });
  await nameSource(contributor, "https://news.example.kz/755");
  await sendToModerators(contributor);
  await expect(contributor.getByRole("status").first()).toContainText("Sent.");
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = withPatience(await context.newPage());
  await signIn(page, "dana-decides", "/en/moderate");
  await openFromQueue(page, "755");
  const entry = new URL(page.url()).pathname;
  const paths = ["/contribute", "/contribute/new?kind=figure", "/contribute/new?kind=figure&workforce=KZ22-W11"];
  for (const locale of ["en", "kk", "ru", "tr"]) {
    for (const path of [...paths, "/moderate", "/moderate/log", entry.replace("/en", "")]) {
      await page.goto(`/${locale}${path}`);
      // The tree is the same in every language; what differs is the length of its words, measured below.
      if (locale === "en") expect(await violationsOn(page), path).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
      expect(await page.getByRole("main").textContent()).not.toMatch(/entries\.|\{\w+\}/);
    }
  }
});
