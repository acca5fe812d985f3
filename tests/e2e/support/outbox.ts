import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { openClient } from "@/lib/server/db";
import { withPatience } from "./patient";
import { databaseUrl, signIn } from "./people";

export const outboxPassphrase = "velvet otter nine lanterns";
export const outboxPage = "/en/contribute/outbox";
export const minersForm = "/en/contribute/new?kind=figure&workforce=KZ22-W11";

/** Signed in, with an outbox on this device, in a browser of its own. */
export async function withOutbox(browser: Browser, handle: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, acceptDownloads: true });
  const page = withPatience(await context.newPage());
  await signIn(page, handle, outboxPage);
  await setUpOutbox(page);
  return page;
}

/** Of what stands in an opened outbox what arrived. */
export const received = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByText("Received", { exact: true }) });

/** Reads the risks, says yes, chooses a passphrase, and waits until forms open without a line. */
export async function setUpOutbox(page: Page): Promise<void> {
  await page.goto(outboxPage);
  await expect(page.getByText("can see that it has used Turnout")).toBeVisible();
  await page.getByLabel("Passphrase of the outbox").fill(outboxPassphrase);
  await page.getByLabel("The same again").fill(outboxPassphrase);
  await page.getByLabel("I know that this device will show").check();
  await page.getByRole("button", { name: "Set up the outbox" }).click();
  await expect(page.getByRole("heading", { name: "What you wrote" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Forms that open without a line" }).getByRole("link").first(),
  ).toBeVisible();
}

export async function openOutbox(page: Page, passphrase = outboxPassphrase): Promise<void> {
  await page.getByLabel("Passphrase of the outbox").fill(passphrase);
  await page.getByRole("button", { name: "Open the outbox" }).click();
}

export async function fillFigure(page: Page, number: string): Promise<void> {
  await page.getByLabel("Action", { exact: true }).selectOption("KZ22-A18");
  await page.getByLabel("Date", { exact: true }).fill("2022-01-05");
  await page.getByLabel("a number", { exact: true }).check();
  await page.getByLabel("The number", { exact: true }).fill(number);
  await page.getByLabel("Who claims it", { exact: true }).selectOption("union");
  const source = page.getByRole("group", { name: "Source 1" });
  await source.getByLabel("Address", { exact: true }).fill(`https://news.example.kz/${number}`);
  await source.getByLabel("Title", { exact: true }).fill("The mines stand still");
  await source.getByLabel("Language", { exact: true }).selectOption("en");
  await source.getByLabel("What it says, quoted").fill(`${number} miners did not go down`);
}

export async function keepFigure(page: Page, number: string): Promise<void> {
  await fillFigure(page, number);
  await page.getByRole("button", { name: "Keep in the outbox" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved on this device, encrypted" })).toBeVisible();
}

/** Opens what is kept in its form, looks at it there, writes another number and puts it back. */
export async function changeKept(link: Locator, number: string, look: (form: Page) => Promise<void>): Promise<void> {
  const opening = link.page().context().waitForEvent("page");
  await link.click();
  const form = await opening;
  await look(form);
  await form.getByLabel("The number", { exact: true }).fill(number);
  await form.getByRole("button", { name: "Put it back into the outbox" }).click();
  await expect(form.getByText("Saved on this device, encrypted")).toBeVisible();
  await form.close();
}

/** Everything the browser keeps of the outbox in its database, as text. */
export function keptOnDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await asked(indexedDB.open("turnout-outbox"));
    const all = await Promise.all(
      [...database.objectStoreNames].map((name) => asked(database.transaction(name).objectStore(name).getAll())),
    );
    database.close();
    const words = (value: unknown): unknown =>
      value instanceof Uint8Array
        ? new TextDecoder("latin1").decode(value)
        : typeof value === "object" && value !== null
          ? Object.values(value).map(words)
          : value;
    return JSON.stringify(words(all));
  });
}

/** Everything that waits on the device can be read by nobody any more. */
export function damageOnDevice(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await asked(indexedDB.open("turnout-outbox"));
    const items = () => database.transaction("items", "readwrite").objectStore("items");
    for (const item of await asked(items().getAll())) {
      for (const part of Object.values(item)) if (part instanceof Uint8Array) part.fill(0);
      await asked(items().put(item));
    }
    database.close();
  });
}

/** What the outbox ever put on the device, counted. */
export function tracesOnDevice(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [databases.length, (await caches.keys()).length, workers.length];
  });
}

/** How many requests to the outbox's address were answered to this browser; those without a line come to nothing. */
export function countSendings(context: BrowserContext): () => number {
  let count = 0;
  context.on("requestfinished", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/outbox")) count += 1;
  });
  return () => count;
}

export type StoredEntry = { state: string; version: number; number: string };

/** The entries of an author as the database has them. */
export async function entriesOf(handle: string): Promise<StoredEntry[]> {
  const client = openClient(databaseUrl(), 1);
  try {
    const rows = await client.entry.findMany({ where: { author: { handle } }, orderBy: { createdAt: "asc" } });
    return rows.map(({ state, version, payload }) => ({
      ...{ state, version },
      number: String((payload as { number?: string }).number ?? ""),
    }));
  } finally {
    await client.$disconnect();
  }
}

export async function endSessionsOf(handle: string): Promise<void> {
  const client = openClient(databaseUrl(), 1);
  try {
    await client.session.deleteMany({ where: { user: { handle } } });
  } finally {
    await client.$disconnect();
  }
}

/** The file of an outbox chosen in the form that loads it, with the passphrase of the outbox that saved it. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByText("Load from a file", { exact: true }).click();
  await page.getByLabel("A file saved by an outbox").setInputFiles(file);
  await page.getByLabel("Passphrase of the outbox that saved it").fill(outboxPassphrase);
}
