import { type Browser, expect } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, readUntil, sendToModerators } from "./support/journey";
import { test, withPatience } from "./support/patient";
import { createPeople, signIn, signInHere } from "./support/people";

const wave = "kazakhstan-january-2022";
const people = {
  "chingiz-corrects": "contributor",
  "bolat-checks": "moderator",
  "dana-checks": "moderator",
} as const;

test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

/** Both moderators approve what stands in the queue under this name. */
async function approveTwice(browser: Browser, javaScript: boolean, id: string): Promise<void> {
  for (const [handle, becomes] of [
    ["bolat-checks", "approved once"],
    ["dana-checks", "published"],
  ] as const) {
    const moderator = await openPage(browser, javaScript);
    await signIn(moderator, handle, "/en/moderate");
    await moderator.getByRole("link", { name: new RegExp(`\\(${id}\\)`) }).click();
    await expect(moderator.getByRole("heading", { name: "What is proposed" })).toBeVisible();
    await expect(moderator.getByRole("heading", { name: "What the record cites now" })).toBeVisible();
    await expect(moderator.getByRole("region", { name: "What is proposed" }).locator("q")).not.toHaveCount(0);
    await moderator.getByRole("button", { name: "Approve" }).click();
    await expect(moderator.getByRole("status").first()).toContainText(`The entry you decided is now: ${becomes}`);
  }
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  const id = javaScript ? "KZ22-F121" : "KZ22-F122";
  const number = javaScript ? "54321" : "4321";
  const shown = javaScript ? "54,321" : "4,321";

  test(`a correction goes from its proposal to the public log and the feed, ${how}`, async ({ browser, request }) => {
    test.slow();
    const contributor = await openPage(browser, javaScript);
    await contributor.goto(`/en/records/${id}`);
    await contributor.getByRole("link", { name: "Propose a correction" }).click();
    await signInHere(contributor, "chingiz-corrects");
    await expect(contributor.getByRole("heading", { level: 1 })).toContainText(id);
    const amount = contributor.getByRole("group", { name: "Amount" });
    const from = contributor.locator('[name="changes.quantity.lower"]');
    await test.step("what is not being corrected is folded, and says what stands there", async () => {
      await expect(from).toBeHidden();
      await contributor.locator("summary", { hasText: /^Amount/ }).click();
    });
    await amount.getByLabel("from", { exact: true }).fill(number);
    await amount.getByLabel("to", { exact: true }).fill("12");
    await test.step("the Enter key in a field neither sends nor leaves what is half typed", async () => {
      await amount.getByLabel("to", { exact: true }).press("Enter");
      await expect(contributor.getByRole("heading", { name: "Why" })).toBeVisible();
      await expect(contributor).toHaveURL(/contribute\/new/);
      await expect(amount.getByLabel("from", { exact: true })).toHaveValue(number);
    });
    await test.step("in another language what was typed is still there, and back again", async () => {
      for (const [language, lang] of [
        ["Русский", "ru"],
        ["English", "en"],
      ] as const) {
        await contributor.getByRole(javaScript ? "link" : "button", { name: language, exact: true }).click();
        await expect(contributor.locator("html")).toHaveAttribute("lang", lang);
        await expect(from).toHaveValue(number);
      }
    });
    if (javaScript)
      await test.step("a reload asks before what was typed is lost", async () => {
        const asking = contributor.waitForEvent("dialog");
        await contributor.evaluate(() => void setTimeout(() => location.reload()));
        const dialog = await asking;
        expect(dialog.type()).toBe("beforeunload");
        await dialog.dismiss();
        await expect(from).toHaveValue(number);
      });
    await contributor.getByRole("button", { name: "Check first" }).click();
    await test.step("checked first: what it would change and what it lacks is told, and nothing is lost", async () => {
      const told = contributor.getByRole("alert").first();
      await expect(told).toContainText("It would change: Amount, from; Amount, to.");
      await expect(told).toContainText("Public reason: Say why.");
      await expect(from).toHaveValue(number);
    });
    await amount.getByLabel("to", { exact: true }).fill(number);
    await contributor.getByLabel("Public reason").fill("The article was read wrongly.");
    await contributor.getByLabel("What the correction rests on").selectOption("cited");
    await sendToModerators(contributor);
    await test.step("a number that the record's own words deny is not taken without them", async () => {
      await expect(contributor.getByRole("alert").first()).toContainText("The source’s words say another number.");
      await amount.getByLabel("words of the source", { exact: true }).fill("");
    });
    await sendToModerators(contributor);
    await expect(contributor.getByRole("status").first()).toContainText("Sent.");
    await expect(contributor.locator('[data-field="quantity"]')).toContainText(shown);

    await test.step("while it is open the record says so, and nothing of what is proposed", async () => {
      const page = await readUntil(request, `/en/records/${id}`, "A correction of this record is under review");
      expect(page).not.toContain("The article was read wrongly.");
    });
    await test.step("whoever would correct it too is told that one waits, and not what", async () => {
      const other = await openPage(browser, javaScript);
      await signIn(other, "bolat-checks", `/en/contribute/new?kind=retraction&record=${id}`);
      await expect(other.getByText("Another correction of this record is waiting")).toBeVisible();
      expect(await other.content()).not.toMatch(/The article was read wrongly|chingiz/);
    });
    await approveTwice(browser, javaScript, id);

    // The number of the other journey holds this one: each waits for its own line.
    await readUntil(request, `/en/waves/${wave}/corrections`, `/records/${id}"`);
    await readUntil(request, `/en/records/${id}`, shown);
    const reader = await openPage(browser, javaScript);
    await reader.goto(`/en/waves/${wave}/corrections`);
    const line = reader.getByRole("listitem").filter({ hasText: id }).first();
    await expect(line).toContainText("The article was read wrongly.");
    await expect(line.locator('[data-field="quantity"] del')).not.toBeEmpty();
    await reader.goto(`/en/records/${id}`);
    await expect(reader.getByRole("main")).toContainText(shown);
    await expect(reader.getByRole("main")).not.toContainText("under review");
    const csv = await readUntil(request, `/api/v1/waves/${wave}/corrections.csv`, `${id},2,correction,quantity,`);
    for (const text of [csv, await (await request.get(`/en/records/${id}`)).text()])
      expect(text).not.toMatch(/chingiz|bolat-checks|dana-checks/);
  });
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  test(`a box that was unticked comes back unticked with what is wrong, ${how}`, async ({ browser }) => {
    const contributor = await openPage(browser, javaScript);
    await signIn(contributor, "chingiz-corrects", "/en/contribute/new?kind=correction&record=KZ22-A13");
    const box = contributor.locator('input[type="checkbox"][name="changes.solidarity"]');
    await contributor.locator("summary", { hasText: /^In solidarity/ }).click();
    await expect(box).toBeChecked();
    await box.uncheck();
    await contributor.getByRole("button", { name: "Check first" }).click();
    const told = contributor.getByRole("alert").first();
    await expect(told).toContainText("It would change: In solidarity.");
    await expect(told).toContainText("Public reason: Say why.");
    await expect(box).not.toBeChecked();
  });
}

