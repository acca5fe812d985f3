import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Role } from "@/lib/domain/can";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { openClient } from "@/lib/server/db";
import { hashPassphrase } from "@/lib/server/passphrase";
import { tokenHash } from "@/lib/server/secrets";
import { handleKey } from "@/lib/shared/handle";
import { createSecondFactors } from "@/prisma/seed/factories";
import { browserLaunch } from "../support/browser";
import { eventually, onOwnDatabase } from "./support/on-own-database";

const running = onOwnDatabase({ LOG_LEVEL: "error" });
const passphrase = "seven plain words for nobody but tests";
const recoveryCode = "ABCDEFGHIJKLMNOP";
const figureForm = "/en/contribute/new?kind=figure&workforce=KZ22-W11";
const people = { "chingiz-waits": "contributor", "aigerim-waits": "admin" } as const;

let browser: Browser;
let client: PrismaClient;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch(browserLaunch());
  client = openClient(running.cluster.url, 2);
  const passphraseHash = await hashPassphrase(passphrase);
  const made = await client.user.createManyAndReturn({
    data: Object.entries(people).map(([handle, role]: [string, Exclude<Role, "reader">]) => ({
      ...{ handle, role, passphraseHash, handleKey: handleKey(handle) },
    })),
  });
  const owner = made.find(({ handle }) => handle === "aigerim-waits");
  const userId = owner?.id ?? "";
  await createSecondFactors(client, [userId]);
  await client.recoveryCode.create({ data: { userId, codeHash: tokenHash(recoveryCode) } });
});
afterAll(async () => {
  await browser?.close();
  await client?.$disconnect();
});
beforeEach(async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: running.server.url });
  page = await context.newPage();
});
afterEach(async () => {
  await page.context().close();
  await databaseBack();
});

async function signIn(handle: keyof typeof people, next: string): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Pseudonym").fill(handle);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await press("Sign in");
  if (page.url().includes("/sign-in/second-step")) {
    await page.getByLabel("Code", { exact: true }).fill(recoveryCode);
    await press("Go on");
  }
  expect(page.url()).toBe(running.server.url + next);
}

/** Presses a button of the page and returns the status of what comes, and when to try again. */
async function press(name: string): Promise<{ status: number; retryAfter: string | undefined }> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name, exact: true }).last().click();
  const response = await answer;
  await page.waitForLoadState();
  return { status: response.status(), retryAfter: response.headers()["retry-after"] };
}

async function databaseBack(): Promise<void> {
  await running.cluster.start();
  const ready = async () => (await fetch(`${running.server.url}/api/health/ready`)).status === 200;
  await eventually("the server is ready again", 30_000, ready);
}

/** Everything the button would send. */
async function keptFields(): Promise<Record<string, string>> {
  const inputs = await page.locator("form input[type=hidden]").all();
  const fields = inputs.map(async (input) => [await input.getAttribute("name"), await input.inputValue()] as const);
  return Object.fromEntries(await Promise.all(fields));
}

const main = () => page.getByRole("main").textContent();
const unavailable = { status: 503, retryAfter: "10" };

test("a figure sent without script while the database is away is kept, shown, and sent again as it was", async () => {
  await signIn("chingiz-waits", figureForm);
  const quote = 'Шахтеры «не вышли» & "стоят"\n<b>12 321</b> человек';
  await page.getByLabel("Action", { exact: true }).selectOption("KZ22-A18");
  await page.getByLabel("Date", { exact: true }).fill("2022-01-05");
  await page.getByLabel("a number", { exact: true }).check();
  await page.getByLabel("The number", { exact: true }).fill("12 321");
  await page.getByLabel("Who claims it", { exact: true }).selectOption("union");
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Recorded source").fill("KZ22-S4");
  await source.getByLabel("What it says, quoted").fill(quote);
  await source.getByLabel("Language", { exact: true }).selectOption("ru");
  const submissionKey = await page.locator("input[name=submissionKey]").inputValue();

  await running.cluster.halt();
  expect(await press("Send to the moderators")).toEqual(unavailable);
  const shown = await main();
  expect(shown).toContain("Turnout cannot reach its database just now. Nothing was saved.");
  for (const typed of ["12 321", quote, "2022-01-05", "KZ22-A18", "Русский", "union"]) expect(shown).toContain(typed);
  expect(shown).not.toMatch(new RegExp(`${submissionKey}|\\$ACTION|submissionKey|\\{\\w+\\}`));

  expect(await press("Send again")).toEqual(unavailable);
  expect(await main()).toBe(shown);
  expect(page.url()).toBe(running.server.url + figureForm);
  const kept = await keptFields();

  await databaseBack();
  expect((await press("Send again")).status).toBe(303);
  expect(await main()).toContain("Sent. The moderators can see it now.");
  const entries = await client.entry.findMany({ include: { author: true } });
  expect(entries).toMatchObject([
    {
      ...{ submissionKey, state: "submitted", author: { handle: "chingiz-waits" } },
      payload: { number: "12 321", date: "2022-01-05", claimant: "union", sources: [{ existing: "KZ22-S4", quote }] },
    },
  ]);

  const again = await page.request.post(figureForm, { multipart: kept, headers: { origin: running.server.url } });
  expect([again.status(), new URL(again.url()).pathname]).toEqual([200, new URL(page.url()).pathname]);
  expect(await client.entry.count()).toBe(1);
});

test("a form of choices alone says what was chosen, and is done once when it is sent again", async () => {
  await signIn("aigerim-waits", "/en/account/invitations");
  await running.cluster.halt();
  expect(await press("Make a link")).toEqual(unavailable);
  expect(await main()).toMatch(/Role\s*contributor/);
  await databaseBack();
  expect((await press("Send again")).status).toBe(200);
  expect(await main()).toContain("It is shown only now");
  expect(await client.invitation.count({ where: { createdBy: { handle: "aigerim-waits" } } })).toBe(1);
});

test("a passphrase is in no page: the way back is said instead", async () => {
  await signIn("chingiz-waits", "/en/account");
  await page.getByLabel("Current passphrase").fill(passphrase);
  await page.getByLabel("New passphrase").fill("velvet otter carries nine lanterns");
  await running.cluster.halt();
  expect(await press("Change the passphrase")).toEqual(unavailable);
  expect(await main()).toContain("A passphrase is never written into a page");
  expect(await page.content()).not.toMatch(/seven plain words|velvet otter/);
  expect(await page.getByRole("button").count()).toBe(0);
});

test("the page about an unsent form leads to the first page when there is none", async () => {
  await page.goto("/kk/unsent");
  expect(page.url()).toBe(`${running.server.url}/kk`);
});

test("the log says in single lines what failed, and nothing of what was typed", () => {
  const lines = running.server.output().split("\n");
  const failed = lines.filter((line) => line.includes('"event":"page-failed"'));
  expect(failed.length).toBeGreaterThan(0);
  expect(JSON.parse(failed[0] ?? "")).toMatchObject({ method: "POST", route: expect.stringMatching(/^\/\[locale\]/) });
  expect(lines.filter((line) => /^\s+at |⨯|12 321|Шахтеры|velvet otter/.test(line))).toEqual([]);
});
