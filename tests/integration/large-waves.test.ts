import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import { timelineExtract, timelineView } from "@/lib/features/events/view";
import { MOST_OF_TIMELINE } from "@/lib/features/events/view/timeline-picks";
import { chartView } from "@/lib/features/figures/view";
import { viewContext } from "@/lib/features/figures/view/view-context";
import { recordView } from "@/lib/features/records/view";
import type { RecordsWords } from "@/lib/features/records/view/context";
import { allRecords } from "@/lib/features/records/view/find";
import { joiningView } from "@/lib/features/regions/view/joining";
import { joiningCharts } from "@/lib/features/regions/view/joining-chart";
import { joiningFile } from "@/lib/features/regions/view/joining-file";
import { regionDaysView } from "@/lib/features/regions/view/region-days";
import { spreadView } from "@/lib/features/regions/view/spread";
import type { SpreadContext } from "@/lib/features/regions/view/spread-context";
import { standsForView } from "@/lib/features/regions/view/stands-for";
import { stepsIn } from "@/lib/features/regions/view/steps";
import { partAroundRecord, partAroundWorkforce } from "@/lib/features/shelf/data/find";
import { readEdition } from "@/lib/features/waves/data";
import { headlineOf } from "@/lib/features/waves/view/headline";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { workforceView } from "@/lib/features/workforces/view";
import { withClient } from "@/lib/server/db";
import { CHART_KINDS } from "@/lib/shared/chart/chart";
import { readMessages } from "@/lib/shared/i18n/messages";
import { loadSynthetic } from "@/prisma/seed/synth/load-synthetic";
import { charts, contexts, keyNumbers, type Pair, readPairs, said } from "./support/part-and-whole";
import { testDatabase } from "./support/test-database";

/** A page made from a part of a large wave says the same as one made from the whole: the real record and a made-up one. */
const database = testDatabase("record");
const messages = await readMessages("en");
const translator = { locale: "en", messages, timeZone: "UTC" } as const;
const record = createTranslator({ ...translator, namespace: "record" });
const recordsWords: RecordsWords = {
  locale: "en",
  record: (key, values) => record(key, values),
  action: createTranslator({ ...translator, namespace: "pages.action" }),
  moment: createTranslator({ ...translator, namespace: "site.moment" }),
  quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
};

const pairs: Pair[] = [];

beforeAll(async () => {
  await loadSynthetic(database.client, database.url, { figures: 900, actions: 60, workforces: 9, seed: 7 });
  pairs.push(...(await readPairs(database.client)));
}, 120_000);
afterAll(() => pairs.splice(0));

/** Words stand for their keys: what is compared is what is said of either, not in which words. */
function inSpread(context: ReadingContext): SpreadContext {
  const words = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`;
  return { ...context, words, axis: viewContext(context.record, charts) };
}

const publicUrl = "https://turnout.example";
const KNOWN = [null, "2019-03-15", "2019-04-01", "2022-01-05", "2022-01-08"] as const;

function daysOf({ whole }: Pair) {
  return KNOWN.filter((day) => day === null || day.slice(0, 4) === whole.wave.firstDay.slice(0, 4));
}

describe("what is made from a part of a wave", () => {
  it("is a record's page, of every kind", () => {
    expect(pairs).toHaveLength(2);
    for (const { whole, kept } of pairs) {
      const ids = allRecords(whole).map(({ row }) => row.id);
      expect(ids.length).toBeGreaterThan(200);
      for (const id of ids.filter((_, index) => index % 4 === 0)) {
        const part = partAroundRecord([kept], id);
        const made = part && recordView([part], { id, publicUrl }, recordsWords);
        expect(made, id).toEqual(recordView([whole], { id, publicUrl }, recordsWords));
      }
    }
  }, 120_000);

  it("is every workforce's page, with its chart, asked for by its slug or its id", () => {
    for (const { whole, kept } of pairs) {
      for (const { slug, id } of whole.workforces) {
        for (const asked of [slug, id]) {
          const part = partAroundWorkforce([kept], asked);
          if (part === null) throw new Error(`No part around ${asked}`);
          expect(workforceView([part], slug, recordsWords)).toEqual(workforceView([whole], slug, recordsWords));
          const only = { workforceId: id };
          expect(chartView("participation", part, charts, only)).toEqual(
            chartView("participation", whole, charts, only),
          );
        }
      }
    }
  });

  it("is the dashboard, now and as known on a day", () => {
    for (const pair of pairs) {
      for (const day of daysOf(pair)) {
        const [whole, part] = contexts(pair, day, null).map((context) => ({
          headline: headlineOf(context),
          key: keyNumbers(context),
          joining: joiningView(context),
          orders: joiningCharts(inSpread(context)),
          standsFor: standsForView(inSpread(context)),
          joiningFile: joiningFile(context.record),
          days: regionDaysView(inSpread(context), { order: "joining", step: { key: "", date: "", part: "day" } }),
          timeline: timelineExtract(timelineView(context), MOST_OF_TIMELINE),
          charts: CHART_KINDS.map((kind) => said(chartView(kind, context.record, charts))),
        }));
        expect(part, `${pair.whole.wave.code} ${day}`).toEqual(whole);
      }
    }
  });

  it("is the map at every step, now and as known on a day", () => {
    for (const pair of pairs) {
      for (const day of daysOf(pair)) {
        const [{ kept, lens } = { kept: pair.whole, lens: NO_LENS }] = contexts(pair, day, null);
        for (const { key } of stepsIn({ kept, lens })) {
          const [whole, part] = contexts(pair, day, key).map((context) =>
            spreadView(context, { at: key, wasLeftOut: false }),
          );
          expect(part, `${pair.whole.wave.code} ${day} ${key}`).toEqual(whole);
        }
      }
    }
  });
});

describe("a publication of a wave on the shelf", () => {
  it("is read alone, and everything made from it says the new", async () => {
    const pair = pairs.find(({ whole }) => whole.wave.code === "ZZ22");
    if (!pair) throw new Error("No made-up wave");
    const { client } = database;
    const figure = pair.whole.figures.find(({ actionId, state }) => actionId !== null && state === "published");
    const id = figure?.id ?? "";
    const { snapshot } = await client.revision.findFirstOrThrow({ where: { recordId: id } });
    const number = (figure?.revision ?? 1) + 1;
    await client.revision.create({
      data: { recordId: id, number, snapshot: snapshot ?? {}, recordedAt: new Date(), retracts: true },
    });
    const retractedReason = "Nobody ever said so.";
    await client.record.update({ where: { id }, data: { revision: number, state: "retracted", retractedReason } });
    const before = await withClient(client, () => readEdition(null, 0));
    await client.publication.create({ data: { waveId: "zz22", recordId: id } });
    const parts = await withClient(client, () => readEdition(before, 0));
    const whole = (await withClient(client, () => readEdition(null))).records.find(({ wave }) => wave.code === "ZZ22");
    const kept = parts.records.find(({ wave }) => wave.code === "ZZ22");
    if (!whole || !kept) throw new Error("No made-up wave");
    const asked = { id, publicUrl };
    const part = partAroundRecord([kept], id);
    expect(part && recordView([part], asked, recordsWords)).toEqual(recordView([whole], asked, recordsWords));
    expect(JSON.stringify(recordView([whole], asked, recordsWords)?.retracted)).toContain(retractedReason);
    const [one, other] = contexts({ whole, kept }, null, null).map((context) => ({
      key: keyNumbers(context),
      charts: CHART_KINDS.map((kind) => said(chartView(kind, context.record, charts))),
    }));
    expect(other).toEqual(one);
  });
});
