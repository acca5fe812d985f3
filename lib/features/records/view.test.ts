import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { recordView } from "./view";
import type { RecordsWords } from "./view/context";
import { allRecords } from "./view/find";

const record = waveRecordOfFiles(readRecordFiles());
const ids = allRecords(record).map(({ row }) => row.id);

/** The real texts; a key or a value that is missing fails. */
async function wordsIn(locale: Locale): Promise<RecordsWords> {
  const onError = (problem: unknown) => {
    throw problem;
  };
  const translator = { locale, messages: await readMessages(locale), timeZone: "UTC", onError } as const;
  const t = createTranslator({ ...translator, namespace: "record" });
  return {
    locale,
    record: (key, values) => t(key, values),
    action: createTranslator({ ...translator, namespace: "pages.action" }),
    moment: createTranslator({ ...translator, namespace: "site.moment" }),
    quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
  };
}

async function view(id: string, changed: WaveRecord = record, locale: Locale = "en") {
  const asked = { id, publicUrl: "https://turnout.example" };
  const made = recordView([changed], asked, await wordsIn(locale));
  if (made === null) throw new Error(`No view of ${id}`);
  return made;
}

describe("every record", () => {
  it.each(LOCALES)("says what it is in %s, with a title and no text missing", async (locale) => {
    const words = await wordsIn(locale);
    for (const id of ids) {
      const made = recordView([record], { id, publicUrl: "" }, words);
      expect(made?.title.text, id).toBeTruthy();
      expect(made?.facts.length, id).toBeGreaterThan(0);
      const shown = JSON.stringify({ ...made, citation: "" });
      expect(shown, id).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("is none when the id is of no record, however it is spelled", async () => {
    const words = await wordsIn("en");
    for (const id of ["KZ22-F9999", "kz22-f12", "KZ22-F012", "XX22-F12", "", "../etc"]) {
      expect(recordView([record], { id, publicUrl: "" }, words)).toBeNull();
    }
  });
});

describe("the figure that is probably an ownership share", () => {
  it("stands with its number, and beside it why it is disputed and which sources contradict it", async () => {
    const { title, claims } = await view("KZ22-F12");
    const [claim] = claims?.claims ?? [];
    expect(title.text).toBe("Participation rate: 75 %");
    expect(claims?.disputed).toBe(true);
    expect(claim?.disputeReasons[0]?.text).toMatch(/ownership share/);
    expect(claim?.sources.some((group) => group.citations.some(({ contradicts }) => contradicts))).toBe(true);
    expect(claims?.sentences.join(" ")).toMatch(/Nothing is accepted: 75 % is one claim, and it is disputed/);
    expect(claims?.acceptedBounds).toBeNull();
    expect(claim?.counts).toBe(false);
  });

  it("counts two papers with one origin as one origin", async () => {
    const { claims } = await view("KZ22-F12");
    const group = claims?.claims[0]?.sources.find(({ citations }) => citations.some(({ id }) => id === "KZ22-S1"));
    expect(group?.citations.map(({ id }) => id)).toEqual(["KZ22-S1", "KZ22-S3"]);
    expect(group?.sentence).toMatch(/^2 sources, one origin: Statement of the Socialist Movement/);
  });
});

describe("claims side by side", () => {
  it("are those of one subject, measure and moment, and the accepted range is their span", async () => {
    const { claims, otherTimes } = await view("KZ22-F119");
    expect(claims?.claims.map(({ id }) => id)).toEqual(["KZ22-F119", "KZ22-F120"]);
    expect(claims?.acceptedBounds).toEqual({ lower: 36_831, upper: 38_000 });
    expect(claims?.sentences[0]).toBe(
      "Accepted: 36,831–38,000 people. This is the span of 2 claims, none preferred to another.",
    );
    expect(otherTimes.map(({ href }) => href)).toEqual(["/en/records/KZ22-F121"]);
  });

  it("let a preferred claim decide, and say that the other is shown and not counted", async () => {
    const { claims } = await view("KZ22-F119", preferring("KZ22-F120"));
    expect(claims?.acceptedBounds).toEqual({ lower: 38_000, upper: 38_000 });
    expect(claims?.sentences[0]).toMatch(/one preferred claim; 1 other claim is shown and not counted/);
    expect(claims?.claims.map(({ counts }) => counts)).toEqual([false, true]);
  });

  it("keep unknown unknown, with its words and the rule that made no number of them", async () => {
    const { title, claims } = await view("KZ22-F106");
    expect(title.text).toBe("Workers directly involved: no one has reported a number");
    expect(claims?.sentences[0]).toMatch(/Unknown is not zero/);
    expect(claims?.claims[0]?.rule).toMatch(/turnout.words_kept, version 1/);
    expect(claims?.acceptedBounds).toEqual({ lower: null, upper: null });
  });

  it("say in which language the source's words are", async () => {
    const foreign = record.figures.find(({ wordsLanguage, quantity }) => wordsLanguage === "ru" && quantity.words);
    const { claims } = await view(foreign?.id ?? "");
    expect(claims?.claims.find(({ isThis }) => isThis)?.words?.language).toBe("ru");
  });
});

describe("a retracted record", () => {
  const retracted: WaveRecord = {
    ...record,
    figures: record.figures.map((row) =>
      row.id === "KZ22-F120" ? { ...row, state: "retracted", retractedReason: "counted twice" } : row,
    ),
  };

  it("keeps its page with the reason, and counts in nothing", async () => {
    const tombstone = await view("KZ22-F120", retracted);
    expect(tombstone.retracted).toEqual({ reason: "counted twice" });
    const { claims } = await view("KZ22-F119", retracted);
    expect(claims?.claims.map(({ id }) => id)).toEqual(["KZ22-F119"]);
    expect(claims?.acceptedBounds).toEqual({ lower: 36_831, upper: 36_831 });
  });
});

describe("history and citation", () => {
  it("show every revision, newest first, and the first alone where there is one only", async () => {
    const day = Date.parse("2026-01-01T00:00Z");
    const row = record.figures.find(({ id }) => id === "KZ22-F12") ?? record.figures[0];
    if (row === undefined) throw new Error("The record has no figures.");
    const revision = { recordedAt: day, retracts: false, reason: null, row };
    const history = [1, 2, 3].map((number) => ({ ...revision, number }));
    const revised = { ...record, revisions: { "KZ22-F12": history } };
    const made = recordView([revised], { id: "KZ22-F12", publicUrl: "" }, await wordsIn("en"));
    expect(made?.history.map(({ label }) => label)).toEqual(["Revision 3", "Revision 2", "Revision 1"]);
    expect((await view("KZ22-F12")).history).toHaveLength(1);
  });

  it("name the record, its revision and its permanent address", async () => {
    const { citation } = await view("KZ22-F12");
    expect(citation).toContain("record KZ22-F12");
    expect(citation).toContain("https://turnout.example/en/records/KZ22-F12");
  });
});

function preferring(id: string): WaveRecord {
  const figures = record.figures.map((row) => (row.id === id ? { ...row, standing: "preferred" as const } : row));
  return { ...record, figures };
}
