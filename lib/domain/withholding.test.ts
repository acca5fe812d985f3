import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECORD_LETTERS, type RecordKind } from "./id";
import {
  filledParts,
  partsRepeating,
  type Snapshot,
  textParts,
  WITHHELD,
  WITHHELD_TEXTS,
  withheld,
  withoutWords,
  wordsTaken,
} from "./withholding";

const KINDS = Object.keys(RECORD_LETTERS) as RecordKind[];
/** Words that stand nowhere else, so that finding them again means that they were left. */
const secret = fc.integer({ min: 0, max: 1e9 }).map((n) => `secret-${n}`);
const texts = fc.option(fc.dictionary(fc.constantFrom("en", "kk", "ru", "tr"), secret, { minKeys: 1 }), { nil: null });
const counted = {
  ...{ lower: fc.nat(), upper: fc.nat(), unit: fc.constant("people"), regionId: fc.constant("KZ-MAN") },
  ...{ startEarliest: fc.constant("2022-01-04T00:00:00.000Z"), placePrecision: fc.constant("region") },
  ...{ ruleId: fc.constant("turnout.hundreds"), ruleVersion: fc.constant(1), actionId: fc.constant("KZ22-A1") },
};

function snapshotOf(kind: RecordKind): fc.Arbitrary<Snapshot> {
  const parts = textParts(kind).map((part): [string, fc.Arbitrary<unknown>] => {
    if (part === "citations")
      return [part, fc.array(fc.record({ source: fc.constant("KZ22-S1"), words: fc.option(secret, { nil: null }) }))];
    if (part === "answers") return [part, fc.array(fc.record({ demand: fc.constant("KZ22-D1"), outcome: texts }))];
    if (part === "otherNames") return [part, fc.array(secret)];
    return [
      part,
      part === "words" || ["title", "url", "publisher", "archivedUrl", "origin"].includes(part) ? secret : texts,
    ];
  });
  return fc.record({ ...counted, ...Object.fromEntries(parts) });
}

const anyVersion = fc
  .constantFrom(...KINDS)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), snapshot: snapshotOf(kind), parts: fc.subarray(textParts(kind)) }),
  );

describe("withheld", () => {
  it("leaves none of the words of the parts withheld, and every other word", () => {
    fc.assert(
      fc.property(anyVersion, ({ kind, snapshot, parts }) => {
        const after = withheld(kind, snapshot, { scope: "texts", parts });
        expect(filledParts(kind, [after]).filter(({ part }) => parts.includes(part))).toEqual([]);
        for (const part of textParts(kind)) if (!parts.includes(part)) expect(after[part]).toEqual(snapshot[part]);
        const left = JSON.stringify(after);
        const stays = new Set(
          wordsTaken(
            kind,
            Object.fromEntries(
              textParts(kind)
                .filter((part) => !parts.includes(part))
                .map((part) => [part, snapshot[part]]),
            ),
            {},
          ),
        );
        for (const word of wordsTaken(kind, snapshot, after))
          if (!stays.has(word)) expect(left.includes(`"${word}"`)).toBe(false);
      }),
    );
  });

  it("changes no number, time, place or link with the texts, and says the same when asked again", () => {
    fc.assert(
      fc.property(anyVersion, ({ kind, snapshot, parts }) => {
        const after = withheld(kind, snapshot, { scope: "texts", parts });
        for (const name of ["lower", "upper", "unit", "regionId", "startEarliest", "placePrecision", "actionId"])
          expect(after[name]).toEqual(snapshot[name]);
        expect(withheld(kind, after, { scope: "texts", parts })).toEqual(after);
        expect(Object.keys(after)).toEqual(Object.keys(snapshot));
      }),
    );
  });

  it("takes every word, the number and the place of a whole record, and never makes a zero of it", () => {
    fc.assert(
      fc.property(anyVersion, ({ kind, snapshot }) => {
        const after = withheld(kind, snapshot, { scope: "record", parts: [] });
        expect(filledParts(kind, [after])).toEqual([]);
        expect(JSON.stringify(after)).not.toContain("secret-");
        if (kind === "figure") expect(after).toMatchObject({ lower: null, upper: null, unknown: "withheld" });
        if (kind === "action") expect(after).toMatchObject({ regionId: null, placePrecision: "country" });
      }),
    );
  });

  it("shows of each part every text that any version has there, once", () => {
    const versions = [
      { note: { en: "He leads it." }, words: null, citations: [{ words: "a quote" }, { words: null }] },
      { note: { en: "He leads it.", ru: "Он ведёт." }, words: null, citations: [{ words: "a quote" }] },
    ];
    expect(filledParts("figure", versions)).toEqual([
      { part: "note", texts: ["He leads it.", "Он ведёт."] },
      { part: "citations", texts: ["a quote"] },
    ]);
  });

  it("lets no rule read a number again whose words are withheld, and empties the address of a source", () => {
    const figure = { words: "hundreds", ruleId: "turnout.hundreds", ruleVersion: 1, lower: 200, upper: null };
    expect(withheld("figure", figure, { scope: "texts", parts: ["words"] })).toEqual({
      ...{ words: WITHHELD, ruleId: null, ruleVersion: null, lower: 200, upper: null },
    });
    expect(
      withheld("source", { url: "https://x.example/me", title: "My page" }, { scope: "texts", parts: ["url"] }),
    ).toEqual({
      ...{ url: null, title: "My page" },
    });
  });
});

it("takes with a text every other part that repeats it in any version", () => {
  const versions = [
    { note: { en: "Said by Aizhan B." }, words: "Aizhan B." },
    { note: null, words: "hundreds" },
  ];
  expect(partsRepeating("figure", versions, ["words"])).toEqual(["words", "note"]);
  expect(partsRepeating("figure", versions, ["note"])).toEqual(["note"]);
  expect(partsRepeating("figure", versions, [])).toEqual([]);
});

describe("words taken out of proposals", () => {
  it("finds them wherever they stand, whole or inside another text, and leaves the rest", () => {
    const payload = {
      note: "Said by Aizhan B.",
      sources: [{ quote: "Aizhan B." }],
      number: "1200",
      changes: { "note.ru": "A" },
    };
    expect(withoutWords(payload, ["Aizhan B.", "A"])).toEqual({
      ...{
        note: `Said by ${WITHHELD}`,
        sources: [{ quote: WITHHELD }],
        number: "1200",
        changes: { "note.ru": WITHHELD },
      },
    });
    expect(withoutWords({ text: "An account", count: 3, none: null }, ["A"])).toEqual({
      text: "An account",
      count: 3,
      none: null,
    });
  });

  it("takes the longest first, so that no part of a name is left", () => {
    const before = { note: { en: "Aizhan Bekova", ru: "Aizhan" } };
    expect(wordsTaken("figure", before, { note: WITHHELD_TEXTS })).toEqual(["Aizhan Bekova", "Aizhan"]);
    expect(withoutWords("Aizhan Bekova", wordsTaken("figure", before, {}))).toBe(WITHHELD);
  });
});
