import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import type { RecordsWords } from "@/lib/features/records/view/context";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { workforceSlug, workforceView } from "./view";
import { figuresFile, workforcesFile } from "./view/files";
import { workforceLines, workforceListView } from "./view/list";

const recorded = waveRecordOfFiles(readRecordFiles());
/** As recorded, but as if the one size known of Tengizchevroil counted its oil workers alone. */
const record: WaveRecord = {
  ...recorded,
  workforceSizes: recorded.workforceSizes.map((size) => (size.id === "KZ22-H1" ? { ...size, comparable: true } : size)),
};
const context = readingContext(record, await readingWords("en"));
const tengiz = "tengizchevroil-oil-workers";

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

/** The record with one more claim of how many workers of Tengizchevroil stopped work. */
function withStrikers(lower: number, upper: number, changed: Partial<FigureRow> = {}): WaveRecord {
  const like = record.figures.find(({ id }) => id === "KZ22-F12");
  if (!like) throw new Error("The flagship figure is gone.");
  const quantity = { ...like.quantity, lower, upper, unit: "people", words: null } as const;
  const figure: FigureRow = {
    ...like,
    id: "KZ22-F9001",
    measure: "workers_directly_involved",
    quantity,
    disputed: false,
    disputeReason: null,
    ...changed,
  };
  return { ...record, figures: [...record.figures, figure] };
}

async function view(changed: WaveRecord = record, slug = tengiz) {
  const made = workforceView([changed], slug, await wordsIn("en"));
  if (made === null) throw new Error(`No workforce ${slug}`);
  return made;
}

describe("the participation rate of a workforce", () => {
  it("is refused in words when a size is known and nobody counted, with the size named", async () => {
    const { rates, reported } = await view();
    expect(rates).toHaveLength(1);
    expect(rates[0]?.rate).toBeNull();
    expect(rates[0]?.refusal).toMatch(
      /a size is known, but on how many of these workers took part, no one has reported a number/,
    );
    expect(rates[0]?.sizes.map(({ href }) => href)).toEqual(["/en/records/KZ22-H1"]);
    expect(reported.map(({ text }) => text)).toEqual(["75 % · 4 January · Expat Guide Turkey · disputed"]);
  });

  it("shows its working, and says that the size is an older one", async () => {
    const [rate] = (await view(withStrikers(300, 400))).rates;
    expect(rate?.working).toBe("300–400 directly involved ÷ 3,859 workers = 7.8 %–10.4 %");
    expect(rate?.involved.map(({ href }) => href)).toEqual(["/en/records/KZ22-F9001"]);
    expect(rate?.involved.map(({ text }) => text)).toEqual(["300–400 people, Expat Guide Turkey (press)"]);
    expect(rate?.sizes.map(({ href }) => href)).toEqual(["/en/records/KZ22-H1"]);
    expect(rate?.remarks.join(" ")).toMatch(/not of that day.*December 2018/);
  });

  it("says when it was cut at 100 percent", async () => {
    const [rate] = (await view(withStrikers(4000, 5000))).rates;
    expect(rate?.rate).toBe("100 %");
    expect(rate?.remarks.join(" ")).toMatch(/above 100 percent/);
  });

  it("is never made of a figure of an action shared with others", async () => {
    const sharing = withStrikers(300, 400, { workforceId: null });
    const actions = sharing.actions.map((action) =>
      action.id === "KZ22-A10" ? { ...action, workforceIds: ["KZ22-W5", "KZ22-W12"] } : action,
    );
    const { rates, shared } = await view({ ...sharing, actions });
    expect(rates[0]?.rate).toBeNull();
    expect(shared.flatMap(({ claims }) => claims.map(({ id }) => id))).toContain("KZ22-F9001");
  });

  it("is not made of the size that counts more than the oil workers of Tengizchevroil", async () => {
    expect((await view(recorded)).rates.every(({ rate }) => rate === null)).toBe(true);
    expect(recorded.workforceSizes.find(({ id }) => id === "KZ22-H1")?.comparable).toBe(false);
  });

  it("is refused when every size is of another group", async () => {
    const workforceSizes = record.workforceSizes.map((size) => ({ ...size, comparable: false }));
    const [rate] = (await view({ ...withStrikers(300, 400), workforceSizes })).rates;
    expect(rate?.refusal).toMatch(/wider or narrower group/);
    const [uncounted] = (await view({ ...record, workforceSizes })).rates;
    expect(uncounted?.refusal).toMatch(/no one has reported a number, and every size known is of a wider or narrower/);
    const [unsized] = (await view({ ...record, workforceSizes: [] })).rates;
    expect(unsized?.refusal).toMatch(/no one has reported a number, and no size is known/);
  });
});

describe("workforces", () => {
  it.each(LOCALES)("have a page each in %s with no text missing", async (locale) => {
    const words = await wordsIn(locale);
    for (const { slug } of record.workforces) {
      const made = workforceView([record], slug, words);
      expect(JSON.stringify(made), slug).not.toMatch(/undefined|NaN|\[object/);
      expect(made?.rates.length, slug).toBeGreaterThan(0);
    }
  });

  it("are found by slug and by record id", () => {
    expect(workforceSlug([record], tengiz)).toBe(tengiz);
    expect(workforceSlug([record], "KZ22-W5")).toBe(tengiz);
    expect(workforceSlug([record], "KZ22-F12")).toBeNull();
  });

  it("are listed by when they had surely begun, those without an action last, and never with a zero for unknown", async () => {
    const { shown, total, withFigure } = workforceListView(context, {});
    const lines = workforceLines(shown, record, await wordsIn("en"));
    expect(lines).toHaveLength(total);
    expect(withFigure).toBe(1);
    expect(lines[0]?.id).toBe("KZ22-W1");
    expect(lines.at(-1)?.firstDay.text).toBe("no action recorded");
    expect(lines.some(({ size, figures }) => size.text === "0" || figures.text === "0")).toBe(false);
  });

  it("are narrowed by employer, region and whether a number is known, and by nothing that makes no sense", () => {
    const count = (query: Record<string, string>) => workforceListView(context, query).shown.length;
    expect(count({ known: "yes" })).toBe(1);
    expect(count({ employer: "kazakhmys" })).toBe(3);
    expect(count({ employer: "kazakhmys", region: "KZ-KAR" })).toBe(2);
    expect(count({ known: "perhaps" })).toBe(record.workforces.length);
    expect(count({ employer: "nobody" })).toBe(record.workforces.length);
    const asked = { employer: "nobody", region: "KZ-KAR", known: "perhaps", left_out: "region" };
    expect(workforceListView(context, asked).leftOut).toEqual(["employer", "known"]);
  });
});

describe("the files", () => {
  it("have as many fields in every row as in the head, and leave unknown empty with its reason", () => {
    for (const { header, rows } of [workforcesFile(record, record.workforces), figuresFile(record.figures)]) {
      expect(new Set(header).size).toBe(header.length);
      for (const row of rows) expect(row).toHaveLength(header.length);
    }
    const { header, rows } = figuresFile(record.figures);
    const row = rows.find(([id]) => id === "KZ22-F106") ?? [];
    expect(row[header.indexOf("lower")]).toBe("");
    expect(row[header.indexOf("unknown")]).toBe("not_reported");
  });
});
