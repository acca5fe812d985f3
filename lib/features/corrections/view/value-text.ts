import type { FieldValue } from "@/lib/domain/record-diff";
import { isWithheldMark } from "@/lib/domain/withholding";

const iso = (at: number) => new Date(at).toISOString();
const bound = (value: number | null) => (value === null ? "" : String(value));

/** A value as a file has it: codes and instants, no language's words; what is not there is empty. */
export function valueText(value: FieldValue | null): string {
  switch (value?.is) {
    case undefined:
      return "";
    case "text":
      return value.text;
    case "lines":
      return value.lines.join("; ");
    case "language":
      return value.tag;
    case "choice":
      return value.value;
    case "flag":
      return String(value.value);
    case "quantity":
      return quantityText(value.quantity);
    case "rule":
      return `${value.rule.id}@${value.rule.version}`;
    case "moment":
      return `${iso(value.moment.earliest)}/${iso(value.moment.latest)} ${value.moment.precision}`;
    case "instant":
      return iso(value.at);
    case "date":
      return value.date;
    case "references":
      return value.ids.join(" ");
    case "citation":
      return citationText(value.citation);
    case "withheld":
      return "";
  }
}

/** Whether words of a value are withheld. */
export function hasWithheld(value: FieldValue | null): boolean {
  return value?.is === "withheld" || (value?.is === "citation" && isWithheldMark(value.citation.words ?? ""));
}

type Quantity = Extract<FieldValue, { is: "quantity" }>["quantity"];
type Citation = Extract<FieldValue, { is: "citation" }>["citation"];

/** `300..500 people`, `..500 people`, `300.. people about`; an unknown as its reason, never as a zero. */
function quantityText({ lower, upper, unit, approximate, unknown }: Quantity): string {
  if (unknown !== null) return `unknown: ${unknown}`;
  return `${bound(lower)}..${bound(upper)} ${unit}${approximate ? " about" : ""}`;
}

function citationText({ words, wordsLanguage, reliability, contradicts }: Citation): string {
  const said = [
    contradicts ? "contradicts" : "supports",
    reliability,
    wordsLanguage,
    isWithheldMark(words ?? "") ? null : words,
  ];
  return said.filter((part) => part !== null).join("; ");
}
