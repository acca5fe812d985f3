import { type Browser, expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { openClient } from "@/lib/server/db";
import { serverOutput } from "./support/e2e-server";
import { fillFigure, keepFigure, minersForm, openOutbox, outboxPage, setUpOutbox } from "./support/outbox";
import { test, withPatience } from "./support/patient";
import { createPeople, databaseUrl, signIn } from "./support/people";

const canary = "CANARY-SERIAL-4711";

test.beforeAll(() => createPeople({ "chingiz-shows": "contributor", "bolat-sees": "moderator" }));

/** A photograph as a phone writes it: with its place, its serial number and the name of its owner. */
async function fromPhone(shade: number) {
  const background = { r: shade, g: 120, b: 60 };
  const buffer = await sharp({ create: { width: 3000, height: 2000, channels: 3, background } })
    .withExif({ IFD0: { Make: canary }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 15/1 0/1" } })
    .jpeg()
    .toBuffer();
  return { name: `${canary}.jpg`, mimeType: "image/jpeg", buffer };
}
const gif = { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("GIF89a not a jpeg at all") };

async function openAs(browser: Browser, who: string, next: string, javaScriptEnabled = true): Promise<Page> {
  const page = withPatience(await (await browser.newContext({ javaScriptEnabled })).newPage());
  await signIn(page, who, next);
  return page;
}

/** Sees the photograph as the moderator does, and returns its address. */
async function seePhotograph(browser: Browser, number: string, javaScriptEnabled: boolean): Promise<string> {
  const page = await openAs(browser, "bolat-sees", "/en/moderate", javaScriptEnabled);
  await page
    .getByRole("link", { name: new RegExp(`Miners of Kazakhmys: ${Number(number).toLocaleString("en")}`) })
    .click();
  const image = page.getByRole("img", { name: "Photograph 1 of this entry" });
  await expect(image).toHaveCount(1);
  const address = (await image.getAttribute("src")) ?? "";
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  const { "cache-control": cache, "content-security-policy": policy, ...headers } = answer.headers();
  expect([cache, headers["content-type"], headers["x-content-type-options"]]).toEqual([
    ...["private, no-store", "image/webp", "nosniff"],
  ]);
  expect(policy).toMatch(/default-src 'none'.*sandbox/);
  const body = await answer.body();
  expect(await sharp(body).metadata()).toMatchObject({ format: "webp", width: 2560 });
  expect([body.includes(canary), body.includes("GPS"), body.includes("Exif")]).toEqual([false, false, false]);
  await page.context().close();
  return address;
}

/** Whether anything of it stands in any table of the database, as text or as bytes. */
async function isInDatabase(text: string): Promise<boolean> {
  const client = openClient(databaseUrl(), 1);
  try {
    const tables = await client.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    const asked = [`%${text}%`, `%${Buffer.from(text).toString("hex")}%`];
    for (const { name } of tables) {
      const found = await client.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE t::text LIKE $1 OR t::text LIKE $2 LIMIT 1`,
        ...asked,
      );
      if (found.length > 0) return true;
    }
    return false;
  } finally {
    await client.$disconnect();
  }
}

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  const number = javaScript ? "1818" : "1919";

  test(`a photograph is seen by moderators alone and nothing the phone noted comes along, ${how}`, async ({
    browser,
    request,
  }) => {
    const page = await openAs(browser, "chingiz-shows", minersForm, javaScript);
    await fillFigure(page, number);
    const field = page.getByLabel("Photographs, for the moderators alone");
    const send = page.getByRole("button", { name: "Send to the moderators" });
    await field.setInputFiles(gif);
    if (!javaScript) await send.click();
    await expect(page.getByText("Only JPEG, PNG and WebP").first()).toBeVisible();
    if (javaScript) {
      // Sent now it would arrive without, and nobody would have said so.
      await send.click();
      await expect(field).toBeFocused();
      await expect(page.getByRole("button", { name: "Go on without it" })).toBeVisible();
    }
    await field.setInputFiles(await fromPhone(javaScript ? 10 : 200));
    if (javaScript) await expect(page.getByText("1 photograph is ready")).toBeVisible();
    await send.click();
    await expect(page.getByText("Sent. The moderators can see it now.")).toBeVisible();
    await expect(page.getByText(/^Photograph 1, received/)).toBeVisible();
    await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
    const address = await seePhotograph(browser, number, javaScript);
    await test.step("to its author and to nobody at all it looks like none", async () => {
      for (const one of [page.request, request]) expect((await one.get(address)).status()).toBe(404);
    });
    await page.getByRole("button", { name: "Remove photograph 1" }).click();
    await expect(page.getByText(/^Photograph 1, received/)).toHaveCount(0);
    for (const planted of [canary, "GPSLatitude"]) expect(await isInDatabase(planted)).toBe(false);
    expect(serverOutput()).not.toContain(canary);
    await page.context().close();
  });
}

/** Photographs are not drawn before the returned function is called. */
async function holdDrawing(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const draw = window.createImageBitmap.bind(window) as (file: Blob) => Promise<ImageBitmap>;
    const held = new Promise((resolve) => window.addEventListener("draw-now", resolve));
    window.createImageBitmap = (async (file: Blob) => held.then(() => draw(file))) as typeof createImageBitmap;
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("draw-now")));
}

test("a photograph waits in the outbox, encrypted, and arrives with its entry", async ({ browser }) => {
  const page = await openAs(browser, "chingiz-shows", outboxPage);
  await setUpOutbox(page);
  await page.goto(minersForm);
  await page.context().setOffline(true);
  const field = page.getByLabel("Photographs, for the moderators alone");
  await test.step("what is not made small yet is neither kept nor sent", async () => {
    const letGo = await holdDrawing(page);
    await field.setInputFiles(await fromPhone(90));
    for (const name of ["Keep in the outbox", "Send to the moderators"]) {
      await page.getByRole("button", { name }).click();
      await expect(field).toBeFocused();
    }
    await expect(page.getByText("Saved on this device, encrypted")).toHaveCount(0);
    await expect(page.getByText("Making them small…")).toBeVisible();
    await letGo();
  });
  await expect(page.getByText("1 photograph is ready")).toBeVisible();
  await keepFigure(page, "2020");
  await page.goto(outboxPage);
  await openOutbox(page);
  await expect(page.getByText("1 photograph", { exact: true })).toBeVisible();
  await page.context().setOffline(false);
  const line = page.getByRole("listitem").filter({ has: page.getByText("Received", { exact: true }) });
  await expect(line).toBeVisible();
  await line.getByRole("link", { name: "Open the entry" }).click();
  await expect(page.getByText(/^Photograph 1, received/)).toBeVisible();
  await page.context().close();
});

test("without a script a photograph that is too large and a session that ends leave what was typed", async ({
  browser,
}) => {
  const page = await openAs(browser, "chingiz-shows", minersForm, false);
  await fillFigure(page, "2121");
  const buffer = Buffer.alloc(7 * 1024 * 1024, "x");
  await page.getByLabel("Photographs, for the moderators alone").setInputFiles({ ...gif, buffer });
  await page.getByRole("button", { name: "Send to the moderators" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("The photograph you added is too large");
  await expect(main).toContainText("2121");

  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send without the photograph" }).click();
  await expect(main).toContainText("You are no longer signed in. Nothing was saved.");
  await expect(main).toContainText("2121");
  await signIn(withPatience(await page.context().newPage()), "chingiz-shows", "/en/account");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("Sent. The moderators can see it now.")).toBeVisible();
  await page.context().close();
});
