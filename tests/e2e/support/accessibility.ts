import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

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
