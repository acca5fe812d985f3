import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { timelineView } from "@/lib/features/events/view";
import { chartView } from "@/lib/features/figures/view";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { loadRegions } from "@/lib/features/regions/loaders";
import { regionView } from "@/lib/features/regions/view/region";
import { totalsView } from "@/lib/features/totals/view";
import { strikesView } from "@/lib/features/totals/view/strikes";
import { workforceView } from "@/lib/features/workforces/view";
import { workforceLines } from "@/lib/features/workforces/view/list";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { askedLens, readThrough } from "./asked-lens";
import { headlineOf } from "./headline";
import { keyFigures } from "./key-figures";
import { readingContext } from "./reading-context";
import { readingWords } from "./reading-words";

const kept = waveRecordOfFiles(readRecordFiles());

/** Everything that the dashboard, the totals, the workforces and the regions say of the record read in one way. */
async function everythingSaid(locale: Locale, asked: Record<string, string>) {
  const messages = await readMessages(locale);
  const translator = { locale, messages, timeZone: "UTC" } as const;
  const record = readThrough(kept, askedLens(asked, kept).lens);
  const context = readingContext(record, await readingWords(locale), kept);
  const ofRegions = await loadRegions(context);
  const totals = { ...context, words: createTranslator({ ...translator, namespace: "totals" }) as never };
  const words = {
    ...{ locale, moment: createTranslator({ ...translator, namespace: "site.moment" }) },
    record: createTranslator({ ...translator, namespace: "record" }) as never,
    action: createTranslator({ ...translator, namespace: "pages.action" }),
    quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
  };
  const charts = (["participation", "reach"] as const).map((kind) =>
    chartView(kind, record, viewWords(locale, messages)),
  );
  return {
    silence: context.silence,
    said: JSON.stringify([
      ...[headlineOf(context), keyFigures(context), timelineView(context), charts],
      ...[totalsView(totals), strikesView(totals), workforceLines(record.workforces, record, words)],
      ...record.workforces.map(({ slug }) => workforceView([record], slug, words)),
      ...record.regions.map(({ id }) => regionView(ofRegions, id)),
    ]),
  };
}

describe.each(LOCALES)("a page in %s where a number is missing", (locale) => {
  it("says that nobody gave one while everybody is heard", async () => {
    const { said, silence } = await everythingSaid(locale, {});
    expect(said).toContain(silence);
  });

  it.each([{ claimant: "union" }, { claimant: "organisers" }])(
    "says $claimant gave none where one side is heard",
    async (asked) => {
      const everybody = (await everythingSaid(locale, {})).silence;
      const { said, silence } = await everythingSaid(locale, asked);
      expect(said).toContain(silence);
      expect(said).not.toContain(everybody);
    },
  );

  it("says that none stands without a rule where words stay words", async () => {
    const { said, silence } = await everythingSaid(locale, { rule: "words_only" });
    expect(said).toContain(silence);
  });
});
