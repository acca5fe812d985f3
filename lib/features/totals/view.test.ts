import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { NO_LENS } from "@/lib/domain/lens";
import { exact } from "@/lib/domain/quantity";
import { throughLens } from "@/lib/domain/through-lens";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { columnNames } from "@/lib/shared/files/file-registry";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticFigure,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { totalsView } from "./view";
import { strikesFile, totalsFile } from "./view/files";
import { strikesView } from "./view/strikes";

const real = waveRecordOfFiles(readRecordFiles());

async function contextOf(record: WaveRecord, locale: (typeof LOCALES)[number] = "en") {
  const messages = await readMessages(locale);
  const words = createTranslator({ locale, messages, timeZone: "UTC", namespace: "totals" });
  const said: string[] = [];
  const context = readingContext(record, await readingWords(locale));
  const spoken = (key: Parameters<typeof words>[0], values?: Record<string, string | number>) => {
    const text = words(key, values);
    said.push(text);
    return text;
  };
  return { ...context, words: spoken, said };
}

const strike = (id: string, change = {}) =>
  syntheticAction(id, { regionId: "R1", workforceIds: [`W-${id}`], ...change });
const peak = (id: string, actionId: string, n: number, change = {}) =>
  syntheticFigure(id, { actionId, basis: "peak", quantity: exact(n, "people"), ...change });
const made = syntheticRecord({
  regions: [syntheticRegion("R1"), syntheticRegion("R2")],
  actions: [
    strike("A1"),
    strike("A2", { regionId: "R2" }),
    strike("A3"),
    strike("G1", { general: true, workforceIds: [] }),
  ],
  figures: [peak("F1", "A1", 300), peak("F2", "A2", 500), peak("F3", "G1", 9000, { general: true })],
});

describe("totalsView", () => {
  it("says of January 2022 that no strike has a number, and leads to the claims that name none", async () => {
    const [strikes, crowds] = totalsView(await contextOf(real));
    expect(strikes?.summary).toBe("For all 12 strikes recorded, no one has reported a number.");
    expect(strikes?.silent?.sentence).toBe("4 claims speak of it and name no number:");
    expect(strikes?.silent?.claims[0]?.href).toBe("/en/records/KZ22-F106");
    expect(strikes?.totals).toEqual([]);
    expect(strikes?.without).toHaveLength(12);
    expect(crowds?.totals.map(({ title, amount }) => `${title}: ${amount}`)).toContain(
      "on 4 January 2022: at least 11,000",
    );
    expect(crowds?.beside.map(({ name, amount }) => `${name}: ${amount}`)).toContain("the whole wave: 36,831–38,000");
  });

  it("says of a sum what it rests on and lacks, without and with general strikes, and has a row for every action", async () => {
    const [view] = totalsView(await contextOf(made));
    expect(view?.summary).toBe("For 1 of 4 strikes no one has reported a number.");
    expect(view?.totals[0]).toMatchObject({ key: "strike-workers_directly_involved-peak", amount: "800" });
    expect(view?.totals[0]?.sentences).toEqual([
      "It rests on 2 claims about 2 strikes.",
      "For 1 strike of that time no one has reported a number; it is in no sum, and that is not zero.",
      "Without 1 general strike, whose figure is about an area: 800.",
      "With general strikes, each standing for all workplaces of its area: 9,500.",
    ]);
    expect(view?.totals[0]?.rows.map(({ key, role, amount }) => `${key} ${role} ${amount}`)).toEqual([
      "A1 added 300",
      "A2 added 500",
      "G1 general strike, beside 9,000",
      "A3 in no sum no number",
    ]);
  });

  it("is of one region alone where asked: its actions, and figures about it but about nothing wider", async () => {
    const [view] = totalsView(await contextOf(made), "R2");
    expect(view?.totals[0]).toMatchObject({ amount: "500" });
    const crowds = totalsView(await contextOf(real), "KZ-MAN").find(({ kind }) => kind === "rally");
    expect(crowds?.beside.map(({ amount }) => amount)).toEqual(["about 700"]);
  });

  it.each(LOCALES)("is said whole in %s, for the real record and a made one", async (locale) => {
    for (const record of [real, made, throughLens(real, { ...NO_LENS, rule: "words_only" })]) {
      const context = await contextOf(record, locale);
      totalsView(context);
      strikesView(context);
      expect(context.said.length).toBeGreaterThan(10);
      expect(context.said.filter((text) => text === "" || /[{}]|totals\./.test(text))).toEqual([]);
    }
  });
});

