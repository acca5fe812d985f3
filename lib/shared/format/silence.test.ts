import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import { CLAIMANTS } from "@/lib/domain/measure";
import { exact, unknown } from "@/lib/domain/quantity";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { amountsThrough } from "./silence";

async function amounts(lens: Partial<typeof NO_LENS>, locale: (typeof LOCALES)[number] = "en") {
  const messages = await readMessages(locale);
  const words = createTranslator({ locale, messages, namespace: "site.quantity" });
  return amountsThrough({ ...NO_LENS, ...lens }, locale, words);
}

const nobodySaid = unknown("not_reported", "people");
const inWords = { ...nobodySaid, words: "thousands of people" };

describe("where there is no number", () => {
  it("nobody has reported one only where everybody is heard and every rule is applied", async () => {
    expect((await amounts({})).silence).toBe("no one has reported a number");
    expect((await amounts({ claimant: "union" })).silence).toBe("the union has given no number");
    expect((await amounts({ rule: "words_only" })).silence).toBe("no number stands without a rule");
    expect((await amounts({ rule: "ccc" })).silence).toBe("no one has reported a number");
  });

  it.each(LOCALES)("has a clause of its own for each side in %s", async (locale) => {
    const all = await Promise.all([null, ...CLAIMANTS].map((claimant) => amounts({ claimant }, locale)));
    expect(new Set(all.map(({ silence }) => silence)).size).toBe(CLAIMANTS.length + 1);
    const both = await amounts({ claimant: "union", rule: "words_only" }, locale);
    expect(all.map(({ silence }) => silence)).not.toContain(both.silence);
  });

  it("sizes are heard of everybody, whichever side's figures are read", async () => {
    expect((await amounts({ claimant: "union" })).sizeSilence).toBe("no one has reported a number");
    expect((await amounts({ claimant: "union", rule: "words_only" })).sizeSilence).toMatch(/without a rule/);
  });

  it("a claim in words alone says so, and a claim that names no number stays what it is", async () => {
    const { quantity } = await amounts({ rule: "words_only" });
    expect(quantity(inWords)).toBe("no number stands without a rule");
    expect(quantity(nobodySaid)).toBe("no one has reported a number");
    expect((await amounts({ claimant: "union" })).quantity(nobodySaid)).toBe("no one has reported a number");
  });

  it("a figure speaks for the side that is heard, and keeps every other reason", async () => {
    const { heard } = await amounts({ claimant: "union" });
    expect(heard(nobodySaid)).toBe("the union has given no number");
    expect(heard(unknown("blackout", "people"))).toBe("no report could be expected");
    expect(heard(exact(5, "people"))).toBe("5");
    expect((await amounts({ rule: "words_only" })).heard(nobodySaid)).toBe("no one has reported a number");
    const { words: _, ...accepted } = nobodySaid;
    expect((await amounts({ rule: "words_only" })).heard(accepted)).toBe("no number stands without a rule");
  });
});
