import { addDays, isCalendarDate } from "@/lib/shared/local-time";
import { dayInWords } from "@/lib/shared/month-names";
import { fullYear, type ShortYear } from "@/lib/shared/short-year";

export const DATE_ORDERS = ["day_first", "month_first"] as const;
export const SERIALS = ["from_1900", "from_1904"] as const;
export const TIMES = ["hour", "day"] as const;

/** What a file cannot say of its dates and its author has to: once for a column. */
export type DateAnswers = {
  order?: (typeof DATE_ORDERS)[number] | undefined;
  serial?: (typeof SERIALS)[number] | undefined;
  shortYear?: ShortYear | undefined;
  time?: (typeof TIMES)[number] | undefined;
};

/** What could be said of a cell before anybody answered. */
export type DateShape =
  | { kind: "plain"; date: string; hour: number | null }
  /** An instant of the whole world, whose date depends on the place. */
  | { kind: "instant"; at: number }
  | { kind: "numeric"; first: number; second: number; year: number; isShort: boolean; hour: number | null }
  | { kind: "serial"; day: number; hour: number | null };

export type ReadDate = { date: string; hour: number | null } | { at: number } | { refusal: DateRefusal };
export type DateRefusal =
  | "date_wrong"
  | "date_other_order"
  | "date_order_open"
  | "date_serial_open"
  | "date_year_open"
  | "date_time_open";

const WITH_TIME =
  /^(.*?\d)(?:\s*[T,]\s*|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** What a cell says of a day as it is written, or null when it says none. */
export function shapeOfDate(cell: string): DateShape | null {
  const text = cell
    .normalize("NFKC")
    .replace(/[\s\u00a0\u202f]+/gu, " ")
    .trim();
  if (text === "" || text.length > 40) return null;
  const [, day = text, hourText, minutes, , half, zone] = WITH_TIME.exec(text) ?? [];
  if (zone !== undefined) {
    const at = Date.parse(text.replace(" ", "T"));
    return Number.isNaN(at) ? null : { kind: "instant", at };
  }
  const hour = hourText === undefined ? null : hourOf(Number(hourText), Number(minutes), half);
  return hour === undefined ? null : shapeOfDay(day, hour);
}

function hourOf(typed: number, minutes: number, half: string | undefined): number | undefined {
  if (minutes > 59 || typed > (half === undefined ? 23 : 12)) return undefined;
  if (half === undefined) return typed;
  return (typed % 12) + (/^p/i.test(half) ? 12 : 0);
}

function shapeOfDay(text: string, hour: number | null): DateShape | null {
  const [, year, month, day] = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text)?.toSpliced(2, 1) ?? [];
  if (year !== undefined && (text.length === 8 || /\D/.test(text))) return plain([year, month, day], hour);
  const [, first, second, last] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)?.toSpliced(2, 1) ?? [];
  if (first !== undefined) {
    const isShort = last?.length === 2;
    return { kind: "numeric", first: Number(first), second: Number(second), year: Number(last), isShort, hour };
  }
  const [, days, part] = /^([2-7]\d{4})(?:[.,](\d+))?$/.exec(text) ?? [];
  if (days !== undefined) {
    const time = part === undefined ? hour : Math.floor(Number(`0.${part}`) * 24);
    return { kind: "serial", day: Number(days), hour: time };
  }
  return named(text, hour);
}

function plain([year, month, day]: (string | undefined)[], hour: number | null): DateShape | null {
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isCalendarDate(date) ? { kind: "plain", date, hour } : null;
}

function named(text: string, hour: number | null): DateShape | null {
  const parts = dayInWords(text);
  return parts === null ? null : plain(parts, hour);
}

/** The day a cell says, with what its author answered; what is open is refused and never guessed. */
export function readDate(cell: string, answers: DateAnswers): ReadDate {
  const shape = shapeOfDate(cell);
  if (shape === null) return { refusal: "date_wrong" };
  if (shape.kind === "instant") return { at: shape.at };
  const date = dayOf(shape, answers);
  if (typeof date !== "string") return date;
  if (shape.hour === null) return { date, hour: null };
  if (answers.time === undefined) return { refusal: "date_time_open" };
  return { date, hour: answers.time === "hour" ? shape.hour : null };
}

function dayOf(shape: Exclude<DateShape, { kind: "instant" }>, answers: DateAnswers) {
  if (shape.kind === "plain") return shape.date;
  if (shape.kind === "serial") {
    if (answers.serial === undefined) return { refusal: "date_serial_open" } as const;
    return addDays(answers.serial === "from_1900" ? "1899-12-30" : "1904-01-01", shape.day);
  }
  return numericDay(shape, answers);
}

function numericDay(shape: Extract<DateShape, { kind: "numeric" }>, { order, shortYear }: DateAnswers) {
  if (shape.isShort && shortYear === undefined) return { refusal: "date_year_open" } as const;
  const year = shape.isShort && shortYear ? fullYear(shape.year, shortYear) : shape.year;
  const only = orderOf(shape);
  if (only === null) return { refusal: "date_wrong" } as const;
  if (only !== "same" && only !== "open" && order !== undefined && only !== order)
    return { refusal: "date_other_order" } as const;
  if (only === "open" && order === undefined) return { refusal: "date_order_open" } as const;
  const isDayFirst = only === "same" || (only === "open" ? order : only) === "day_first";
  const [day, month] = isDayFirst ? [shape.first, shape.second] : [shape.second, shape.first];
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCalendarDate(date) ? date : ({ refusal: "date_wrong" } as const);
}

/** Which order two numbers can have; `open` where both are possible and differ. */
export function orderOf({ first, second }: { first: number; second: number }) {
  const canDay = first <= 31 && second <= 12;
  const canMonth = first <= 12 && second <= 31;
  if (canDay && canMonth) return first === second ? "same" : "open";
  if (canDay) return "day_first";
  return canMonth ? "month_first" : null;
}
