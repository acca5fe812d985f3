import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { openClient, withClient } from "@/lib/server/db";
import { handleKey } from "@/lib/shared/handle";
import { typedFigure } from "../integration/support/entries";
import { violationsOn } from "./support/accessibility";
import { test, withPatience } from "./support/patient";
import { createPeople, databaseUrl, signIn } from "./support/people";

const people = {
  "chingiz-waits": "contributor",
  "erlan-waits": "contributor",
  "farida-waits": "contributor",
  "bolat-queues": "moderator",
  "dana-queues": "moderator",
} as const;

test.beforeAll(() => createPeople(people));

/** Entries that wait for moderators, as the form would have sent them. */
async function waiting(handle: keyof typeof people, numbers: string[]): Promise<string[]> {
  const client = openClient(databaseUrl(), 1);
  try {
    const { id } = await client.user.findUniqueOrThrow({ where: { handleKey: handleKey(handle) } });
    const ids: string[] = [];
    for (const number of numbers) {
      const payload = typedFigure({ number });
      const sent = await withClient(client, () =>
        saveDraft(id, { submissionKey: randomUUID(), payload, submit: true }),
      );
      if ("entry" in sent) ids.push(sent.entry.id);
    }
    return ids;
  } finally {
    await client.$disconnect();
  }
}

async function openAs(
  browser: Browser,
  handle: keyof typeof people,
  at: { next: string; javaScript: boolean },
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: at.javaScript });
  const page = withPatience(await context.newPage());
  await signIn(page, handle, at.next);
  return page;
}

