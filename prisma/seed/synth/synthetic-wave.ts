import type { RecordKind } from "@/lib/domain/id";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readRecordFiles } from "../record-files";
import { type Dice, makeDice } from "./dice";

/** How large a made-up wave is to be. The same sizes and seed make the same wave. */
export type Sizes = { figures: number; actions: number; workforces: number; seed: number };

/** A record as a revision keeps it: the columns of its table by name, instants and dates as ISO texts. */
export type Columns = Readonly<Record<string, unknown>>;

/** One made-up record with all that its tables are written from. */
export type MadeRecord = {
  id: string;
  number: number;
  columns: Columns;
  sources: readonly string[];
  workforces: readonly string[];
  demands: readonly string[];
  recordedAt: number;
  /** What was published first, where it was corrected or retracted later. */
  earlier: { columns: Columns; recordedAt: number } | null;
  retractedReason: string | null;
};

export type Place = { localityId: string; regionId: string };
export type Synthesis = { sizes: Sizes; dice: Dice; places: readonly [Place, ...Place[]] };

export const DAY = 86_400_000;
const HOUR = 3_600_000;
export const DAYS = 60;
export const WAVE_CODE = "ZZ22";
/** Before Kazakhstan's regions were split, so that the map of January 2022 is the wave's own. */
const FIRST_DAY = "2019-03-01";
/** Local midnight of the first day: UTC+6, as in most of the country then. */
export const BEGINS = Date.parse(`${FIRST_DAY}T00:00Z`) - 6 * HOUR;

export function synthesisOf(sizes: Sizes): Synthesis {
  const { localities, regions } = readRecordFiles();
  const then = new Set(
    regions
      .filter(({ validFrom, validTo }) => (validFrom ?? "") <= FIRST_DAY && (validTo ?? "9") > FIRST_DAY)
      .map(({ code }) => code),
  );
  const places = localities.flatMap(({ id, regions: homes }) => {
    const home = homes.find(({ region }) => then.has(region));
    return home ? [{ localityId: id, regionId: home.region }] : [];
  });
  const [first, ...others] = places;
  if (first === undefined) throw new Error("The record of January 2022 names no place to put anything in.");
  return { sizes, dice: makeDice(sizes.seed), places: [first, ...others] };
}

export function waveRow({ figures }: Sizes): Prisma.WaveCreateInput & { lastDay: Date } {
  const count = figures.toLocaleString("en");
  return {
    id: WAVE_CODE.toLowerCase(),
    code: WAVE_CODE,
    slug: "synthetic-wave",
    names: {
      en: "Synthetic wave (made up)",
      kk: "Синтетикалық толқын (ойдан шығарылған)",
      ru: "Синтетическая волна (вымышленная)",
      tr: "Yapay dalga (uydurma)",
    },
    summary: {
      en: `${count} figures made up by a program to test Turnout under load. Nothing of this ever happened.`,
      kk: `Turnout жүктемемен сыналуы үшін бағдарлама ойдан шығарған ${count} көрсеткіш. Мұның ешқайсысы болған емес.`,
      ru: `${count} показателей, придуманных программой для проверки Turnout под нагрузкой. Ничего из этого не было.`,
      tr: `Turnout’u yük altında denemek için bir programın uydurduğu ${count} sayı. Bunların hiçbiri yaşanmadı.`,
    },
    country: "KZ",
    firstDay: new Date(`${FIRST_DAY}T00:00Z`),
    lastDay: new Date(Date.parse(`${FIRST_DAY}T00:00Z`) + (DAYS - 1) * DAY),
    timeZone: "Asia/Almaty",
    state: "draft",
    synthetic: true,
  };
}

export function idOf(letter: string, index: number): string {
  return `${WAVE_CODE}-${letter}${index + 1}`;
}

export function inAllLanguages(en: string, kk: string, ru: string, tr: string) {
  return { en, kk, ru, tr };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A record that was never changed, known from the end of a day of the wave. */
export function madeRecord(
  letter: string,
  index: number,
  made: Partial<MadeRecord> & { columns: Columns },
): MadeRecord {
  const id = idOf(letter, index);
  return {
    ...{ id, number: index + 1, sources: [], workforces: [], demands: [], earlier: null, retractedReason: null },
    recordedAt: BEGINS + DAY - 1,
    ...made,
    columns: { id, ...made.columns },
  };
}

/** How the records of one kind are made, and how many there are. */
export type Maker = { kind: RecordKind; count(sizes: Sizes): number; make(index: number, of: Synthesis): MadeRecord };
