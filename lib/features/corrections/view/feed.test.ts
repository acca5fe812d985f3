import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { WITHHELD, WITHHELD_TEXTS } from "@/lib/domain/withholding";
import type { ActionWords } from "@/lib/features/actions/view";
import { recordsContext } from "@/lib/features/records/view/context";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import type { MomentWords } from "@/lib/shared/format/moment";
import type { QuantityWords } from "@/lib/shared/format/quantity";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { correctionsFile, correctionsView } from "../view";
import { correctionsFeed } from "./feed";

const public_ = waveRecordOfFiles(readRecordFiles());
const figure = public_.figures.find(({ citations }) => citations.length > 0);
const [citation] = figure?.citations ?? [];
if (figure === undefined || citation === undefined) throw new Error("No figure cites anything.");
const quoting = (words: string) => [{ ...citation, words }];

const taken = { ...figure, note: WITHHELD_TEXTS, citations: quoting(WITHHELD) };
const again = { ...taken, note: { ...WITHHELD_TEXTS, en: "Of all shifts." } };
const emptied = { ...again, note: null, citations: quoting("forty") };
/** A record of which a note and a quote were taken down, corrected twice since. */
const record: WaveRecord = {
  ...public_,
  revisions: {
    [figure.id]: [taken, again, emptied].map((row, at) => ({
      ...{ number: at + 1, recordedAt: at + 1, retracts: false, reason: { en: "Asked again." }, row },
    })),
  },
};
const lines = correctionsView(
  readingContext(record, { locale: "en", page: String, action: String, moment: String, quantity: String }),
);

async function contents(locale: Locale): Promise<string> {
  const messages = await readMessages(locale);
  const translator = (namespace: string) =>
    createTranslator({ locale, messages, timeZone: "UTC", namespace: namespace as "record" });
  const context = recordsContext(record, {
    locale,
    record: (key, values) => translator("record")(key as never, values as never),
    action: translator("pages.action") as unknown as ActionWords,
    moment: translator("site.moment") as unknown as MomentWords,
    quantity: translator("site.quantity") as unknown as QuantityWords,
  });
  const corrections = translator("corrections");
  const said = { context, words: (key: string, values: unknown) => corrections(key as never, values as never) };
  const feed = { slug: "kazakhstan", of: "waves", about: "Kazakhstan" } as const;
  return correctionsFeed(lines, { publicUrl: "https://x.example", feed }, said as never)
    .entries.map(({ content }) => content)
    .join("\n");
}

describe("words that stand, or stood, where words are withheld", () => {
  it("are told as what happened in the feed", async () => {
    const content = await contents("en");
    expect(content).toContain("Note (English): Words stand again where words were withheld: Of all shifts.");
    expect(content).toContain("cited, words that are withheld, reliability C → cited, “forty”");
  });

  it.each(LOCALES)("are never told as a change of the mark in %s", async (locale) => {
    const content = await contents(locale);
    for (const mark of Object.values(WITHHELD_TEXTS)) expect(content).not.toContain(mark);
  });

  it("have a column in the file that says on which side something is withheld", () => {
    const { header, rows } = correctionsFile(lines);
    const of = (name: string, row: string[]) => row[header.indexOf(name as "id")];
    const told = rows.map((row) => ["field", "old", "new", "withheld"].map((name) => of(name, row)));
    expect(told.map((cells) => cells.slice(0, 1).concat(cells.at(-1)))).toEqual([
      ["note.en", ""],
      [`citations.${citation.sourceId}`, "old"],
      ["note.en", "old"],
    ]);
    expect(told.at(-1)).toEqual(["note.en", "", "Of all shifts.", "old"]);
    expect(JSON.stringify(rows)).not.toContain(WITHHELD);
  });
});
