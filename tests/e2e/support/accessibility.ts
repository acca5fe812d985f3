import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { complains } from "./patient";

/**
 * What axe finds on the page as it is shown, a line each. In another colour scheme nothing but colours differs from
 * what was looked at before, so there contrast alone is.
 */
export async function violationsOn(page: Page, looking: "at everything" | "at contrast" = "at everything") {
  // Without frames the page can be looked at in place: the other way opens a second page for every look. Asked for is
  // what is wrong alone, since writing down all that is right takes longer than looking. It needs a page with scripts.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (looking === "at contrast" ? axe.withRules(["color-contrast"]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`);
}

/**
 * A public page fits a phone in every language, for words differ in length, no script complains, and nothing is wrong
 * with it by axe. Its tree and its colours are the same in all languages and are looked at in one, light and dark.
 */
export async function expectUsableOnPhones(page: Page, address: string): Promise<void> {
  const complaints: string[] = [];
  page.on("console", (message) => complains(message) && complaints.push(message.text()));
  page.on("pageerror", (problem) => complaints.push(problem.message));
  await page.setViewportSize({ width: 360, height: 780 });
  for (const locale of LOCALES.toReversed()) {
    await page.goto(`/${locale}${address}`);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `/${locale}${address}`).toBeLessThanOrEqual(0);
  }
  expect(await violationsOn(page), address).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOn(page, "at contrast"), address).toEqual([]);
  expect(
    complaints.filter((text) => !isComing(text)),
    address,
  ).toEqual([]);
}

/** A page that is still being made says so and opens by itself. */
const isComing = (text: string) => text.includes("status of 503");
