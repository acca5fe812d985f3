import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import {
  changeKept,
  chooseFile,
  countSendings,
  damageOnDevice,
  endSessionsOf,
  entriesOf,
  fillFigure,
  keepFigure,
  keptOnDevice,
  minersForm,
  openOutbox,
  outboxPage,
  received,
  tracesOnDevice,
  withOutbox,
} from "./support/outbox";
import { proposeAnewWhatEnded } from "./support/outbox-ended";
import { test, withPatience } from "./support/patient";
import { createPeople, signIn, signInHere } from "./support/people";

const people = ["chingiz-cut", "chingiz-expired", "chingiz-file", "chingiz-older"] as const;

test.beforeAll(() => createPeople(Object.fromEntries(people.map((handle) => [handle, "contributor"]))));

test("what is written without a line is kept, encrypted, and arrives once when the line is back, in two tabs", async ({
  browser,
}) => {
  const page = await withOutbox(browser, "chingiz-cut", 360);
  const context = page.context();
  await page.goto(minersForm);
  await page.getByText("What is already recorded about this workforce").first().click();
  const claims = page.getByRole("region", { name: "What is already recorded about this workforce" });
  expect(await claims.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  await context.setOffline(true);
  await page.goto(minersForm);
  await expect(page.getByText("There is no line. This form was kept on this device")).toBeVisible();
  await test.step("a form that is not kept is named, beside those that are", async () => {
    const other = await context.newPage();
    await other.goto("/en/contribute/new?kind=figure");
    const said = other.getByRole("alert").filter({ hasText: "this form is not kept on this device" });
    await expect(said.getByRole("link", { name: /Kazakhmys/ })).toBeVisible();
    await other.close();
  });
  await test.step("no public page is shown from an old copy", async () => {
    const other = await context.newPage();
    await expect(other.goto("/en")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await other.close();
  });
  await test.step("what is wrong is said on leaving the field, on keeping and on sending, without a line", async () => {
    const number = page.getByLabel("The number", { exact: true });
    await fillFigure(page, "1400-1414");
    await expect(page.getByText("This looks like two numbers.").first()).toBeVisible();
    await expect(number).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    const said = page.getByRole("alert").filter({ hasText: "This looks like two numbers." });
    await expect(said.getByRole("link", { name: "The number" })).toBeVisible();
    await expect(number).toHaveValue("1400-1414");
    await number.fill("1414");
    await expect(number).not.toHaveAttribute("aria-invalid", "true");
  });
  await test.step("sending fails, and what was typed stays", async () => {
    await fillFigure(page, "1414");
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing is lost" })).toBeVisible();
    await expect(page.getByLabel("The number", { exact: true })).toHaveValue("1414");
  });
  await page.getByRole("button", { name: "Keep in the outbox" }).click();
  await test.step("back on the line the form says that, and that what waits goes from the opened outbox", async () => {
    await context.setOffline(false);
    await expect(page.getByText("There is no line")).toHaveCount(0);
    await expect(page.getByText("The line is back. This copy of the form")).toBeVisible();
    await page.goto("/en/contribute");
    await expect(page.getByText("1 thing waits on this device.")).toContainText("with its passphrase");
    await expect(page.getByRole("navigation", { name: "Your pages" })).toContainText("Outbox: 1");
    await context.setOffline(true);
  });
  await page.goto(outboxPage);
  await expect(page.getByRole("heading", { name: /1 thing waits in it/ })).toBeVisible();
  expect(await keptOnDevice(page)).not.toMatch(/1414|miners|velvet/);
  await openOutbox(page, "not the passphrase of anybody");
  await expect(page.getByRole("alert").filter({ hasText: "not its passphrase" })).toBeVisible();
  await openOutbox(page);
  const line = page.getByRole("listitem").filter({ hasText: "Saved here" });
  await expect(line).toContainText("There was no line.");
  await expect(line.getByText(/^Log a figure.*1414$/)).toBeVisible();
  await line.getByText("What it says", { exact: true }).click();
  await expect(line.getByText("a number", { exact: true }).first()).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await test.step("it is changed in its form, without a line, and put back", async () => {
    await changeKept(line.getByRole("link", { name: "Change it in its form" }), "1400-1416", async (form) => {
      await expect(form.getByText("This lies in your outbox.")).toBeVisible();
      await expect(form.getByLabel("The number", { exact: true })).toHaveValue("1414");
      await expect(form.getByRole("button", { name: "Send to the moderators" })).toHaveCount(0);
    });
  });
  await test.step("what could not be taken stands in the list too, and leads to where it is put right", async () => {
    await expect(line).toContainText("The number: This looks like two numbers.");
    await changeKept(line.getByRole("link", { name: "Put it right in its form" }), "1416", async (form) => {
      const said = form.getByRole("alert").filter({ hasText: "This looks like two numbers." });
      await said.getByRole("link", { name: "The number" }).click();
    });
    await expect(line.getByText(/^Log a figure.*1416$/)).toBeVisible();
    await expect(line.getByText("As it stands")).toHaveCount(0);
  });
  await test.step("every other page of a contributor leads here", async () => {
    const other = await context.newPage();
    await other.goto("/en/contribute");
    await openOutbox(other);
    await expect(other.getByRole("listitem").filter({ hasText: "Saved here" })).toBeVisible();
    const sendings = countSendings(context);
    await context.setOffline(false);
    for (const tab of [page, other]) await expect(received(tab)).toContainText("The moderators can see it now.");
    await expect.poll(sendings).toBe(1);
    await other.close();
  });
  await page.reload();
  await openOutbox(page);
  await expect(received(page)).toBeVisible();
  await page.goto("/en/contribute");
  await expect(page.getByText("1 thing waits on this device.")).toHaveCount(0);
  expect(await entriesOf("chingiz-cut")).toEqual([{ state: "submitted", version: 1, number: "1416" }]);
  await context.close();
});

test("an answer that never came back makes no second entry; two things of one form, or of two copies of it, are two", async ({
  browser,
}) => {
  test.slow();
  const page = await withOutbox(browser, "chingiz-older");
  const context = page.context();
  await page.goto(minersForm);
  await context.setOffline(true);
  await page.goto(minersForm);
  await keepFigure(page, "1510");
  await keepFigure(page, "1511");
  await expect(page.getByText("2 things wait on this device.")).toBeVisible();
  await page.goto(minersForm);
  await fillFigure(page, "1512");
  await test.step("a field of an earlier version of the form is not dropped without a word", async () => {
    await page.locator("form[aria-label]").evaluate((form) => {
      form.insertAdjacentHTML("beforeend", '<input name="formerField" value="said long ago">');
    });
    await page.getByRole("button", { name: "Keep in the outbox" }).click();
    await expect(page.getByText("Saved on this device, encrypted")).toBeVisible();
  });
  await page.goto(outboxPage);
  await openOutbox(page);
  await expect(page.getByRole("listitem").filter({ hasText: "Saved here" })).toHaveCount(3);
  // The request arrives, the answer does not.
  let answersLost = 0;
  await page.route("**/api/outbox", async (route) => {
    await route.fetch();
    answersLost += 1;
    await route.abort();
  });
  await context.setOffline(false);
  await expect.poll(() => answersLost).toBeGreaterThanOrEqual(3);
  await page.unroute("**/api/outbox");
  await page.getByRole("button", { name: "Try to send all now" }).click();
  await expect(received(page)).toHaveCount(2);
  const refused = page.getByRole("listitem").filter({ has: page.getByText("Refused", { exact: true }) });
  await expect(refused).toContainText("The form has changed since");
  await refused.getByText("What it says", { exact: true }).click();
  await expect(refused).toContainText("said long ago");
  expect((await entriesOf("chingiz-older")).map(({ number, version }) => [number, version])).toEqual([
    ["1510", 1],
    ["1511", 1],
  ]);
  await test.step("what was refused is mended in the outbox and sent as the same entry", async () => {
    await refused.getByRole("button", { name: "Send without what has no place any more" }).click();
    await expect(received(page)).toHaveCount(3);
    expect((await entriesOf("chingiz-older")).map(({ number }) => number)).toEqual(["1510", "1511", "1512"]);
  });
  await test.step("a new version of the app renews every kept form", async () => {
    const markOld = () =>
      page.evaluate(async () => {
        const cache = await caches.open("turnout-outbox-forms");
        for (const request of await cache.keys()) {
          const kept = await cache.match(request);
          const headers = new Headers(kept?.headers);
          headers.set("x-parts", "/_next/static/of-an-older-build.js");
          await cache.put(request, new Response("<html><title>old</title></html>", { headers }));
        }
      });
    await markOld();
    const forms = page.getByRole("region", { name: "Forms that open without a line" });
    await expect(async () => {
      await page.goto(outboxPage);
      await expect(forms.getByRole("link", { name: /Kazakhmys/ })).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    await expect(forms.getByRole("link", { name: "old" })).toHaveCount(0);
  });
  await context.close();
});

test("a session that expired loses nothing: it is sent after the next sign-in, and to no other account", async ({
  browser,
}) => {
  const page = await withOutbox(browser, "chingiz-expired");
  await page.goto(minersForm);
  await keepFigure(page, "1616");
  await endSessionsOf("chingiz-expired");
  await page.goto(outboxPage);
  await openOutbox(page);
  await expect(page.getByRole("listitem").filter({ hasText: "You are signed out" })).toBeVisible();
  await page.getByRole("listitem").getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, "chingiz-cut");
  await openOutbox(page);
  await expect(page.getByRole("listitem").filter({ hasText: "It was written in another account" })).toBeVisible();
  await endSessionsOf("chingiz-cut");
  await signIn(page, "chingiz-expired", outboxPage);
  await openOutbox(page);
  await page.getByRole("button", { name: "Try to send now" }).click();
  await expect(received(page)).toBeVisible();
  expect(await entriesOf("chingiz-expired")).toEqual([{ state: "submitted", version: 1, number: "1616" }]);
  await page.context().close();
});

test("saved to a file, forgotten by the device, loaded again and sent; what lacks something becomes a draft", async ({
  browser,
}) => {
  const page = await withOutbox(browser, "chingiz-file");
  await page.goto(minersForm);
  await page.getByLabel("Action", { exact: true }).selectOption("KZ22-A18");
  await page.getByLabel("a number", { exact: true }).check();
  await page.getByLabel("The number", { exact: true }).fill("1717");
  await page.getByRole("button", { name: "Keep in the outbox" }).click();
  await expect(page.getByText("Saved on this device, encrypted")).toBeVisible();
  await page.route("**/api/outbox", (route) => route.abort());
  await page.goto(outboxPage);
  await openOutbox(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save to a file" }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, "utf8")).not.toMatch(/1717|KZ22/);
  expect((await tracesOnDevice(page)).every((count) => count > 0)).toBe(true);
  await page.getByText("Forget everything", { exact: true }).click();
  await page.getByRole("button", { name: "Delete it all from this device" }).click();
  await expect(page.getByRole("heading", { name: "Set up the outbox on this device" })).toBeVisible();
  await expect.poll(() => tracesOnDevice(page)).toEqual([0, 0, 0]);
  await page.unroute("**/api/outbox");
  await chooseFile(page, file);
  await page.getByLabel("I know that this device will show").last().check();
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await expect(received(page)).toContainText("kept as a draft");
  await expect(
    page.getByRole("region", { name: "Forms that open without a line" }).getByRole("link").first(),
  ).toBeVisible();
  await received(page).getByRole("link", { name: "Open the entry" }).click();
  await expect(page.getByLabel("The number", { exact: true })).toHaveValue("1717");
  expect(await entriesOf("chingiz-file")).toEqual([{ state: "draft", version: 1, number: "1717" }]);
  await test.step("an entry that is open when the line is cut is changed all the same, once there is one", async () => {
    await page.context().setOffline(true);
    await page.getByLabel("The number", { exact: true }).fill("1718");
    await page.getByRole("button", { name: "Keep in the outbox" }).click();
    const notReady = page
      .getByText("As it stands the moderators could not take it.")
      .locator("xpath=following-sibling::ul");
    for (const field of ["Date:", "Who claims it:", "Source 1, Address:"]) await expect(notReady).toContainText(field);
    await page.context().setOffline(false);
    await page.goto(outboxPage);
    await openOutbox(page);
    const now = [{ state: "draft", version: 2, number: "1718" }];
    await expect.poll(() => entriesOf("chingiz-file")).toEqual(now);
  });
  await test.step("a change of an entry that ended meanwhile says so on its page, and is proposed anew", () =>
    proposeAnewWhatEnded(page, { handle: "chingiz-file", before: "1718", now: "1719" }));
  await test.step("what cannot be read any more is left as it is, also when a file has the same", async () => {
    await damageOnDevice(page);
    await page.reload();
    await openOutbox(page);
    const damaged = page.getByText("This cannot be read any more");
    await expect(damaged).toHaveCount(3);
    await chooseFile(page, file);
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await expect(page.getByText("Everything in it is here already.")).toBeVisible();
    await expect(damaged).toHaveCount(3);
  });
  await page.context().close();
});

test("without JavaScript the page says that there is no outbox, and forms work as ever", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = withPatience(await context.newPage());
  await signIn(page, "chingiz-file", outboxPage);
  // Texts within noscript are passed over by the search for texts.
  const said = page.locator("main noscript p");
  await expect(said).toBeVisible();
  await expect(said).toHaveText(/^The outbox needs JavaScript/);
  await page.goto(minersForm);
  await expect(page.getByRole("button", { name: "Keep in the outbox" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send to the moderators" })).toBeVisible();
  await context.close();
});
