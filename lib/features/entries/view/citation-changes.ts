import type { FieldChange, FieldValue } from "@/lib/domain/record-diff";
import type { CitationRow } from "@/lib/domain/wave-record";
import { isWithheldMark, WITHHELD } from "@/lib/domain/withholding";

type Part = { part: string; told: (citation: CitationRow) => FieldValue | null };

/** What is said of a source where it is cited, each by the name that its form gives it. */
const PARTS: readonly Part[] = [
  {
    part: "words",
    told: ({ words, wordsLanguage }) => {
      if (words === null) return null;
      return isWithheldMark(words) ? { is: "withheld" } : { is: "text", text: words, language: wordsLanguage };
    },
  },
  {
    part: "wordsLanguage",
    told: ({ wordsLanguage }) => (wordsLanguage === null ? null : { is: "language", tag: wordsLanguage }),
  },
  {
    part: "reliability",
    told: ({ reliability }) => (reliability === null ? null : { is: "choice", value: reliability }),
  },
  { part: "contradicts", told: ({ contradicts }) => ({ is: "flag", value: contradicts }) },
];

/** A change of how a source is cited as the changes of its parts; one that came or went stays whole. */
export function citationByParts(change: FieldChange): FieldChange[] {
  const { before, after, path, name } = change;
  if (before?.is !== "citation" || after?.is !== "citation") return [change];
  return PARTS.flatMap(({ part, told }) => {
    const [was, is] = [told(before.citation), told(after.citation)];
    // The language of unchanged words is told by its own part.
    return textOf(was) === textOf(is) ? [] : [{ path: `${path}.${part}`, name, before: was, after: is }];
  });
}

function textOf(value: FieldValue | null): string | null {
  switch (value?.is) {
    case "text":
      return value.text;
    case "language":
      return value.tag;
    case "choice":
      return value.value;
    case "flag":
      return String(value.value);
    case "withheld":
      return WITHHELD;
    default:
      return null;
  }
}
