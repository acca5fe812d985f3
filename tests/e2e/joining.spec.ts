import { type Browser, expect, type Page } from "@playwright/test";
import { submittedEntry } from "../integration/support/entries";
import { consoleErrors, openPage } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, onSharedDatabase, passphrase, signIn } from "./support/people";

const inviter = "bolat-invites";
const author = "chingiz-names";
const second = "dana-reads";

test.beforeAll(() => createPeople({ [inviter]: "moderator", [second]: "moderator", [author]: "contributor" }));
test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();

async function signInWith(browser: Browser, handle: string, words: string): Promise<Page> {
  const page = await openPage(browser, false);
  await page.goto("/en/sign-in?next=%2Fen%2Faccount");
  await page.getByLabel("Pseudonym").fill(handle);
  await page.getByLabel("Passphrase", { exact: true }).fill(words);
  await press(page, "Sign in");
  return page;
}

test("somebody is invited, joins, ends sessions, changes the passphrase and leaves without a script", async ({
  browser,
}) => {
  const [handle, other] = ["quiet heron", "six other words for nobody at all"];
  const moderator = await openPage(browser, true);
  await signIn(moderator, inviter, "/en/account/invitations");
  await moderator.getByLabel("Note", { exact: true }).fill("met at the meeting in May");
  await press(moderator, "Make a link");
  const link = (await moderator.locator("output").textContent()) ?? "";
  expect(link).toMatch(/\/join\//);

  const newcomer = await openPage(browser, false);
  await newcomer.goto(link);
  await newcomer.getByLabel("Pseudonym").fill(inviter);
  await newcomer.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await press(newcomer, "Make the account");
  await expect(newcomer.getByRole("main").getByRole("alert").first()).toContainText("Somebody has this pseudonym");
  await newcomer.getByLabel("Pseudonym").fill(handle);
  await newcomer.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await press(newcomer, "Make the account");
  await expect(newcomer.getByText("Your account is ready, and you are signed in.")).toBeVisible();

  await test.step("the link worked once, and moderators see who came by it", async () => {
    const late = await openPage(browser, false);
    await late.goto(link);
    await expect(late.getByRole("main")).toContainText("it was used, withdrawn or has expired");
    await moderator.goto("/en/moderate/people");
    const branch = moderator.getByRole("listitem").filter({ hasText: inviter }).filter({ hasText: handle });
    await expect(branch.first()).toContainText("met at the meeting in May");
  });

  await test.step("one session ends by itself alone, the passphrase ends all others", async () => {
    const [phone, library] = [
      await signInWith(browser, handle, passphrase),
      await signInWith(browser, handle, passphrase),
    ];
    await newcomer.goto("/en/account");
    const sessions = newcomer.getByRole("table", { name: "Where you are signed in" });
    await expect(sessions.getByRole("button", { name: "End" })).toHaveCount(2);
    await sessions.getByRole("button", { name: "End" }).first().click();
    await expect(sessions.getByRole("button", { name: "End" })).toHaveCount(1);
    const isIn = async (page: Page) => {
      await page.goto("/en/account");
      return new URL(page.url()).pathname === "/en/account";
    };
    expect([await isIn(phone), await isIn(library)].toSorted()).toEqual([false, true]);
    await newcomer.getByLabel("Current passphrase").fill("not the passphrase of anybody");
    await newcomer.getByLabel("New passphrase").fill(other);
    await press(newcomer, "Change the passphrase");
    await expect(newcomer.getByRole("main").getByRole("alert").first()).toContainText(
      "This is not the current passphrase",
    );
    await newcomer.getByLabel("Current passphrase").fill(passphrase);
    await newcomer.getByLabel("New passphrase").fill(other);
    await press(newcomer, "Change the passphrase");
    await expect(newcomer.getByText("The passphrase is changed. Other browsers are signed out.")).toBeVisible();
    expect([await isIn(phone), await isIn(library), await isIn(newcomer)]).toEqual([false, false, true]);
  });

  await test.step("the account goes for good, and its place in the tree names nobody", async () => {
    await newcomer.getByLabel("Your passphrase, to be sure").fill(other);
    await press(newcomer, "Delete the account for good");
    await expect(newcomer.getByText("The account is deleted.")).toBeVisible();
    const again = await signInWith(browser, handle, other);
    await expect(again.getByRole("main").getByRole("alert").first()).toContainText("do not belong together");
    await moderator.goto("/en/moderate/people");
    await expect(moderator.getByRole("main")).not.toContainText(handle);
    const branch = moderator.getByRole("listitem").filter({ hasText: inviter }).filter({ hasText: "deleted account" });
    await expect(branch.first()).toBeVisible();
  });
});

test("a telephone number in a text stops its publication until a moderator has read it", async ({ browser }) => {
  const note = "The union office answers at +7 701 123 45 67.";
  const entryId = await onSharedDatabase(async (client) => {
    const { id } = await client.user.findFirstOrThrow({ where: { handle: author } });
    return submittedEntry(id, { number: "1 411", note });
  });
  const moderator = await openPage(browser, false);
  await signIn(moderator, second, `/en/moderate/${entryId}`);
  const box = moderator.getByRole("group", { name: "This may lead to a person" });
  await expect(box).toContainText("Phone number: +7 701 123 45 67");
  await moderator.getByLabel("Reason", { exact: true }).fill("It is the number of an office");
  await press(moderator, "Approve");
  await expect(moderator.getByRole("main").getByRole("alert").first()).toBeVisible();
  const decided = () => onSharedDatabase((client) => client.decision.count({ where: { entryId } }));
  expect(await decided()).toBe(0);
  await expect(moderator.getByLabel("Reason", { exact: true })).toHaveValue("It is the number of an office");
  const tick = box.getByLabel("I have read it.", { exact: false });
  await tick.check();
  await moderator.getByLabel("Reason", { exact: true }).fill("Asked at dina@example.kz");
  await press(moderator, "Approve");
  // The tick said nothing of what was not above it yet.
  await expect(box).toContainText("E-mail address: dina@example.kz");
  await expect(tick).not.toBeChecked();
  expect(await decided()).toBe(0);
  await tick.check();
  await press(moderator, "Approve");
  await expect(moderator.getByRole("status").first()).toContainText("The entry you decided is now: published");
  expect(await decided()).toBe(1);
});
