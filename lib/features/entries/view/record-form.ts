import type { Moment } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import { fieldOf, kindOf } from "@/lib/domain/record-diff";
import { RECORD_FIELDS, type RecordField } from "@/lib/domain/record-fields";
import type { CitationRow, RecordRow, Texts } from "@/lib/domain/wave-record";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { type RecordClock, typedEnd, typedStart } from "./record-clock";

/** What stands in the fields of a record's form, by their names: `names.kk`, `asOf.earliest`, `citations.KZ22-S4.words`. */
export type RecordForm = Record<string, string>;
export type Answers = { demandId: string; outcome: Texts | null }[];

/** The fields of a kind of record that can be corrected. */
export function correctableFields(row: Pick<RecordRow, "id">): RecordField[] {
  return RECORD_FIELDS[kindOf(row)].filter(({ isFixed }) => !isFixed);
}

/** The parts a quantity is asked for in: what a figure counts follows from its measure, a demand is never approximate. */
export function quantityParts(name: string): ("lower" | "upper" | "unit" | "approximate" | "unknown" | "words")[] {
  if (name === "target") return ["lower", "upper", "unit", "words"];
  if (name === "amount") return ["lower", "upper", "unit", "unknown", "words"];
  return ["lower", "upper", "approximate", "unknown", "words"];
}

/** The form as the record stands: what a contributor leaves as it is keeps the record's own value to the millisecond. */
export function formOf(row: RecordRow, clock: RecordClock): RecordForm {
  const fields = correctableFields(row).map((field) => partsOf(field, fieldOf(row, field.name), clock));
  return Object.assign({}, ...fields, ...row.citations.map(citationParts));
}

function partsOf({ name, shape }: RecordField, value: unknown, clock: RecordClock): RecordForm {
  switch (shape) {
    case "texts":
      return textParts(name, value as Texts | null);
    case "lines":
      return { [name]: (value as string[]).join("\n") };
    case "flag":
      return { [name]: value === true ? "yes" : "" };
    case "quantity":
      return amountParts(name, value as Quantity | null);
    case "moment":
      return momentParts(name, value as Moment | null, clock);
    case "instant":
      return { [name]: value === null ? "" : typedStart(value as number, clock) };
    case "references":
      return { [name]: (value as string[]).toSorted().join(" ") };
    case "answers":
      return answerParts(name, value as Answers);
    default:
      return { [name]: (value as string | null) ?? "" };
  }
}

function textParts(name: string, texts: Texts | null): RecordForm {
  return Object.fromEntries(LOCALES.map((locale) => [`${name}.${locale}`, texts?.[locale] ?? ""]));
}

function amountParts(name: string, quantity: Partial<Quantity> | null): RecordForm {
  const typed = (part: ReturnType<typeof quantityParts>[number]) => {
    if (part === "approximate") return quantity?.approximate ? "yes" : "";
    return String(quantity?.[part] ?? "");
  };
  return Object.fromEntries(quantityParts(name).map((part) => [`${name}.${part}`, typed(part)]));
}

function momentParts(name: string, moment: Moment | null, clock: RecordClock): RecordForm {
  return {
    [`${name}.earliest`]: moment === null ? "" : typedStart(moment.earliest, clock),
    [`${name}.latest`]: moment === null ? "" : typedEnd(moment.latest, clock),
    [`${name}.precision`]: moment?.precision ?? "",
  };
}

function answerParts(name: string, answers: Answers): RecordForm {
  const outcomes = answers.map(({ demandId, outcome }) => textParts(`${name}.${demandId}`, outcome));
  const ids = answers.map(({ demandId }) => demandId).toSorted();
  return Object.assign({ [name]: ids.join(" ") }, ...outcomes);
}

function citationParts({ sourceId, words, wordsLanguage, reliability, contradicts }: CitationRow): RecordForm {
  const at = `citations.${sourceId}`;
  return {
    [`${at}.words`]: words ?? "",
    [`${at}.wordsLanguage`]: wordsLanguage ?? "",
    [`${at}.reliability`]: reliability ?? "",
    [`${at}.contradicts`]: contradicts ? "yes" : "",
    [`${at}.remove`]: "",
  };
}

/** Of what was typed only what differs from how the record stands, so that nothing else is touched. */
export function changesOf(typed: RecordForm, form: RecordForm): RecordForm {
  // Browsers send line ends their own way, and what a form shows is trimmed when it comes back.
  const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, stands]) => {
      const now = typed[name];
      return now === undefined || tidy(now) === tidy(stands) ? [] : [[name, now]];
    }),
  );
}
