import { describe, expect, it } from "vitest";
import { checkRecord, SEED_IDS } from "./record-check";
import { type FileName, type RawRecord, readRawRecord } from "./record-files";
import { endOfDay, instantsOf } from "./record-times";

type Loose = Record<string, unknown> & { quantity: Record<string, unknown>; place: Record<string, unknown> };

function planted(file: FileName, id: string, spoil: (record: Loose) => void): string[] {
  const raw: RawRecord = structuredClone(readRawRecord());
  const record = (raw[file] as Loose[]).find((one) => one.id === id);
  if (record === undefined) throw new Error(`${id} is not in ${file}.json`);
  spoil(record);
  return checkRecord(raw).problems.map(({ at, problem }) => `${at}: ${problem}`);
}

describe("the record of January 2022", () => {
  const check = checkRecord(readRawRecord());

  it("has no problem", () => expect(check.problems).toEqual([]));

  it("has every record the plan of ids names", () => {
    expect(check.counts).toMatchObject({
      region: 20,
      locality: 36,
      employer: 5,
      workforce: 20,
      action: 58,
      event: 40,
      demand: 19,
      solidarity: 16,
      coverage_note: 2,
    });
    expect(check.counts.source).toBeGreaterThanOrEqual(60);
    expect(check.counts.workforce_size).toBeGreaterThanOrEqual(12);
  });

  it("holds every fact of the article", () => {
    expect(SEED_IDS).toHaveLength(69);
    expect([...check.seed].filter(([, ids]) => ids.length === 0)).toEqual([]);
    expect(check.seed.get("F12")?.[0]).toBe("KZ22-F12");
    expect(check.seed.get("F61")?.[0]).toBe("KZ22-L61");
  });

  it("keeps unknown apart from numbers, and the rate of Tengizchevroil disputed", () => {
    expect(check.figures.unknown).toBeGreaterThan(20);
    expect(check.figures.withNumber + check.figures.unknown).toBe(check.figures.total);
    expect(check.figures.disputed).toBeGreaterThanOrEqual(1);
  });
});

describe("a planted fault is found", () => {
  const faults: [string, FileName, string, (record: Loose) => void, string][] = [
    ["no source", "actions", "KZ22-A31", (r) => (r.citations = []), "KZ22-A31: a claim without a source"],
    [
      "a number without words",
      "figures",
      "KZ22-F119",
      (r) => (r.quantity.words = null),
      "KZ22-F119: a number without the source's words",
    ],
    [
      "a number without its rule",
      "figures",
      "KZ22-F127",
      (r) => (r.quantity.rule = null),
      "KZ22-F127: a number made from words without its rule",
    ],
    [
      "a number its rule does not read",
      "figures",
      "KZ22-F127",
      (r) => (r.quantity.lower = 6000),
      "KZ22-F127: its rule reads 5000 to null",
    ],
    [
      "an unsound quantity",
      "figures",
      "KZ22-F119",
      (r) => (r.quantity.upper = 1),
      "KZ22-F119: its quantity is not sound: lower_above_upper",
    ],
    [
      "zero for unknown",
      "figures",
      "KZ22-F54",
      (r) => (r.quantity.lower = 0),
      "KZ22-F54: its quantity is not sound: reason_with_number",
    ],
    [
      "a place without precision",
      "actions",
      "KZ22-A20",
      (r) => delete r.place.precision,
      "actions.json KZ22-A20: place.precision",
    ],
    [
      "a date without precision",
      "actions",
      "KZ22-A20",
      (r) => delete (r.start as Loose).precision,
      "actions.json KZ22-A20: start.precision",
    ],
    ["a missing language", "events", "KZ22-E34", (r) => delete (r.text as Loose).kk, "events.json KZ22-E34: text.kk"],
    ["a fact left out", "events", "KZ22-E34", (r) => (r.seed = []), "F34: became no record"],
    [
      "a broken link",
      "actions",
      "KZ22-A4",
      (r) => (r.demands = ["KZ22-D99"]),
      "KZ22-A4: KZ22-D99 is no demand of the record",
    ],
    [
      "a link of the wrong kind",
      "figures",
      "KZ22-F12",
      (r) => (r.action = "KZ22-E34"),
      "KZ22-F12: KZ22-E34 is no action of the record",
    ],
    [
      "an unknown source",
      "demands",
      "KZ22-D1",
      (r) => (r.citations = [{ source: "KZ22-S999", reliability: "c" }]),
      "KZ22-D1: KZ22-S999 is no source of the record",
    ],
    [
      "an unknown region",
      "actions",
      "KZ22-A5",
      (r) => (r.place.region = "KZ-XXX"),
      "KZ22-A5: KZ-XXX is no region of the record",
    ],
    [
      "a region of a later date",
      "actions",
      "KZ22-A49",
      (r) => (r.place.region = "KZ-10"),
      "KZ22-A49: KZ-10 did not exist on 2022-01-05",
    ],
    [
      "a place in the wrong region",
      "actions",
      "KZ22-A20",
      (r) => (r.place.region = "KZ-AKT"),
      "KZ22-A20: atyrau was not in KZ-AKT on 2022-01-04",
    ],
    [
      "an id of another kind",
      "actions",
      "KZ22-A31",
      (r) => (r.id = "KZ22-E31"),
      "KZ22-E31: not an id of the kind action in KZ22",
    ],
    ["an id used twice", "actions", "KZ22-A31", (r) => (r.id = "KZ22-A30"), "KZ22-A30: used twice"],
    [
      "a time of another zone",
      "actions",
      "KZ22-A104",
      (r) => (r.start = { from: "2022-01-03T06:00+06:00", to: "2022-01-03T12:00+06:00", precision: "part_of_day" }),
      "KZ22-A104: 2022-01-03T06:00+06:00 is not in the local time of KZ-MAN, +05:00",
    ],
    ["a word nobody asked for", "actions", "KZ22-A31", (r) => (r.strikers = 12), "actions.json KZ22-A31:"],
  ];

  it.each(faults)("%s", (_name, file, id, spoil, expected) => {
    const found = planted(file, id, spoil);
    expect(found.filter((line) => line.startsWith(expected))).not.toEqual([]);
  });
});

describe("times of the files", () => {
  it("reads a part of a day up to its last millisecond, and a minute as itself", () => {
    const evening = { from: "2022-01-04T18:00+06:00", to: "2022-01-05T00:00+06:00", precision: "part_of_day" } as const;
    expect(instantsOf(evening).earliest.toISOString()).toBe("2022-01-04T12:00:00.000Z");
    expect(instantsOf(evening).latest.toISOString()).toBe("2022-01-04T17:59:59.999Z");
    const minute = { from: "2022-01-01T17:20+05:00", to: "2022-01-01T17:20+05:00", precision: "minute" } as const;
    expect(instantsOf(minute).latest.toISOString()).toBe("2022-01-01T12:20:00.000Z");
  });

  it("takes a date of publication to its end, in the time of the wave", () => {
    expect(endOfDay("2022-01-15", "Asia/Almaty").toISOString()).toBe("2022-01-15T17:59:59.999Z");
    expect(endOfDay("2024-06-01", "Asia/Almaty").toISOString()).toBe("2024-06-01T18:59:59.999Z");
  });
});
