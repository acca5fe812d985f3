import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./accessibility";
import { entriesOf, openOutbox, outboxPage, received } from "./outbox";

type Numbers = { handle: string; before: string; now: string };

/**
 * Keeps a change with this number of the entry received last, withdraws the entry, and puts the change back as an entry of
 * its own, by way of what its page says of it.
 */
export async function proposeAnewWhatEnded(page: Page, { handle, before, now: number }: Numbers): Promise<void> {
  const entryPage = await received(page).last().getByRole("link", { name: "Open the entry" }).getAttribute("href");
  await page.goto(entryPage ?? "");
  await page.getByLabel("The number", { exact: true }).fill(number);
  await page.getByRole("button", { name: "Keep in the outbox" }).click();
  await expect(page.getByText("Saved on this device, encrypted")).toBeVisible();
  await page.reload();
  await page.getByText("Withdraw", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByText("withdrawn by you,")).toBeVisible();
  await page.goto(outboxPage);
  await openOutbox(page);
  const refused = page.getByRole("listitem").filter({ has: page.getByText("Refused", { exact: true }) });
  await expect(refused).toContainText("The entry has moved on");
  const opening = page.context().waitForEvent("page");
  await refused.getByRole("link", { name: "Change it in its form" }).click();
  const form = await opening;
  const told = form.getByRole("alert").filter({ hasText: "The entry has ended since: withdrawn." });
  await told.getByText("What it says", { exact: true }).click();
  await expect(told).toContainText(number);
  await expect(told.getByText("Delete it unsent", { exact: true })).toBeVisible();
  expect(await violationsOn(form)).toEqual([]);
  await told.getByRole("link", { name: "Propose it anew with what you wrote" }).click();
  await expect(form.getByText("This lies in your outbox.")).toBeVisible();
  await expect(form.getByLabel("The number", { exact: true })).toHaveValue(number);
  await expect(form.getByText("The entry has moved on")).toHaveCount(0);
  await form.getByRole("button", { name: "Put it back into the outbox" }).click();
  await expect(form.getByText("Saved on this device, encrypted")).toBeVisible();
  await form.close();
  const stored = [
    { state: "withdrawn", version: 2, number: before },
    { state: "draft", version: 1, number },
  ];
  await expect.poll(() => entriesOf(handle)).toEqual(stored);
  await expect(refused).toHaveCount(0);
}
