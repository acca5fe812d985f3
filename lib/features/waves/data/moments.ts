import type { Moment, Period, Precision } from "@/lib/domain/moment";
import type { Quantity, Unit, UnknownReason } from "@/lib/domain/quantity";
import type { Texts } from "@/lib/domain/wave-record";

/** Columns become the domain's plain values here, so that no Prisma type travels further. */
export function toMoment(earliest: Date, latest: Date, precision: Precision): Moment {
  return { earliest: earliest.getTime(), latest: latest.getTime(), precision };
}

type PeriodColumns = {
  startEarliest: Date;
  startLatest: Date;
  startPrecision: Precision;
  endEarliest: Date | null;
  endLatest: Date | null;
  endPrecision: Precision | null;
  openEnd?: boolean;
};

export function toPeriod(row: PeriodColumns): Period {
  const hasEnd = row.endEarliest !== null && row.endLatest !== null && row.endPrecision !== null;
  return {
    start: toMoment(row.startEarliest, row.startLatest, row.startPrecision),
    end: hasEnd ? toMoment(row.endEarliest as Date, row.endLatest as Date, row.endPrecision as Precision) : null,
    openEnd: row.openEnd ?? false,
  };
}

type QuantityColumns = {
  lower: number | null;
  upper: number | null;
  unit: Unit;
  approximate: boolean;
  words: string | null;
  ruleId: string | null;
  ruleVersion: number | null;
  unknown: UnknownReason | null;
};

export function toQuantity(row: QuantityColumns): Quantity {
  return {
    lower: row.lower,
    upper: row.upper,
    unit: row.unit,
    approximate: row.approximate,
    words: row.words,
    rule: row.ruleId !== null && row.ruleVersion !== null ? { id: row.ruleId, version: row.ruleVersion } : null,
    unknown: row.unknown,
  };
}

/** JSON columns of texts are written through schemas and CHECKs only, so their shape is known. */
export function toTexts(value: unknown): Texts {
  return value as Texts;
}

export function toTextsOrNull(value: unknown): Texts | null {
  return value === null || value === undefined ? null : (value as Texts);
}

/** A date column as its local date, `2022-01-04`. */
export function toDay(value: Date): string {
  return value.toISOString().slice(0, 10);
}

export function toDayOrNull(value: Date | null): string | null {
  return value === null ? null : toDay(value);
}
