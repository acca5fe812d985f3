import { beforeAll, describe, expect, it } from "vitest";
import { chartView } from "@/lib/features/figures/view";
import { joiningView } from "@/lib/features/regions/view/joining";
import { spreadView } from "@/lib/features/regions/view/spread";
import { stepsIn } from "@/lib/features/regions/view/steps";
import { readEdition } from "@/lib/features/waves/data";
import { headlineOf } from "@/lib/features/waves/view/headline";
import { withClient } from "@/lib/server/db";
import { CHART_KINDS } from "@/lib/shared/chart/chart";
import { localDate } from "@/lib/shared/format/day";
import { loadSynthetic } from "@/prisma/seed/synth/load-synthetic";
import { charts, contexts, keyNumbers, type Pair, readPairs, said } from "./support/part-and-whole";
import { testDatabase } from "./support/test-database";

/** What is kept of the days of a large wave, when the shelf missed some of them, and when later versions change what they were about. */
const database = testDatabase("record");
const WAVE = "zz22";

beforeAll(async () => {
  await loadSynthetic(database.client, database.url, { figures: 900, actions: 60, workforces: 9, seed: 7 });
}, 120_000);

type Columns = Record<string, unknown>;

/** Puts another version of a record into the database, as of an instant that may lie in the past. */
async function revise(id: string, change: Columns, recordedAt: Date): Promise<void> {
  const { client } = database;
  const last = await client.revision.findFirstOrThrow({ where: { recordId: id }, orderBy: { number: "desc" } });
  const snapshot = { ...(last.snapshot as Columns), ...change } as object;
  const number = last.number + 1;
  await client.revision.create({ data: { recordId: id, number, snapshot, recordedAt } });
  await client.record.update({ where: { id }, data: { revision: number } });
  const { action, figure } = client;
  if (id.startsWith("ZZ22-A")) await action.update({ where: { id }, data: change });
  else await figure.update({ where: { id }, data: change });
  await client.publication.create({ data: { waveId: WAVE, recordId: id, publishedAt: recordedAt } });
}

async function madeUp(before: Parameters<typeof readPairs>[1]): Promise<Pair> {
  const pair = (await readPairs(database.client, before)).find(({ whole }) => whole.wave.id === WAVE);
  if (!pair) throw new Error("No made-up wave");
  return pair;
}

/** On the days given, the dashboard and some of the maps, those of `dates` always among them. */
function expectTheSame(pair: Pair, days: readonly (string | null)[], dates: readonly string[] = []): void {
  for (const day of days) {
    const [open] = contexts(pair, day, null);
    if (!open) throw new Error("No reading");
    const some = stepsIn(open).filter(
      ({ part, date }, index) => part !== "day" || index % 6 === 0 || dates.includes(date),
    );
    for (const key of [null, ...some.map((step) => step.key)]) {
      const [whole, part] = contexts(pair, day, key).map((context) =>
        spreadView(context, { at: key, wasLeftOut: false }),
      );
      expect(part, `map of ${key} as known on ${day}`).toEqual(whole);
    }
    const [whole, part] = contexts(pair, day, null).map((context) => ({
      headline: headlineOf(context),
      key: keyNumbers(context),
      joining: joiningView(context),
      charts: CHART_KINDS.map((kind) => said(chartView(kind, context.record, charts))),
    }));
    expect(part, `dashboard as known on ${day}`).toEqual(whole);
  }
}

/** A figure of the size of a gathering in a known place, and one of how many struck. */
async function countedFigures() {
  const { figure } = database.client;
  const counted = { id: { startsWith: "ZZ22" }, lower: { not: null }, standing: "normal" } as const;
  const crowd = await figure.findFirstOrThrow({
    where: {
      ...{ ...counted, measure: "attendance", subject: "action" },
      action: { type: "rally", certainty: { not: "contradicted" }, localityId: { not: null } },
    },
    orderBy: { id: "asc" },
  });
  const strikers = await figure.findFirstOrThrow({ where: { ...counted, measure: "workers_directly_involved" } });
  return { crowd, strikers };
}

describe("the days of a large wave", () => {
  // These come first: what follows dates records of the wave to days to come.
  it("have what figures alone changed, on the day of the publication and the one after", async () => {
    const { crowd, strikers } = await countedFigures();
    let before = await withClient(database.client, () => readEdition(null, 0));
    const soon = new Date(Date.now() + 1000);
    const [today, tomorrow] = [soon, new Date(soon.getTime() + 86_400_000)];
    for (const at of [today, tomorrow]) {
      const isAccepted = { standing: "preferred", standingReason: { en: "Counted from the air." } };
      await revise(crowd.id, { ...isAccepted, lower: 70_000, upper: at === today ? 75_000 : 80_000 }, at);
      const isRejected = { standing: "deprecated", standingReason: { en: "Counted the wrong shift." } };
      await revise(strikers.id, at === today ? isRejected : { lower: 12, upper: 12 }, new Date(at.getTime() + 1));
      const pair = await madeUp(before);
      const days = [today, tomorrow].map((day) => day.toISOString().slice(0, 10));
      expectTheSame(pair, ["2019-04-10", ...days, null], [localDate(crowd.asOfEarliest.getTime(), "Asia/Almaty")]);
      before = await withClient(database.client, () => readEdition(before, 0));
    }
  }, 120_000);

  it("are made anew from the last copied publication on, and an evening that is new comes on all maps", async () => {
    const { client } = database;
    const before = await withClient(client, () => readEdition(null, 0));
    const figure = await client.figure.findFirstOrThrow({
      where: {
        ...{ id: { startsWith: "ZZ22" }, measure: "attendance", lower: { not: null }, standing: "normal" },
        action: { certainty: { not: "contradicted" } },
      },
      orderBy: { id: "asc" },
    });
    const gathering = await client.action.findUniqueOrThrow({ where: { id: figure.actionId ?? "" } });
    const tomorrow = new Date(Date.now() + 86_400_000);
    const dayAfter = new Date(Date.now() + 2 * 86_400_000);
    const evening = new Date(gathering.startEarliest.getTime() + 18 * 3_600_000);
    const night = new Date(gathering.startEarliest.getTime() + 24 * 3_600_000 - 1);
    await revise(figure.id, { lower: 90_000, upper: 90_000 }, tomorrow);
    await revise(gathering.id, { startEarliest: evening, startLatest: night, startPrecision: "part_of_day" }, dayAfter);
    const pair = await madeUp(before);
    expect(stepsIn(contexts(pair, null, null)[0] ?? never()).some(({ part }) => part === "evening")).toBe(true);
    const days = [new Date(), tomorrow, dayAfter].map((day) => day.toISOString().slice(0, 10));
    expectTheSame(pair, ["2019-03-20", "2019-04-10", ...days, null]);
  }, 120_000);
});

function never(): never {
  throw new Error("No reading");
}
