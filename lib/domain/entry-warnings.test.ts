import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EntryWarning, entryWarnings, hullOfClaims, type Surroundings, type Typed } from "./entry-warnings";
import { atLeast, atMost, exact, type Quantity, range, unknown } from "./quantity";

const typed = (changes: Partial<Typed> = {}, quantity: Quantity | null = null): Typed => ({
  sketch: {
    ...{ kind: "figure", sort: null, about: [], place: null, span: null, claimant: null, texts: [], sourceIds: [] },
    quantity,
  },
  ...{ unit: "people", date: "", number: [], personal: [], misnamed: [], known: [], ...changes },
});
const around = (changes: Partial<Surroundings> = {}): Surroundings => ({
  ...{
    firstDay: "2030-05-01",
    elsewhere: null,
    others: [],
    claims: [],
    range: null,
    near: [],
    sizes: [],
    population: null,
    ...changes,
  },
});
const codes = (warnings: readonly EntryWarning[]) => warnings.map(({ code }) => code);
const count = fc.integer({ min: 0, max: 1000 });

describe("what stands out in an entry", () => {
  it("is nothing where nothing was typed or is on record", () => {
    expect(entryWarnings(typed(), around())).toEqual([]);
  });

  it("a date before the wave, and only that; a size may be years older", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const date = `2030-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const is = codes(entryWarnings(typed({ date }), around())).includes("before_wave");
        expect(is).toBe(month < 5);
      }),
    );
    const size = typed({ date: "2019-01-01" });
    expect(entryWarnings({ ...size, sketch: { ...size.sketch, kind: "workforce_size" } }, around())).toEqual([]);
  });

  it("a text in another language than was said, at the field of the language", () => {
    const misnamed = [{ field: "textLanguage", language: "en" as const }];
    expect(entryWarnings(typed({ misnamed }), around())).toEqual([
      { code: "other_language", field: "textLanguage", language: "en" },
    ]);
  });

  it("a workforce that is on record elsewhere than the place, with where", () => {
    const elsewhere = {
      field: "place",
      id: "W1",
      names: { en: "Miners" },
      place: { en: "North" },
      homes: [{ en: "South" }],
    };
    expect(entryWarnings(typed(), around({ elsewhere }))).toEqual([{ code: "place_elsewhere", ...elsewhere }]);
  });

  it("more than there are: surely above the largest size, or above everybody who lives there", () => {
    fc.assert(
      fc.property(count, count, count, (claimed, one, other) => {
        const sizes = [
          { id: "H1", quantity: exact(one, "people") },
          { id: "H2", quantity: exact(other, "people") },
        ];
        const told = entryWarnings(typed({}, exact(claimed, "people")), around({ sizes }));
        expect(told.length === 1).toBe(claimed > Math.max(one, other));
        const living = entryWarnings(typed({}, atLeast(claimed, "people")), around({ population: one }));
        expect(living.length === 1).toBe(claimed > one);
      }),
    );
  });

  it("is silent where nobody can say: an open or unknown size, an open claim, a percentage, no population", () => {
    const open = [{ id: "H1", quantity: atLeast(5, "people") }];
    const unclear = [{ id: "H1", quantity: unknown("withheld", "people") }];
    expect(entryWarnings(typed({}, exact(900, "people")), around({ sizes: open }))).toEqual([]);
    expect(entryWarnings(typed({}, exact(900, "people")), around({ sizes: unclear }))).toEqual([]);
    const known = [{ id: "H1", quantity: exact(5, "people") }];
    expect(entryWarnings(typed({}, atMost(900, "people")), around({ sizes: known }))).toEqual([]);
    expect(entryWarnings(typed({ unit: "percent" }, exact(90, "percent")), around({ sizes: known }))).toEqual([]);
  });

  it("words where digits are asked for, with what the rules read", () => {
    const read = (text: string) => entryWarnings(typed({ number: [{ field: "number", text }] }), around());
    expect(read("hundreds")).toMatchObject([{ code: "looks_like_words", field: "number", read: { lower: 200 } }]);
    expect(read("сотни шахтёров")).toMatchObject([{ read: { lower: 200, upper: null } }]);
    expect(read("хз")).toMatchObject([{ typed: "хз" }]);
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (number) => {
        expect(read(String(number))).toEqual([]);
      }),
    );
  });

  it("says the claims there with what is accepted, known addresses by their id, and likely doubles", () => {
    const claims = [
      { id: "F1", claimant: "union" as const, claimantNames: null, quantity: exact(75, "percent") },
      { id: "F2", claimant: "employer" as const, claimantNames: null, quantity: exact(40, "percent") },
    ];
    const accepted = hullOfClaims(claims);
    expect(accepted).toMatchObject(range(40, 75, "percent"));
    const told = entryWarnings(
      typed({ known: [{ field: "sources.0.url", id: "S1" }] }),
      around({ claims, range: accepted }),
    );
    expect(told).toEqual([
      { code: "claims_there", field: "mode", claims, range: accepted },
      { code: "source_known", field: "sources.0.url", id: "S1" },
    ]);
    const { sketch } = typed();
    const source = { ...sketch, kind: "source" as const, texts: ["What happened in the town"] };
    const others = [{ id: "S7", text: null, day: null, sketch: source }];
    expect(entryWarnings({ ...typed(), sketch: source }, around({ others }))).toMatchObject([
      { code: "likely_duplicate", records: [{ id: "S7" }] },
    ]);
  });
});
