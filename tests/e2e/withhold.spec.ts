import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, readUntil } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, letSecondStepAge, recoveryCodeOf, signIn } from "./support/people";

/** A record that no other journey reads: what is taken down here is gone for everybody. */
const record = "KZ22-E39";
const forModerators = `/en/moderate/records/${record}`;
const log = "/en/corrections";
const text = "Basic food products were put under state price regulation.";

test.beforeAll(() => createPeople({ "bolat-hides": "moderator", "dana-hides": "moderator" }));
test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();

test("one moderator takes a text down at once, and another puts it back without a script", async ({
  browser,
  request,
}) => {
  const bolat = await openPage(browser, true);
  await signIn(bolat, "bolat-hides", "/en/account");
  await bolat.goto(`/en/records/${record}`);
  await bolat.getByRole("link", { name: "For moderators: withhold" }).click();
  await expect(bolat).toHaveURL(new RegExp(forModerators));
  await letSecondStepAge("bolat-hides");
  await press(bolat, "Withhold now");
  await expect(bolat.getByRole("main").getByRole("alert")).toBeVisible();
  const box = bolat.getByRole("checkbox", { name: "Text", exact: true });
  await expect(box).toHaveAccessibleDescription(new RegExp(text));
  await box.check();
  await bolat.getByLabel("Why exactly, for moderators only").fill("It names somebody.");
  await press(bolat, "Withhold now");
  await expect(bolat.getByRole("main").getByRole("alert")).toContainText("your second step once more");
  await expect(bolat.getByRole("checkbox", { name: "Text", exact: true })).toBeChecked();
  await bolat.getByLabel("Code of the second step").fill(await recoveryCodeOf("bolat-hides"));
  await press(bolat, "Withhold now");
  await expect(bolat.getByRole("button", { name: "Make public again" })).toBeVisible();
  await expect(bolat.getByText("You withheld it yourself. Another moderator confirms.")).toBeVisible();
  await expect(bolat.getByRole("button", { name: "Confirm: erase for good" })).toHaveCount(0);
  await bolat.setViewportSize({ width: 360, height: 740 });
  expect(await violationsOn(bolat)).toEqual([]);
  expect(await bolat.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await readUntil(request, `/en/records/${record}`, "[withheld]")).not.toContain(text);
  expect(await (await request.get(`/api/v1/records/${record}`)).text()).not.toContain(text);
  expect(await readUntil(request, log, "Texts of it were withheld.")).not.toContain(text);

  const dana = await openPage(browser, false);
  await signIn(dana, "dana-hides", "/en/moderate");
  await expect(dana.getByRole("navigation", { name: "Your pages" })).toContainText(/Taken down ?\(\d+ to confirm\)/);
  await dana.goto(forModerators);
  await expect(dana.getByRole("button", { name: "Confirm: erase for good" })).toBeVisible();
  await dana.getByText("What was taken out", { exact: true }).click();
  await press(dana, "Confirm: erase for good");
  await expect(dana.getByText("Nothing was erased.")).toBeVisible();
  await dana.goto(forModerators);
  await expect(dana.getByRole("checkbox", { name: "I have read what was taken out." })).not.toBeChecked();
  await dana.getByLabel("Why it may be public, for moderators only").fill("It names nobody.");
  await press(dana, "Make public again");
  await readUntil(request, `/en/records/${record}`, text);
  await readUntil(request, log, "What was withheld is public again as it was.");
});