const bar = (page: Page) => page.getByRole("navigation", { name: "Your pages" });

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";

  test(`two moderators see who is at what, and a question is answered without sending anything back, ${how}`, async ({
    browser,
  }) => {
    const [entry] = await waiting("chingiz-waits", [javaScript ? "1281" : "1282"]);
    const own = `/en/contribute/${entry}`;
    const next = `/en/moderate/${entry}`;
    const bolat = await openAs(browser, "bolat-queues", { next, javaScript });
    await bolat.getByRole("button", { name: "I am at it" }).click();
    await expect(bolat.getByText(/You are at this entry since/)).toBeVisible();
    const dana = await openAs(browser, "dana-queues", { next, javaScript });
    await expect(dana.getByText(/bolat-queues is at this entry since/)).toBeVisible();
    await expect(dana.getByRole("button", { name: "I am at it" })).toHaveCount(0);
    await dana.goto("/en/moderate?author=chingiz-waits");
    await expect(dana.getByRole("row").filter({ hasText: "bolat-queues is at it" })).toHaveCount(1);

    await bolat.getByLabel("Message", { exact: true }).fill("Which mine is it?");
    await bolat.getByRole("button", { name: "Send the message" }).click();
    await expect(bolat.getByText("Sent.", { exact: true })).toBeVisible();
    await bolat.getByRole("button", { name: "I let go of it" }).click();
    await expect(bolat.getByText("Nobody says they are at this entry.")).toBeVisible();

    const chingiz = await openAs(browser, "chingiz-waits", { next: "/en/contribute", javaScript });
    await expect(bar(chingiz)).toContainText("(1 new)");
    await chingiz.goto(own);
    await expect(chingiz.getByText("Which mine is it?")).toBeVisible();
    await expect(chingiz.getByText(/bolat-queues, moderator/)).toBeVisible();
    await expect(bar(chingiz)).not.toContainText("new");
    await chingiz.getByLabel("Message", { exact: true }).fill("The eastern one.");
    await chingiz.getByRole("button", { name: "Send the message" }).click();
    await expect(chingiz.getByText("Sent.", { exact: true })).toBeVisible();

    await bolat.goto("/en/moderate");
    await expect(bar(bolat)).toContainText("1 answer");
    await expect(bolat.getByRole("heading", { name: "Answers to you" })).toBeVisible();
    await bolat.goto(next);
    await expect(bolat.getByText("The eastern one.")).toBeVisible();
    await expect(bar(bolat)).not.toContainText("answer");
  });

  test(`many are decided with one reason, after each was shown and none but those, ${how}`, async ({ browser }) => {
    const number = javaScript ? 1290 : 1295;
    const author = javaScript ? "erlan-waits" : "farida-waits";
    const sent = await waiting(author, [number - 1, number, number + 1, number + 2].map(String));
    const next = `/en/moderate?author=${author}`;
    const dana = await openAs(browser, "dana-queues", { next, javaScript });
    await expect(dana.getByText("4 entries match.")).toBeVisible();
    await test.step("from one to the next within the selection, also after a decision, and back to it", async () => {
      const within = (id: string | undefined) => `/en/moderate/${id}?author=${author}`;
      const [first, second, third, last] = sent;
      await dana.locator(`a[href="${within(first)}"]`).click();
      await dana.getByRole("link", { name: "Next entry in the queue" }).click();
      await expect(dana).toHaveURL(within(second));
      await dana.getByLabel("Reason", { exact: true }).fill("Told of by the same leaflet.");
      await dana.getByRole("button", { name: "Reject", exact: true }).click();
      await expect(dana).toHaveURL(`/en/moderate/${third}?decided=${second}&author=${author}`);
      await expect(dana.getByRole("link", { name: "Previous entry" })).toHaveAttribute("href", within(first));
      await dana.getByRole("link", { name: "Next entry in the queue" }).click();
      await expect(dana).toHaveURL(within(last));
      await expect(dana.getByRole("link", { name: "Next entry in the queue" })).toHaveAttribute("href", within(first));
      await dana.getByRole("link", { name: "To the queue" }).click();
      await expect(dana).toHaveURL(next);
    });
    await expect(dana.getByText("3 entries match.")).toBeVisible();
    await expect(dana.getByRole("row").filter({ hasText: "that wait may say the same" })).toHaveCount(3);
    await dana.getByText("Decide about all 3 entries that match").click();
    const box = await dana.getByLabel("Also those that another moderator is at").boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await dana.getByLabel("Decision", { exact: true }).selectOption("reject");
    await dana.getByRole("button", { name: "Show what would change" }).click();
    await expect(dana.getByRole("alert").filter({ hasText: "Nothing was prepared yet" })).toContainText(
      "Give a reason",
    );
    await expect(dana.getByLabel("Decision", { exact: true })).toHaveValue("reject");
    await dana.getByLabel("Reason", { exact: true }).fill("One leaflet, copied three times.");
    await dana.getByRole("button", { name: "Show what would change" }).click();
    await expect(dana.getByText("Nothing has been decided yet.")).toBeVisible();
    await expect(dana.getByRole("heading", { level: 1 })).toHaveText("Reject 3 entries");
    await expect(dana.getByText("3 entries become: rejected")).toBeVisible();
    await expect(dana.getByRole("row").filter({ hasText: "no public record changes" })).toHaveCount(3);
    await dana.getByRole("button", { name: "Decide about 3 entries now" }).click();
    await expect(dana.getByText("3 entries became: rejected")).toBeVisible();
    await expect(dana.getByText("Finished. 3 decided")).toBeVisible();
    await test.step("other moderators read who decided, and what came of it", async () => {
      const bolat = await openAs(browser, "bolat-queues", { next: new URL(dana.url()).pathname, javaScript });
      await expect(bolat.getByText("Prepared by dana-queues.")).toBeVisible();
      await expect(bolat.getByText("3 entries became: rejected")).toBeVisible();
      await bolat.goto(`/en/moderate?state=rejected&author=${author}`);
      await bolat.getByText("Decide about all 4 entries that match").click();
      await bolat.getByLabel("Decision", { exact: true }).selectOption("reopen");
      await bolat.getByLabel("A ready reason").selectOption("Decided by mistake");
      await bolat.getByRole("button", { name: "Show what would change" }).click();
      await expect(bolat.getByText("The decision was a mistake; it is looked at again.")).toBeVisible();
    });
    const contributor = await openAs(browser, author, { next: "/en/contribute", javaScript });
    await expect(contributor.getByRole("row").filter({ hasText: "One leaflet, copied three times." })).toHaveCount(3);
    if (!javaScript) return;
    await test.step("and everybody can use these pages, on a narrow screen and in every language", async () => {
      const bulk = new URL(dana.url()).pathname.replace("/en", "");
      await dana.setViewportSize({ width: 360, height: 740 });
      for (const locale of ["en", "kk", "ru", "tr"]) {
        for (const path of ["/moderate?state=rejected&author=erlan-waits", bulk]) {
          await dana.goto(`/${locale}${path}`);
          if (locale === "en") expect(await violationsOn(dana), path).toEqual([]);
          const overflow = await dana.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect([path, overflow]).toEqual([path, 0]);
          expect(await dana.getByRole("main").textContent()).not.toMatch(/queue\.|entries\.|\{\w+\}/);
        }
      }
    });
  });
}
