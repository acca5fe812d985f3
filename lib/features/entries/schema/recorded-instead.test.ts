import { describe, expect, it } from "vitest";
import { editRecordFormSchema, newRecordFormSchema } from "./forms";
import { recordedInstead, takeRecordedIntent } from "./recorded-instead";

const typed = {
  ...{ locale: "en", submissionKey: "0123456789", date: "2022-01-05" },
  ...{ "sources.0.url": "https://one.example.kz/", "sources.0.quote": "1414 miners", "sources.0.title": "The mines" },
  ...{ "sources.1.url": "https://two.example.kz/", "sources.1.noAddress": "yes", "sources.1.kind": "press" },
};
const intent = takeRecordedIntent("sources.0.url", "KZ22-S4");

describe("the recorded source instead of a new one", () => {
  it("stands in its place by its id, with the quote and nothing of the new one; every other place is as it was", () => {
    const { payload, check, submit } = newRecordFormSchema.parse({ ...typed, intent });
    const [first, second] = payload.sources;
    expect(first).toMatchObject({ existing: "KZ22-S4", quote: "1414 miners", url: "", title: "", language: "" });
    expect(second).toMatchObject({ existing: "", url: "https://two.example.kz/", noAddress: "yes", kind: "press" });
    // Nothing is saved by it: the form comes back.
    expect({ check, submit }).toEqual({ check: true, submit: false });
  });

  it("is what the form of an entry that exists comes back with too", () => {
    const of = { entryId: "0b6f1f0e-2f4f-4d0a-9a55-0d4f4a1f2a10", seenVersion: "2" };
    const { instead } = editRecordFormSchema.parse({ ...typed, ...of, intent });
    expect(instead).toEqual(recordedInstead(intent));
    expect(instead).toMatchObject({ "sources.0.existing": "KZ22-S4", "sources.0.publishedOn": "" });
  });

  it("is asked for by its own button alone, with the id of a source", () => {
    for (const other of ["", "check", "submit", "take_recorded sources.0 KZ22-A4", "take_recorded note KZ22-S4", null])
      expect([other, recordedInstead(other)]).toEqual([other, null]);
    expect(newRecordFormSchema.parse({ ...typed, intent: "check" }).instead).toBeNull();
  });
});
