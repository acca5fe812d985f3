import { setTimeout as wait } from "node:timers/promises";
import { type APIRequestContext, test as base, type ConsoleMessage, type Page } from "@playwright/test";

type Answer = { status(): number; headers(): Record<string, string> };

const mostReturns = 15;

/** Whether an answer says that its page is being made and the browser comes back by itself. */
function isComing(answer: Answer | null): boolean {
  return answer?.status() === 503 && answer.headers().refresh !== undefined;
}

/** Has a program that asks for files come back when it is told to. */
function askPatiently(request: APIRequestContext): APIRequestContext {
  const askOnce = request.get.bind(request);
  request.get = async (...asked) => {
    let answer = await askOnce(...asked);
    for (let returns = 0; answer.status() === 503 && returns < mostReturns; returns += 1) {
      await wait(Number(answer.headers()["retry-after"] ?? 1) * 1000);
      answer = await askOnce(...asked);
    }
    return answer;
  };
  return request;
}

/** On a busy machine a page asked for first may be on its way for a while: goes there as a reader does who waits for it. */
export function withPatience(page: Page): Page {
  const goOnce = page.goto.bind(page);
  page.goto = async (...target) => {
    let response = await goOnce(...target);
    for (let returns = 0; isComing(response) && returns < mostReturns; returns += 1) response = await page.reload();
    return response;
  };
  askPatiently(page.request);
  return page;
}

/** Playwright's `test` whose readers and programs come back when they are told that a page is being made. */
export const test = base.extend({
  page: ({ page }, use) => use(withPatience(page)),
  request: ({ request }, use) => use(askPatiently(request)),
});

/** Whether a browser complains of something that is wrong: a page that is still being made (503) opens by itself. */
export function complains(message: ConsoleMessage): boolean {
  return message.type() === "error" && !message.text().includes("status of 503");
}
