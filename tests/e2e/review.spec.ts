import { expect, type Page } from "@playwright/test";
import { editEntry } from "@/lib/features/entries/mutations/edit-entry";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { submittedEntry, typedFigure } from "../integration/support/entries";
import { violationsOn } from "./support/accessibility";
import { consoleErrors, openPage, readUntil } from "./support/journey";
import { test } from "./support/patient";
import { createPeople, onSharedDatabase, signIn } from "./support/people";

const people = {
  "chingiz-reviewed": "contributor",
  "bolat-reviews": "moderator",
  "dana-reviews": "moderator",
} as const;

test.beforeAll(() => createPeople(people));

test.afterEach(() => expect(consoleErrors.splice(0)).toEqual([]));

/** An entry that waits, as the form would have sent it. */
function waiting(number: string): Promise<string> {
  return onSharedDatabase(async (client) => submittedEntry(await authorIn(client), { number }));
}

/** Its author sends it again with another number. */
function changed(entryId: string, number: string) {
  return onSharedDatabase(async (client) =>
    editEntry(await authorIn(client), { entryId, seenVersion: 1, payload: typedFigure({ number }), submit: true }),
  );
}

async function authorIn(client: PrismaClient): Promise<string> {
  return (await client.user.findFirstOrThrow({ where: { handle: "chingiz-reviewed" } })).id;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const outcome = (page: Page) => page.getByRole("status").filter({ hasText: "The entry you decided is now" });

test("one moderator prefers a claim, another sees and confirms it, and the public page tells why", async ({
  browser,
  request,
}) => {
  const entryId = await waiting("1 300");
  const entry = `/en/moderate/${entryId}`;
  const bolat = await openPage(browser, true);
  await signIn(bolat, "bolat-reviews", entry);
  await test.step("the decision stands beside the claim and stays in sight", async () => {
    await expect(bolat.getByRole("heading", { name: "Decide" })).toBeInViewport();
    await bolat.getByRole("heading", { name: "Decisions", exact: true }).scrollIntoViewIfNeeded();
    await expect(bolat.getByRole("button", { name: "Approve", exact: true })).toBeInViewport();
  });
  await changed(entryId, "1 301");
  await bolat.reload();
  const since = bolat.getByRole("region", { name: "Changed since you last looked" });
  await expect(since).toContainText("before: 1 300");
  await expect(since).toContainText("now: 1 301");
  await expect(bolat.getByText("Readers then read: “")).toHaveCount(4);
  await expect(bolat.getByRole("heading", { name: "If it is accepted" })).toBeVisible();
  await bolat.getByLabel(/^Prefer:/).check();
  await expect(bolat.getByRole("heading", { name: "If it is preferred" })).toBeVisible();
  await expect(bolat.getByRole("heading", { name: "If it is accepted" })).toBeHidden();
  await press(bolat, "Approve");
  await expect(bolat.getByText("This standing needs a reason")).toBeVisible();
  await expect(bolat.getByLabel(/^Prefer:/)).toBeChecked();
  await bolat.getByLabel("A ready reason").selectOption("It was counted");
  await press(bolat, "Put it into the box");
  const reason = bolat.getByLabel("Reason", { exact: true });
  await expect(reason).toHaveValue(/^This source counted/);
  await reason.press("End");
  await reason.pressSequentially(" Shaft by shaft.");
  expect(await violationsOn(bolat)).toEqual([]);
  await press(bolat, "Approve");
  await expect(outcome(bolat)).toContainText("approved once");

  const dana = await openPage(browser, true);
  await signIn(dana, "dana-reviews", entry);
  await expect(dana.getByText("bolat-reviews approved it as preferred.")).toBeVisible();
  await expect(dana.getByLabel(/^Prefer:/)).toBeChecked();
  await press(dana, "Approve");
  await expect(outcome(dana)).toContainText("published");
  const id = /KZ22-F\d+/.exec((await outcome(dana).textContent()) ?? "")?.[0] ?? "";
  const page = await readUntil(request, `/en/records/${id}`, "Shaft by shaft.");
  expect(page).toContain("Preferred");
  await test.step("the log says it in words, by name, and leads there", async () => {
    await dana.goto(`/en/moderate/log?on=${entryId}`);
    const lines = dana.getByRole("row").filter({ hasText: "approved" });
    await expect(lines).toHaveCount(2);
    await expect(lines.filter({ hasText: "bolat-reviews" })).toHaveCount(1);
    const name = "entry: Miners of Kazakhmys: 1,301";
    await expect(lines.first().getByRole("link", { name, exact: true })).toHaveAttribute("href", entry);
    await expect(dana.getByRole("table")).not.toContainText(entryId);
    await dana.getByText("Narrow the log").focus();
    await dana.getByLabel("What was done").selectOption("approved");
    await press(dana, "Show");
    await expect(dana).toHaveURL(/what=entry.approve/);
  });
  expect(page).not.toMatch(/bolat-reviews|dana-reviews|chingiz-reviewed/);
});

test("a moderator goes through the queue and decides with keys alone", async ({ browser }) => {
  const [rejected, asked] = [await waiting("1 302"), await waiting("1 303")];
  // There is always one more to go to, whatever other journeys have sent.
  await waiting("1 305");
  const page = await openPage(browser, true);
  await signIn(page, "bolat-reviews", `/en/moderate/${rejected}`);
  const { keyboard } = page;
  await test.step("another number of the same, from the same source, is seen to wait too", async () => {
    const other = page.getByRole("listitem").filter({ hasText: /that waits? may say the same/ });
    await expect(other.locator(`a[href$="${asked}"]`)).toHaveText("by chingiz-reviewed, another number");
  });
  await keyboard.press("r");
  await expect(page.getByText("Chosen: Reject.")).toHaveCount(0);
  await page.getByText("Keyboard", { exact: true }).focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await expect(page.getByLabel("Use these keys until this tab is closed")).toBeChecked();
  await keyboard.press("r");
  await expect(page.getByText("Chosen: Reject.")).toBeVisible();
  await keyboard.type("Another quarry, as a reporter says.");
  await expect(page.getByText("Chosen: Reject.")).toBeVisible();
  await keyboard.press("Control+Enter");
  await page.waitForURL(new RegExp(`decided=${rejected}`));
  await expect(outcome(page)).toContainText("rejected");
  await test.step("what became of it is no answer to a decision that was refused", async () => {
    await press(page, "Reject");
    await expect(page.getByText("Nothing was decided: the reason is missing.")).toBeVisible();
    await expect(outcome(page)).toHaveCount(0);
  });

  await page.goto(`/en/moderate/${asked}`);
  await keyboard.press("j");
  await page.waitForURL((url) => !url.pathname.endsWith(asked));
  await page.goto(`/en/moderate/${asked}`);
  await keyboard.press("q");
  await expect(page.getByLabel("Reason", { exact: true })).toBeFocused();
  await keyboard.press("Escape");
  await keyboard.press("e");
  await keyboard.type("Which shift?");
  await keyboard.press("Control+Enter");
  await page.waitForURL(new RegExp(`decided=${asked}`));
  await expect(outcome(page)).toContainText("asked for changes");
});

test("without scripts a choice shows what it does and a ready reason is sent as it stands", async ({
  browser,
  request,
}) => {
  const entry = `/en/moderate/${await waiting("1 304")}`;
  const dana = await openPage(browser, false);
  await signIn(dana, "dana-reviews", entry);
  await expect(dana.getByText("Keyboard", { exact: true })).toHaveCount(0);
  await dana.getByLabel(/^Dispute:/).check();
  await expect(dana.getByRole("heading", { name: "If it is marked as disputed" })).toBeVisible();
  await expect(dana.getByRole("heading", { name: "If it is accepted" })).toBeHidden();
  await press(dana, "Approve");
  await expect(dana.getByText("This standing needs a reason")).toBeVisible();
  await expect(dana.getByLabel(/^Dispute:/)).toBeChecked();
  await dana.getByLabel("Language of the reason").selectOption("ru");
  await dana.getByLabel("A ready reason").selectOption("The claimant has an interest");
  await press(dana, "Approve");
  await expect(outcome(dana)).toContainText("published");
  const id = /KZ22-F\d+/.exec((await outcome(dana).textContent()) ?? "")?.[0] ?? "";
  const page = await readUntil(request, `/en/records/${id}`, "заинтересован в этом числе");
  expect(page).toContain('lang="ru"');
});
