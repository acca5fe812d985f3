import { type CDPSession, expect, type Page } from "@playwright/test";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, letSecondStepAge, onSharedDatabase, signIn, typePassphrase } from "./support/people";

const people = { "saule-with-a-key": "admin", "serik-without": "contributor" } as const;

test.describe.configure({ timeout: 180_000 });
test.beforeAll(() => createPeople(people));
test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const signOut = async (page: Page) => {
  await page.goto("/en/account");
  await press(page, "Sign out");
  await page.waitForURL(/sign-in\?out=1/);
};

/** A phone that knows its owner, plugged into the browser of this page. */
async function plugIn(page: Page): Promise<CDPSession> {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return device;
}

test("a passkey is added, signs in, takes the second step twice, and opens nothing once it is removed", async ({
  browser,
}) => {
  const page = await openPage(browser, true);
  const refused: string[] = [];
  page.on("console", (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
  await plugIn(page);
  await signIn(page, "saule-with-a-key", "/en/account/second-step");
  await page.getByLabel("Name of the passkey", { exact: true }).fill("Saule-with-a-key phone");
  await press(page, "Add a passkey");
  await expect(main(page).getByRole("alert")).toContainText("Please look again");
  await page.getByLabel("Name of the passkey", { exact: true }).fill("grey phone");
  await press(page, "Add a passkey");
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await expect(page.getByLabel("Name of the passkey grey phone")).toHaveValue("grey phone");
  expect(await violationsOn(page)).toEqual([]);

  await signOut(page);
  await typePassphrase(page, "saule-with-a-key");
  await page.waitForURL(/sign-in\/second-step/);
  await press(page, "Use a passkey");
  await page.waitForURL(/\/en\/account$/);

  await signOut(page);
  await page.goto("/en/sign-in?next=%2Fen%2Fadmin%2Finvitations");
  expect(await violationsOn(page)).toEqual([]);
  await press(page, "Use a passkey");
  await page.waitForURL(/\/en\/admin\/invitations$/);

  await letSecondStepAge("saule-with-a-key");
  await page.getByLabel("Role").selectOption("auditor");
  await press(page, "Make a link");
  await expect(main(page).getByRole("alert")).toContainText("your second step once more");
  expect(await violationsOn(page)).toEqual([]);
  await press(page, "Use a passkey");
  await expect(page.getByText("with the role: auditor")).toBeVisible();

  await page.goto("/en/account/second-step");
  await main(page)
    .getByRole("button", { name: /^Remove.*grey phone/ })
    .click();
  await expect(page.getByText("There is none yet.")).toBeVisible();
  await signOut(page);
  await press(page, "Use a passkey");
  await expect(main(page).getByRole("alert")).toContainText("opens no account here");
  expect(refused).toEqual([]);
  const { lines, kept } = await onSharedDatabase(async (client) => ({
    lines: await client.auditEvent.findMany({ where: { verb: { contains: "passkey" } }, select: { verb: true } }),
    kept: await client.passkey.count(),
  }));
  expect(lines.map(({ verb }) => verb)).toEqual(["account.add_passkey", "account.remove_passkey"]);
  expect(kept).toBe(0);
});

test("without JavaScript the pages say what a passkey needs and what works instead", async ({ browser }) => {
  const page = await openPage(browser, false);
  await page.goto("/en/sign-in");
  await expect(page.getByText("A passkey needs JavaScript")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
  await signIn(page, "serik-without", "/en/account/second-step");
  await expect(page.getByText("A passkey needs JavaScript")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toHaveCount(0);
});
