import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { headlineOf, strikingWorkforces, waveReach } from "./headline";
import { firstSentence, keyFigures } from "./key-figures";
import { readingContext } from "./reading-context";
import { readingWords } from "./reading-words";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const context = readingContext(record, words);
const empty = readingContext({ ...record, actions: [], figures: [], events: [] }, words);

describe("the finding of a wave", () => {
  it("is computed from the record", () => {
    expect(headlineOf(context)).toEqual({
      title: "From Zhanaozen to 16 of 17 regions in five days",
      lead: "11 workforces were reported on strike. On how many took part, no one has reported a number for 10 of them.",
    });
  });

  it("is the wave's name while there is nothing to find", () => {
    expect(headlineOf(empty).title).toBe("Kazakhstan, January 2022");
    expect(headlineOf(empty).lead).toBe("No workforce was reported on strike.");
    expect(waveReach(empty)).toMatchObject({ either: 0, firstPlace: null, lastDate: null });
  });

  it("is a sentence in every language", async () => {
    for (const locale of LOCALES) {
      const { title, lead } = headlineOf(readingContext(record, await readingWords(locale)));
      expect(title).toMatch(/16/);
      expect(`${title} ${lead}`).not.toMatch(/[{}]|undefined|pages\./);
    }
  });
});

describe("workforces on strike", () => {
  it("are those of strikes that nobody contradicts", () => {
    const contradicted = record.actions.map((one) => ({ ...one, certainty: "contradicted" as const }));
    expect(strikingWorkforces(readingContext({ ...record, actions: contradicted }, words)).striking).toEqual([]);
  });

  it("are without a number when one source says that nobody gave one", () => {
    const { withoutNumber } = strikingWorkforces(context);
    expect(withoutNumber.map(({ id }) => id)).toContain("KZ22-W12");
    expect(withoutNumber.map(({ id }) => id)).not.toContain("KZ22-W5");
  });
});

describe("key figures", () => {
  const of = (key: string, figures = keyFigures(context)) => figures.find((figure) => figure.key === key);

  it("lead to their claims, each of them", () => {
    for (const { href } of keyFigures(context)) expect(href).toMatch(/^\/en\/(records|waves)\//);
    expect(of("crowd")?.links.map(({ href }) => href)).toEqual(["/en/records/KZ22-F119", "/en/records/KZ22-F120"]);
  });

  it("show the day of which most claimants speak as the range of what they say", () => {
    expect(of("crowd")?.value).toBe("36,831–38,000");
    expect(of("crowd")?.text).toContain("4 January");
  });

  it("show a disputed rate as disputed, with the reason", () => {
    expect(of("disputed")).toMatchObject({ value: "75 %", flag: "disputed", href: "/en/records/KZ22-F12" });
    expect(of("disputed")?.text).toContain("Probably not a strike rate but an ownership share.");
  });

  it("say nothing of crowds that nobody counted, instead of zero", () => {
    const unknown = keyFigures(empty);
    expect(of("crowd", unknown)).toBeUndefined();
    expect(of("disputed", unknown)).toBeUndefined();
    expect(of("reach", unknown)?.value).toBe("0 of 17");
  });

  it("take the next day when a claim is deprecated", () => {
    const figures = record.figures.map((one) =>
      one.id === "KZ22-F120" ? { ...one, standing: "deprecated" as const } : one,
    );
    expect(of("crowd", keyFigures(readingContext({ ...record, figures }, words)))?.value).toMatch(/50,000/);
  });

  it("cut a reason after its first sentence", () => {
    expect(firstSentence("Not 4.5 percent. A share.")).toBe("Not 4.5 percent.");
    expect(firstSentence("no end")).toBe("no end");
  });
});
