import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { complains, withPatience } from "./patient";

/** What browsers opened by `openPage` complained of; a file of journeys empties it after each. */
export const consoleErrors: string[] = [];

/** A browser of one person, patient with pages that are being made. */
export async function openPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = withPatience(await (await browser.newContext({ javaScriptEnabled })).newPage());
  page.on("console", (message) => {
    if (complains(message)) consoleErrors.push(message.text());
  });
  return page;
}

/** A busy machine sends the page before for a while: what readers get is asked for until it is the new one. */
export async function readUntil(request: APIRequestContext, path: string, part: string): Promise<string> {
  let text = "";
  await expect(async () => {
    text = await (await request.get(path)).text();
    expect(text.includes(part), `${path} has: ${part}`).toBe(true);
  }).toPass({ timeout: 30_000, intervals: [300] });
  return text;
}

export const sendToModerators = (page: Page) =>
  page.getByRole("button", { name: "Send to the moderators" }).first().click();
