import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldChange } from "@/lib/domain/record-diff";
import type { CitationRow } from "@/lib/domain/wave-record";
import { citationByParts } from "./citation-changes";

const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const citations: fc.Arbitrary<CitationRow> = fc.record({
  sourceId: fc.constant("KZ22-S4"),
  words: maybe("about three hundred", "300"),
  wordsLanguage: maybe("ru", "kk"),
  reliability: maybe("a" as const, "b" as const, "c" as const),
  contradicts: fc.boolean(),
});

const change = (before: CitationRow | null, after: CitationRow | null): FieldChange => ({
  ...{ path: "citations.KZ22-S4", name: "citations" },
  before: before && { is: "citation", citation: before },
  after: after && { is: "citation", citation: after },
});

test("exactly the parts that differ are told, each under the name it has in the form", () => {
  fc.assert(
    fc.property(citations, citations, (before, after) => {
      const parts = (["words", "wordsLanguage", "reliability", "contradicts"] as const).filter(
        (part) => before[part] !== after[part],
      );
      expect(citationByParts(change(before, after)).map(({ path }) => path)).toEqual(
        parts.map((part) => `citations.KZ22-S4.${part}`),
      );
    }),
  );
});

test("a source that came or went is told whole", () => {
  fc.assert(
    fc.property(citations, (citation) => {
      for (const one of [change(null, citation), change(citation, null)]) expect(citationByParts(one)).toEqual([one]);
    }),
  );
});