describe("strikesView", () => {
  it("says how long each lasted and that nobody can say how many days were not worked", async () => {
    const view = strikesView(await contextOf(real));
    expect(view.lines).toHaveLength(12);
    expect(view.total).toMatch(
      /^cannot be said: on how many stopped work, no one has reported a number for any of the 12 strikes/,
    );
    const tengiz = view.lines.find(({ key }) => key === "KZ22-A124");
    expect(tengiz).toMatchObject({
      duration: "6 days",
      directly: "no one has reported a number",
      days: "cannot be said",
    });
    expect(view.lines.find(({ key }) => key === "KZ22-A10")?.duration).toBe(
      "at least 1 day; no one has reported the end",
    );
  });

  it("says in Russian of a bound as of a bound, and of a number as of a number", async () => {
    const days = (count: number, openEnd: boolean) => ({
      period: { start: syntheticMoment(1), end: openEnd ? null : syntheticMoment(count), openEnd },
    });
    const lines = async (change: object) =>
      strikesView(await contextOf(syntheticRecord({ actions: [strike("A1", change)] }), "ru")).lines[0]?.duration;
    expect(await lines(days(21, false))).toBe("21 день");
    expect(await lines(days(1, true))).toMatch(/^не менее 1 дня/);
  });

  it("adds days as computed and shows what was reported beside", async () => {
    const two = { start: syntheticMoment(1), end: syntheticMoment(2), openEnd: false };
    const on = (id: string, day: number) => syntheticFigure(id, { actionId: "A1", asOf: syntheticMoment(day) });
    const said = { measure: "days_not_worked", basis: "cumulative", quantity: exact(250, "days") } as const;
    const record = syntheticRecord({
      actions: [strike("A1", { period: two })],
      figures: [on("F1", 1), on("F2", 2), syntheticFigure("F3", { actionId: "A1", ...said })],
    });
    const silent = { ...record, actions: [...record.actions, strike("A2"), strike("G1", { general: true })] };
    expect(strikesView(await contextOf(silent)).sentences.slice(0, 2)).toEqual([
      "Rests on 2 claims; 1 strike lacks a number and is in no sum.",
      "For 1 general strike no one has reported a number.",
    ]);
    const view = strikesView(await contextOf(record));
    expect(view.total).toBe("200 days");
    expect(view.lines[0]).toMatchObject({ duration: "2 days", days: "200 days" });
    expect(view.lines[0]?.remarks).toContain("Reported as such: 250.");
    expect(view.lines[0]?.claims.map(({ name }) => name)).toEqual(["F1", "F2"]);
  });
});

describe("with and without general strikes", () => {
  const workplaces = { actions: [strike("A1")], figures: [peak("F1", "A1", 300)] };
  const silent = strike("G1", { general: true, workforceIds: [] });

  it("are two readings of every sum as soon as a general strike is claimed, also where they are alike", async () => {
    const [view] = totalsView(await contextOf(syntheticRecord({ ...workplaces, actions: [strike("A1"), silent] })));
    expect(view?.totals[0]?.sentences.slice(2)).toEqual([
      "Without general strikes: 300.",
      "With general strikes: 300 as well, for none of them has a number here.",
      "For 1 general strike no one has reported a number.",
    ]);
    expect(view?.general).toBeNull();
  });

  it("are said to be the same once where no general strike is claimed", async () => {
    const average = syntheticFigure("F2", { actionId: "A1", basis: "average" });
    const record = syntheticRecord({ ...workplaces, figures: [...workplaces.figures, average] });
    const views = totalsView(await contextOf(record));
    expect(views.flatMap(({ general }) => general ?? [])).toEqual([
      "There are no general-strike claims: with and without them it is the same.",
    ]);
    expect(JSON.stringify(views.map(({ totals }) => totals))).not.toMatch(/general strike/i);
  });
});

describe("the files", () => {
  it("hold the sum, what it is made of and what it lacks, each in a row as wide as the header", () => {
    const { header, rows } = totalsFile(made);
    expect(header).toEqual(columnNames("totals"));
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
    const of = (role: string) => rows.filter((row) => row[4] === role).map((row) => [row[5], row[7], row[8]]);
    expect(of("total_without_general_strikes")).toEqual([["", "800", "800"]]);
    expect(of("total_with_general_strikes")).toEqual([["", "9500", "9500"]]);
    expect(of("total")).toEqual([]);
    expect(of("added")).toEqual([
      ["A1", "300", "300"],
      ["A2", "500", "500"],
    ]);
    expect(of("no_number")).toEqual([["A3", "", ""]]);
  });

  it("call the sum of protests a total, with nothing to be with or without", () => {
    const crowd = syntheticFigure("F1", { actionId: "A1", measure: "attendance", basis: "peak" });
    const record = syntheticRecord({
      actions: [syntheticAction("A1", { type: "rally" }), ...made.actions],
      figures: [crowd],
    });
    const roles = totalsFile(record)
      .rows.filter(([kind]) => kind === "rally")
      .map((row) => row[4]);
    expect(roles.filter((role) => role?.startsWith("total"))).toEqual(["total"]);
  });

  it("say of every strike what each threshold says, and never below where nobody reported", () => {
    const { header, rows } = strikesFile(real);
    expect(rows).toHaveLength(12);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
    const answers = rows.flatMap((row) =>
      header.flatMap((name, at) => (name.startsWith("threshold_") ? [row[at]] : [])),
    );
    expect(new Set(answers)).toEqual(new Set(["cannot_say", "meets"]));
  });
});
