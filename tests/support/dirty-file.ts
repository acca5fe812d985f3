import { writeCsv } from "@/lib/shared/chart/csv-file";

/** A workforce with an action of its own, as rows may name them. */
export type Subject = { workforceId: string; workforceNames: string[]; actionId: string };
export type Planted = { column: string | null; code: string };
export type DirtyFile = {
  csv: string;
  /** What is wrong with each wrong row, by its number. */
  wrong: Map<number, Planted[]>;
  /** Rows that say what an earlier row said, with that row. */
  doubles: Map<number, number>;
  rows: number;
};

export const COLUMNS = {
  workforce: "Коллектив",
  action: "Акция",
  measure: "Показатель",
  date: "Дата",
  value: "Сколько",
  claimant: "Кто",
  claimant_name: "Кто именно",
  words: "Слова",
  words_language: "Язык слов",
  source_ids: "Источник",
  source_language: "Язык источника",
  note: "Примечание",
} as const;
type Name = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Name[];
type Row = Record<Name, string>;

/** The same numbers for the same seed, wherever it runs (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The same days in the writings that people use: the fifth of January can be the first of May, and a number of a spreadsheet. */
const DATES = [
  "2022-01-05",
  "05.01.2022",
  "5/1/2022",
  "5 января 2022",
  "6 қаңтар 2022",
  "4 Ocak 2022",
  "13.01.2022",
  "44566",
];
const WORDS = ["более {n}", "around {n}", "{n} адам", "en az {n} kişi", "сотни"];

const FAULTS: readonly { plant: (row: Row) => void; faults: (Omit<Planted, "column"> & { column: Name })[] }[] = [
  fault("date", "date_wrong", "31.02.2022"),
  fault("date", "date_wrong", "в среду"),
  fault("date", "date_outside_wave", "05.01.2019"),
  fault("date", "date_missing", ""),
  fault("date", "date_other_order", "01.25.2022"),
  fault("workforce", "reference_unknown", "Рудник «Атлантида»"),
  fault("workforce", "workforce_missing", ""),
  fault("action", "action_missing", ""),
  fault("action", "action_not_of_workforce", "KZ22-A9999"),
  fault("measure", "unknown_choice", "люди?"),
  fault("value", "value_unreadable", "н/д"),
  fault("value", "mode_missing", ""),
  fault("value", "number_negative", "-5"),
  fault("value", "number_whole_number_needed", "12,5"),
  fault("value", "number_broken_grouping", "1 23 456"),
  {
    plant: (row) => Object.assign(row, { value: "20–10", words: "от двадцати до десяти" }),
    faults: [{ column: "value", code: "quantity_lower_above_upper" }],
  },
  fault("claimant", "unknown_choice", "сосед"),
  fault("source_ids", "source_unknown", "KZ22-S9999"),
  fault("source_ids", "source_id_wrong", "Wikipedia"),
  fault("source_ids", "source_missing", ""),
  fault("words_language", "language_wrong", "русский"),
  {
    plant: (row) => Object.assign(row, { date: "вчера", claimant: "" }),
    faults: [
      { column: "date", code: "date_wrong" },
      { column: "claimant", code: "claimant_missing" },
    ],
  },
];

function fault(column: Name, code: string, cell: string) {
  return { plant: (row: Row) => Object.assign(row, { [column]: cell }), faults: [{ column, code }] };
}

/** A file as people make it: every fifth row wrong in a known way, every fiftieth said before, and formulas in between. */
export function dirtyFile(rows: number, subjects: readonly Subject[], seed = 1): DirtyFile {
  const random = seeded(seed);
  const wrong: DirtyFile["wrong"] = new Map();
  const doubles: DirtyFile["doubles"] = new Map();
  const good = new Map<number, string[]>();
  const table: string[][] = [];
  for (let at = 0; at < rows; at += 1) {
    const number = at + 2;
    const row = goodRow(at, subjects, random);
    const before = random(50) === 0 ? [...good.keys()].at(-1 - random(Math.min(good.size, 5))) : undefined;
    if (before !== undefined) {
      doubles.set(number, before);
      table.push(good.get(before) ?? []);
      continue;
    }
    if (random(5) === 0) {
      const planted = FAULTS[random(FAULTS.length)];
      planted?.plant(row);
      const faults = planted?.faults ?? [];
      wrong.set(
        number,
        faults.map(({ column, code }) => ({ column: COLUMNS[column], code })),
      );
    }
    const cells = NAMES.map((name) => row[name]);
    if (!wrong.has(number)) keepFew(good, number, cells);
    table.push(cells);
  }
  return { csv: writeCsv(Object.values(COLUMNS), table).replaceAll("\r\n", "\n"), wrong, doubles, rows };
}

/** Only the last few are repeated, so that a large file is not held twice. */
function keepFew(good: Map<number, string[]>, number: number, cells: string[]): void {
  good.set(number, cells);
  if (good.size > 10) good.delete(good.keys().next().value ?? 0);
}

function goodRow(at: number, subjects: readonly Subject[], random: (below: number) => number): Row {
  const subject = subjects[random(subjects.length)];
  const { workforceId = "", workforceNames = [], actionId = "" } = subject ?? {};
  const count = 200 + random(700);
  const digits = [String(count), `1 ${count}`, `1,${count}`, `1'${count}`, `${count}–${count + 50}`];
  const inWords = WORDS[random(WORDS.length)]?.replace("{n}", String(count)) ?? "";
  const isWords = random(4) === 0;
  const names = [workforceId, ...workforceNames];
  return {
    workforce: names[random(names.length)] ?? workforceId,
    action: actionId,
    measure: ["workers_directly_involved", "workers on strike", "Workers on strike"][random(3)] ?? "",
    date: DATES[random(DATES.length)] ?? "",
    value: isWords ? inWords : (digits[random(digits.length)] ?? ""),
    claimant: ["union", "press", "workers"][random(3)] ?? "",
    claimant_name: `Профсоюз ${random(9)}`,
    words: isWords ? "" : "столько людей, сказали у ворот",
    words_language: "ru",
    source_ids: "KZ22-S4",
    source_language: "ru",
    note:
      [`№ ${at}`, `=HYPERLINK("http://example.org";"${at}")`, `"в кавычках", с запятой ${at}\nи строкой`][random(3)] ??
      "",
  };
}
