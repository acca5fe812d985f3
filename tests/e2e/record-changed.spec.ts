import { expect } from "@playwright/test";
import { publishedCorrection, submittedCorrection, typedCorrection } from "../integration/support/corrections";
import { openPage, readUntil, sendToModerators } from "./support/journey";
import { openOutbox, outboxPage, received, withOutbox } from "./support/outbox";
import { test } from "./support/patient";
import { createPeople, onSharedDatabase, signIn } from "./support/people";

/** A record that no other journey reads. */
const record = "KZ22-E38";
const people = {
  "chingiz-behind": "contributor",
  "erlan-before": "contributor",
  "bolat-behind": "moderator",
  "dana-behind": "moderator",
} as const;

test.beforeAll(() => createPeople(people));

const idsOf = () =>
  onSharedDatabase(async (client) => {
    const rows = await client.user.findMany({ where: { handle: { in: Object.keys(people) } } });
    const idOf = (handle: keyof typeof people) => rows.find((row) => row.handle === handle)?.id ?? "";
    return { author: idOf("erlan-before"), first: idOf("bolat-behind"), second: idOf("dana-behind") };
  });

test("a record that changed while there was no line: nothing is overwritten, and both sides see what happened", async ({
  browser,
  request,
}) => {
  const ids = await idsOf();
  const waiting = await onSharedDatabase(() =>
    submittedCorrection(ids.author, typedCorrection(record, { "text.tr": "Önce yazıldı." })),
  );
  const page = await withOutbox(browser, "chingiz-behind", 360);
  await page.goto(`/en/contribute/new?kind=correction&record=${record}`);
  await page.locator("summary", { hasText: /^Text/ }).click();
  await page.locator('[name="changes.text.en"]').fill("Typed without a line.");
  await page.getByLabel("Public reason").fill("The article was read wrongly.");
  await page.getByLabel("What the correction rests on").selectOption("cited");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Keep in the outbox" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved on this device, encrypted" })).toBeVisible();
  const inForce = "Это было исправлено раньше.";
  await onSharedDatabase(() => publishedCorrection(ids, typedCorrection(record, { "text.ru": inForce })));
  await readUntil(request, `/ru/records/${record}`, inForce);
  await page.goto(outboxPage);
  await openOutbox(page);
  await page.context().setOffline(false);
  await expect(received(page)).toContainText("kept as a draft among your entries");
  await received(page).getByRole("link", { name: "Open the entry" }).click();
  await expect(page.getByText("The record has changed since this was written.")).toBeVisible();
  await expect(page.getByText("Changed in the record since: Text (Русский).")).toBeVisible();
  await expect(page.locator('[name="changes.text.en"]')).toHaveValue("Typed without a line.");
  await expect(page.locator('[name="changes.text.ru"]')).toHaveValue(inForce);
  await sendToModerators(page);
  await expect(page.getByRole("status").first()).toContainText("Sent.");
  const sent = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  const moderator = await openPage(browser, false);
  await signIn(moderator, "bolat-behind", `/en/moderate/${waiting}`);
  await expect(moderator.getByRole("main")).toContainText("made for revision 1, and revision 2 is in force");
  await expect(moderator.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  await moderator.goto(`/en/moderate/${sent}`);
  await expect(moderator.getByRole("main")).toContainText("Typed without a line.");
  await expect(moderator.getByRole("main")).not.toContainText("It cannot be approved");
  await expect(moderator.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
});