test("the feed is well-formed Atom, is found from the page and names nobody", async ({ page, request }) => {
  await page.goto(`/en/waves/${wave}/corrections`);
  const found = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const answer = await request.get(new URL(found ?? "").pathname);
  expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const told = await page.evaluate(
    (text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      const texts = (name: string) => [...feed.querySelectorAll(name)].map((one) => one.textContent);
      return {
        broken: feed.querySelector("parsererror") !== null,
        root: `${feed.documentElement.namespaceURI} ${feed.documentElement.localName}`,
        ids: texts("id"),
        dates: texts("updated"),
        entries: feed.querySelectorAll("entry").length,
      };
    },
    await answer.text(),
  );
  expect(told).toMatchObject({ broken: false, root: "http://www.w3.org/2005/Atom feed" });
  expect(told.entries).toBeGreaterThan(0);
  expect(new Set(told.ids).size).toBe(told.entries + 1);
  for (const id of told.ids) expect(id).toMatch(/^tag:[\w.-]+,\d{4}-\d{2}-\d{2}:\S+$/);
  for (const date of told.dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  expect(await answer.text()).not.toMatch(/chingiz|bolat|dana-checks/);
});

test("a retraction leaves the page of the record, with its reason", async ({ browser, request }) => {
  test.slow();
  const contributor = await openPage(browser, false);
  await signIn(contributor, "chingiz-corrects", "/en/contribute/new?kind=retraction&record=KZ22-D106");
  await contributor.getByLabel("Public reason").fill("The leaflet was a forgery.");
  await sendToModerators(contributor);
  await expect(contributor.getByRole("status").first()).toContainText("Sent.");
  await approveTwice(browser, false, "KZ22-D106");
  const page = await readUntil(request, "/en/records/KZ22-D106", "The leaflet was a forgery.");
  expect(page).toContain("This record was retracted");
  const log = await readUntil(request, `/en/waves/${wave}/corrections?kind=retraction`, "KZ22-D106");
  expect(log).not.toContain("The article was read wrongly.");
});

for (const locale of ["en", "kk", "ru", "tr"]) {
  test(`the pages of corrections can be used by everybody, at 360 pixels, in ${locale}`, async ({
    browser,
    request,
  }) => {
    test.slow();
    const page = withPatience(await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage());
    await signIn(page, "chingiz-corrects", "/en/contribute");
    const log = [`/${locale}/waves/${wave}/corrections`, `/${locale}/corrections`];
    for (const path of log) await readUntil(request, path, "KZ22-D106");
    const forms = ["KZ22-F12", "KZ22-A18", "KZ22-E1"].map((id) => `/contribute/new?kind=correction&record=${id}`);
    for (const path of [...log, ...[...forms, "/contribute"].map((one) => `/${locale}${one}`)]) {
      await page.goto(path);
      // The tree is the same in every language; what differs is the length of its words, measured below.
      if (locale === "en") expect(await violationsOn(page), path).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
      expect(await page.getByRole("main").textContent()).not.toMatch(/corrections\.|entries\.|\{\w+\}/);
    }
  });
}
