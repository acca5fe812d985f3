import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { ageSentences, recordAge } from "./view";

const awaySince = Date.parse("2026-11-22T14:05:40Z");
const publishedAt = Date.parse("2026-11-21T23:50Z");
const limitSeconds = 300;

async function said(locale: Locale, published: number | null = publishedAt) {
  const onError = (problem: unknown) => {
    throw problem;
  };
  const words = createTranslator({ locale, messages: await readMessages(locale), namespace: "site", onError });
  return ageSentences({ awaySince, publishedAt: published }, locale, (key, values) => words(key, values));
}

describe("the age of the record", () => {
  it("is told from the limit on and not before", () => {
    const at = (seconds: number) =>
      recordAge({ awaySince, publishedAt }, { now: awaySince + seconds * 1000, limitSeconds });
    expect(at(0)).toBeNull();
    expect(at(299)).toBeNull();
    expect(at(300)).toEqual({ awaySince, publishedAt });
    expect(recordAge({ awaySince: null, publishedAt }, { now: awaySince, limitSeconds })).toBeNull();
  });

  it("has no day of publication where nothing was ever published or read", () => {
    const now = awaySince + limitSeconds * 1000;
    for (const nothing of [0, null]) {
      expect(recordAge({ awaySince, publishedAt: nothing }, { now, limitSeconds })?.publishedAt).toBeNull();
    }
  });

  it("is said in UTC", async () => {
    expect(await said("en")).toEqual([
      "Turnout has not been able to reach its database since 14:05 UTC on 22 November.",
      "You are reading the record as published on 21 November 2026 at 23:50 UTC; what was approved since is missing.",
    ]);
    expect(await said("en", null)).toHaveLength(1);
  });

  it.each(LOCALES)("is said with both times in %s", async (locale) => {
    const [away, record] = await said(locale);
    expect(away).toMatch(/22.*14:05|14:05.*22/);
    expect(record).toMatch(/21.*23:50/);
    for (const sentence of [away, record]) expect(sentence).toContain("UTC");
  });
});
