import { expect, type Page } from "@playwright/test";
import { codeAt } from "@/lib/server/totp";
import { submittedEntry } from "../integration/support/entries";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage } from "./support/journey";
import { test } from "./support/patient";
import {
  createPeople,
  letSecondStepAge,
  onSharedDatabase,
  passphrase,
  recoveryCodeOf,
  signIn,
  typePassphrase,
  withoutSecondFactor,
} from "./support/people";

const people = {
  "chingiz-writes": "contributor",
  "marat-begins": "moderator",
  "bolat-confirms": "moderator",
  "aigerim-confirms": "admin",
  "erlan-leaves": "contributor",
} as const;

test.describe.configure({ timeout: 180_000 });
test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();
const at = (page: Page) => new URL(page.url()).pathname;

test("without JavaScript a moderator is led to set-up, sees nothing before it, and signs in with a recovery code", async ({
  browser,
}) => {
  await withoutSecondFactor("marat-begins");
  const page = await openPage(browser, false);
  await page.goto("/en/sign-in?next=%2Fen%2Fmoderate");
  await typePassphrase(page, "marat-begins");
  expect(at(page)).toBe("/en/account/second-step");
  await page.goto("/en/moderate");
  expect(at(page)).toBe("/en/account/second-step");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const ownPassphrase = page.getByLabel("Your passphrase", { exact: true }).first();
  const secret = ((await page.getByText("Secret:").locator("span").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("The six digits that the app shows now").fill(codeAt(secret));
  await press(page, "Set up the app");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Type a passphrase.");
  await page.getByLabel("The six digits that the app shows now").fill("000000");
  await ownPassphrase.fill(passphrase);
  await press(page, "Set up the app");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This code is not right");
  await expect(page.getByText("Secret:").locator("span")).toHaveText(secret.replaceAll(/(.{4})(?=.)/g, "$1 "));
  await page.getByLabel("The six digits that the app shows now").fill(codeAt(secret));
  await ownPassphrase.fill(passphrase);
  await press(page, "Set up the app");
  const codes = await page
    .getByRole("list")
    .filter({ hasText: /[A-Z2-7]{4}-[A-Z2-7]{4}/ })
    .getByRole("listitem")
    .allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: "Go on" }).click();
  expect(at(page)).toBe("/en/moderate");

  await page.goto("/en/account");
  await press(page, "Sign out");
  await typePassphrase(page, "marat-begins");
  expect(at(page)).toBe("/en/sign-in/second-step");
  await page.goto("/en/moderate");
  expect(at(page)).toBe("/en/sign-in/second-step");
  await page.getByLabel("Code", { exact: true }).fill("AAAA-BBBB-CCCC-DDDD");
  await press(page, "Go on");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This code is not right");
  await expect(page.getByText("everything you typed is still here")).toHaveCount(0);
  await page.getByLabel("Code", { exact: true }).fill(codes[0]?.toLowerCase() ?? "");
  await press(page, "Go on");
  expect(at(page)).toBe("/en/moderate");
});

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  test(`an approval asks for the second step once more, keeps what was typed and goes on, ${how}`, async ({
    browser,
  }) => {
    const entryId = await onSharedDatabase(async (client) => {
      const author = await client.user.findFirstOrThrow({ where: { handle: "chingiz-writes" } });
      return submittedEntry(author.id, { number: javaScript ? "1 207" : "1 208" });
    });
    const page = await openPage(browser, javaScript);
    await signIn(page, "bolat-confirms", `/en/moderate/${entryId}`);
    await letSecondStepAge("bolat-confirms");
    const reason = page.getByLabel("Reason", { exact: true });
    await reason.fill("Both papers say so");
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("your second step once more");
    await expect(reason).toHaveValue("Both papers say so");
    if (javaScript) expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Code of the second step").fill(await recoveryCodeOf("bolat-confirms"));
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await page.waitForURL(/decided=/);
    const decisions = await onSharedDatabase((client) => client.decision.findMany({ where: { entryId } }));
    expect(decisions).toMatchObject([{ verb: "approve", reason: "Both papers say so" }]);
  });
}

test("the pages of the second step can be used by everybody", async ({ browser }) => {
  const page = await openPage(browser, true);
  await page.goto("/en/sign-in?next=%2Fen%2Faccount%2Fsecond-step");
  await typePassphrase(page, "aigerim-confirms");
  await page.waitForURL(/sign-in\/second-step/);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel("Code", { exact: true }).fill(await recoveryCodeOf("aigerim-confirms"));
  await press(page, "Go on");
  await page.waitForURL(/account\/second-step/);
  expect(await violationsOn(page)).toEqual([]);
});

test("a role that was chosen is still chosen when the second step is asked for", async ({ browser }) => {
  const page = await openPage(browser, true);
  await signIn(page, "aigerim-confirms", "/en/admin/invitations");
  await letSecondStepAge("aigerim-confirms");
  await page.getByLabel("Role").selectOption("auditor");
  await press(page, "Make a link");
  await expect(page.getByLabel("Role")).toHaveValue("auditor");
  await page.getByLabel("Code of the second step").fill(await recoveryCodeOf("aigerim-confirms"));
  await press(page, "Make a link");
  await expect(page.getByText("with the role: auditor")).toBeVisible();
  await test.step("a note that leads to a person is asked about", async () => {
    await page.getByLabel("Note", { exact: true }).fill("somebody@example.com");
    await press(page, "Make a link");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This seems to hold a telephone number");
    await page.getByLabel("I have read the note again").check();
    await press(page, "Make a link");
    await expect(page.getByText("with the role: contributor")).toBeVisible();
    await page.goto("/en/moderate/people");
    const unused = page.getByRole("table", { name: "Invitations nobody has come by" });
    await expect(unused).toContainText("somebody@example.com (This may lead to a person)");
    await expect(page.getByRole("listitem").filter({ hasText: "chingiz-writes" }).first()).toContainText("joined");
    expect(await violationsOn(page)).toEqual([]);
  });
});

test("suspending says what it does and asks why, and whoever is suspended reads what was written to them", async ({
  browser,
}) => {
  const admin = await openPage(browser, false);
  await signIn(admin, "aigerim-confirms", "/en/admin");
  const row = admin.getByRole("row").filter({ hasText: "erlan-leaves" });
  await row.getByText("Suspend", { exact: false }).first().click();
  await expect(row.getByText("They are signed out everywhere at once")).toBeVisible();
  await row.getByRole("button", { name: "Suspend erlan-leaves now" }).click();
  await expect(row.getByRole("alert")).toContainText("Say why.");
  await row.getByLabel("Why, for administrators").fill("Shared the passphrase");
  await row.getByLabel("What its owner is told").fill("Write to the union.");
  await row.getByRole("button", { name: "Suspend erlan-leaves now" }).click();
  await expect(row).toContainText("Shared the passphrase");
  const erlan = await openPage(browser, false);
  await erlan.goto("/en/sign-in");
  await erlan.getByLabel("Pseudonym").fill("erlan-leaves");
  await erlan.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await press(erlan, "Sign in");
  await expect(erlan.getByRole("main")).toContainText("This account is suspended");
  await expect(erlan.getByRole("main")).toContainText("Write to the union.");
  await expect(erlan.getByRole("main")).not.toContainText("Shared the passphrase");
});
