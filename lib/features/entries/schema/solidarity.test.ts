import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEntryInput } from "../schema";
import { figureInputSchema } from "./figure";
import { newRecordFormSchema } from "./forms";
import { type SolidarityInput, solidarityInputSchema } from "./solidarity";
import { readSolidarity } from "./solidarity-proposal";

const typed = (changes: object = {}) => ({
  ...{ recordKind: "solidarity", waveId: "zz30", solidarityKind: "fund", supporterKind: "organisation" },
  ...{ supporterName: "A union", fromCountry: "TR", supported: "wave", text: "It sent money.", textLanguage: "en" },
  ...{ date: "2030-05-02", sources: [{ existing: "ZZ30-S1", quote: "money", language: "en" }] },
  ...changes,
});
const read = (changes: object = {}) => readSolidarity(typed(changes));
const codes = (changes: object) => {
  const reading = read(changes);
  return "problems" in reading ? reading.problems.map(({ field, code }) => `${field}: ${code}`) : [];
};
const proposal = (changes: object = {}) => {
  const reading = read(changes);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.proposal;
};

describe("an act of support as typed", () => {
  it("is read whole, with no amount where none was named", () => {
    expect(proposal()).toMatchObject({
      ...{ kind: "fund", supporterName: "A union", workforceId: null, fromCountry: "TR" },
      ...{ toActionId: null, asActionId: null, amount: null },
      givenAt: { date: "2030-05-02", precision: "day", part: null, hour: null },
    });
    expect(proposal({ supported: "ZZ30-A1", asActionId: "ZZ30-A2" })).toMatchObject({
      ...{ toActionId: "ZZ30-A1", asActionId: "ZZ30-A2" },
    });
  });

  it("names everything that is missing, in the order of the form", () => {
    expect(
      codes({
        ...Object.fromEntries(Object.keys(typed()).map((name) => [name, ""])),
        recordKind: "solidarity",
        sources: [],
      }),
    ).toEqual([
      "solidarityKind: solidarity_kind_missing",
      "supporterKind: supporter_kind_missing",
      "fromCountry: country_wrong",
      "supported: supported_missing",
      "text: act_missing",
      "date: date_missing",
      "sources.0.url: source_missing",
    ]);
  });

  it("needs a name unless a recorded workforce stood by, and takes a workforce of nobody else", () => {
    const workforce = { supporterKind: "workforce", workforceId: "ZZ30-W1", supporterName: "" };
    expect(proposal(workforce)).toMatchObject({ workforceId: "ZZ30-W1", supporterName: null });
    expect(codes({ ...workforce, workforceId: "" })).toEqual(["supporterName: supporter_missing"]);
    expect(proposal({ ...workforce, workforceId: "", supporterName: "Dockers" }).workforceId).toBeNull();
    expect(proposal({ workforceId: "ZZ30-W1" }).workforceId).toBeNull();
    expect(codes({ supporterName: "" })).toEqual(["supporterName: supporter_missing"]);
  });

  it("is not its own support", () => {
    expect(codes({ supported: "ZZ30-A1", asActionId: "ZZ30-A1" })).toEqual(["asActionId: supports_itself"]);
  });

  it.each(["", "KAZ", "K1", "Kazakhstan"])("has a country that is no code refused: %j", (fromCountry) => {
    expect(codes({ fromCountry })).toEqual(["fromCountry: country_wrong"]);
  });

  it("has a country typed in small letters in capitals", () => {
    expect(proposal({ fromCountry: "tr" }).fromCountry).toBe("TR");
  });

  it("keeps an unknown amount unknown, and asks what a number counts", () => {
    expect(proposal({ amountUnit: "tenge", lower: "5 000", upper: "" }).amount).toMatchObject({
      ...{ lower: 5000, upper: null, unit: "tenge", unknown: null },
    });
    expect(proposal({ amountUnit: "currency", unknownReason: "withheld", words: "a large sum" }).amount).toMatchObject({
      ...{ lower: null, upper: null, unknown: "withheld", words: "a large sum" },
    });
    expect(codes({ amountUnit: "people" })).toEqual(["unknownReason: reason_missing"]);
    expect(codes({ lower: "5" })).toEqual(["amountUnit: unit_missing"]);
    expect(codes({ amountUnit: "people", lower: "9", upper: "5" })).toEqual(["lower: quantity_lower_above_upper"]);
  });

  it("never makes a number of no number, whatever is typed", () => {
    const part = fc.constantFrom("", "0", "7", "1 200", "many");
    const units = fc.constantFrom("", "people", "tenge");
    const reasons = fc.constantFrom("", "withheld");
    fc.assert(
      fc.property(part, part, units, reasons, (lower, upper, amountUnit, unknownReason) => {
        const reading = read({ lower, upper, amountUnit, unknownReason });
        if ("problems" in reading) return;
        const { amount } = reading.proposal;
        expect(amount === null).toBe(amountUnit === "");
        expect(amount?.lower ?? null).toBe(amount === null || lower === "" ? null : Number(lower.replace(" ", "")));
        expect(amount?.upper ?? null).toBe(amount === null || upper === "" ? null : Number(upper.replace(" ", "")));
      }),
    );
  });
});

describe("the payload of an entry", () => {
  it("is one kind of record and never another", () => {
    const solidarity = solidarityInputSchema.parse(typed());
    expect(readEntryInput(solidarity)).toEqual(solidarity);
    expect(figureInputSchema.safeParse(solidarity).success).toBe(false);
    expect(solidarityInputSchema.safeParse(figureInputSchema.parse({})).success).toBe(false);
    expect(readEntryInput({ ...solidarity, recordKind: "demand" })).toBeNull();
  });
});

describe("the form", () => {
  const sent = (changes: Record<string, string> = {}) => ({
    ...{
      locale: "en",
      submissionKey: "a-key-of-a-form",
      intent: "submit",
      possibleFrom: "2030-04-01",
      possibleUntil: "2030-06-10",
    },
    ...Object.fromEntries(Object.entries(typed()).filter(([name]) => name !== "sources") as [string, string][]),
    ...{ "sources.0.existing": "ZZ30-S1", "sources.0.quote": "money", "sources.0.language": "en" },
    ...changes,
  });

  it("becomes the nested input, without what the form does not have", () => {
    const { payload, submit } = newRecordFormSchema.parse(sent({ claimant: "union" }));
    expect(submit).toBe(true);
    expect((payload as SolidarityInput).sources).toHaveLength(1);
    expect("claimant" in payload).toBe(false);
  });

  it("refuses a day far from the wave when it is sent, and keeps it in a draft", () => {
    const far = { date: "2020-01-01" };
    expect(newRecordFormSchema.safeParse(sent(far)).error?.issues).toMatchObject([
      { path: ["date"], message: "date_outside_wave" },
    ]);
    expect(newRecordFormSchema.safeParse(sent({ ...far, intent: "save" })).success).toBe(true);
  });
});
