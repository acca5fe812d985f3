import { expect } from "@playwright/test";
import { readRecordFiles, recordsOf } from "@/prisma/seed/record-files";
import { expectUsableOnPhones } from "./support/accessibility";
import { test } from "./support/patient";

const wave = "/waves/kazakhstan-january-2022";
const disputedFigure = "/en/records/KZ22-F12";
const files = readRecordFiles();
const ids = recordsOf(files).map(({ record }) => record.id);

const pages = [
  "/search?q=janaozen",
  `${wave}/workforces`,
  "/workforces/tengizchevroil-oil-workers",
  "/methodology",
  "/glossary",
  "/about",
  "/credits",
  "/safety",
];

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  for (const spelling of ["Zhanaozen", "Janaozen", "Жаңаөзен", "Жанаозен", "janaözen", "novy uzen"]) {
    test(`search finds Zhanaozen as ${spelling}`, async ({ page }) => {
      await page.goto("/en/search");
      await page.getByRole("main").getByRole("searchbox").fill(spelling);
      await page.getByRole("main").getByRole("button", { name: "Search" }).click();
      const found = page.getByRole("main").getByRole("link", { name: "Zhanaozen", exact: true });
      await expect(found).toHaveAttribute("href", `/en${wave}/regions/KZ-MAN#zhanaozen`);
      await expect(page.getByRole("link", { name: "Oil workers of Zhanaozen" })).toBeVisible();
    });
  }

  test("what is not recorded is not called nothing that happened", async ({ page }) => {
    await page.goto("/en/search?q=Atlantis");
    await expect(page.getByText("says nothing about what happened")).toBeVisible();
  });

  test("a workforce without a count refuses a rate in words, and shows the reported one as reported", async ({
    page,
  }) => {
    await page.goto("/en/workforces/tengizchevroil-oil-workers");
    const rate = page.locator("#rate");
    await expect(rate).toContainText(
      "No rate can be computed: on how many of these workers took part, no one has reported a number",
    );
    await expect(rate).toContainText("75 % · 4 January · Expat Guide Turkey · disputed");
    await expect(rate).toContainText("never turned into a number of strikers");
    await expect(page.getByRole("row", { name: /Chevron 50 %/ })).toBeVisible();
  });

  test("a workforce is found by its record id too", async ({ page }) => {
    await page.goto("/en/workforces/KZ22-W5");
    expect(new URL(page.url()).pathname).toBe("/en/workforces/tengizchevroil-oil-workers");
  });

  test("the list of workforces is narrowed by what the address says", async ({ page }) => {
    await page.goto(`/en${wave}/workforces`);
    await page.getByText("Narrow the list").click();
    await page.getByLabel("How many", { exact: true }).selectOption("yes");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    expect(new URL(page.url()).searchParams.get("known")).toBe("yes");
    await expect(page.getByText("Narrow the list (1 chosen)")).toBeVisible();
    await expect(page.getByRole("cell", { name: "Oil workers of Tengizchevroil" })).toBeVisible();
    await expect(page.getByRole("cell", { name: "Oil workers of Aktobe Region" })).toHaveCount(0);
  });

  test("the 75 percent is shown as disputed, with the reason and the sources for and against it", async ({ page }) => {
    await page.goto(disputedFigure);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Participation rate: 75 % (disputed)");
    const claim = page.getByRole("article");
    await expect(claim.getByText("Disputed", { exact: true })).toBeVisible();
    await expect(claim).toContainText("Probably not a strike rate but an ownership share");
    await expect(claim).toContainText("2 sources, one origin: Statement of the Socialist Movement of Kazakhstan");
    await expect(claim.getByText("contradicts the claim").first()).toBeVisible();
    await expect(claim.locator('q[lang="tr"]').first()).toBeVisible();
    await expect(page.getByText("record KZ22-F12:")).toBeVisible();
  });

  test("two versions of one number stand side by side under the range that holds both", async ({ page }) => {
    await page.goto("/en/records/KZ22-F119");
    await expect(page.getByText("Accepted: 36,831–38,000 people. This is the span of 2 claims")).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(page.getByText("The claims on one scale, from zero, in people")).toBeVisible();
  });
});

test("every record of the wave has its page, in every language, and nothing else has", async ({ request }) => {
  test.setTimeout(240_000);
  const languages = ["en", "kk", "ru", "tr"];
  expect(ids.length).toBeGreaterThan(250);
  for (const [index, id] of ids.entries()) {
    const response = await request.get(`/${languages[index % languages.length]}/records/${id}`);
    expect(response.status(), id).toBe(200);
    expect(await response.text(), id).toContain(id);
  }
  for (const id of ["KZ22-F9999", "kz22-f12", "KZ22-X1", "constructor"]) {
    expect((await request.get(`/en/records/${id}`)).status(), id).toBe(404);
  }
});

test("every workforce has its page", async ({ request }) => {
  for (const { slug } of files.workforces) {
    expect((await request.get(`/en/workforces/${slug}`)).status(), slug).toBe(200);
  }
  expect((await request.get("/en/workforces/nobody")).status()).toBe(404);
});

test("a record, the workforces and the figures can be taken away", async ({ request }) => {
  const record = await (await request.get("/api/v1/records/KZ22-F119")).json();
  expect(record.accepted_range).toMatchObject({ lower: 36_831, upper: 38_000 });
  expect(record.competing_claims.map(({ id }: { id: string }) => id)).toEqual(["KZ22-F120"]);
  expect(record.record.as_of.earliest).toBe("2022-01-03T18:00:00.000Z");
  expect((await request.get("/api/v1/records/KZ22-F9999")).status()).toBe(404);
  const figures = (await (await request.get(`/api/v1${wave}/figures.csv`)).text()).trim().split("\r\n");
  // Other journeys publish figures on the same server, so there may be more than the files have.
  const listed = new Set(figures.map((line) => line.split(",", 1)[0]));
  expect(files.figures.filter(({ id }) => !listed.has(id))).toEqual([]);
  expect(figures[0]).toMatch(/^record_id,subject,action_id/);
  const workforces = await (await request.get(`/api/v1${wave}/workforces.csv`)).text();
  expect(workforces).toContain("KZ22-W5,tengizchevroil-oil-workers,Oil workers of Tengizchevroil,");
});

for (const path of pages) {
  test(`${path} fits a phone in every language and is accessible, and no script complains`, async ({ page }) => {
    await expectUsableOnPhones(page, path);
  });
}
