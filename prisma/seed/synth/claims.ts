import { actionAt, FIGURES_PER_SOURCE } from "./happenings";
import {
  BEGINS,
  type Columns,
  DAY,
  DAYS,
  idOf,
  inAllLanguages,
  iso,
  type Maker,
  madeRecord,
  type Synthesis,
} from "./synthetic-wave";

const OF_STRIKES = ["workers_directly_involved", "participation_rate", "workers_directly_involved", "days_not_worked"];
const OF_CROWDS = ["attendance", "attendance", "arrests", "injuries"];
const CLAIMANTS = ["union", "employer", "press", "state"] as const;
/** Figures for the whole wave: some for each day, however many figures there are. */
const OF_WAVE = 180;

/** How many people it was "in truth": what claimants then tell, each in their own way. */
function truthOf(action: number, { dice }: Synthesis): number {
  return 40 + Math.floor(dice.chance(action, "size") ** 4 * 8000);
}

type About = { action: number; place: number; day: number; measure: string; columns: Columns };

/** Each action has its share of the figures in turn; groups of four claimants speak of the same day and measure. */
function aboutOf(index: number, of: Synthesis): About {
  const { actions, figures, workforces } = of.sizes;
  const each = Math.max(1, Math.floor(figures / actions));
  const action = Math.min(actions - 1, Math.floor(index / each));
  const place = index - action * each;
  const at = actionAt(action, of);
  const nothing = { actionId: null, eventId: null, regionId: null, workforceId: null };
  if (place === 0 && action < OF_WAVE) {
    const columns = { subject: "wave", ...nothing };
    return { action, place, day: action % DAYS, measure: "attendance", columns };
  }
  if (place === 1 && action % 40 === 0) {
    const columns = { subject: "region", ...nothing, regionId: at.place.regionId };
    return { action, place, day: at.day, measure: "attendance", columns };
  }
  const group = Math.floor(place / CLAIMANTS.length);
  const measures = at.stops ? OF_STRIKES : OF_CROWDS;
  const measure = measures[group % measures.length] ?? "attendance";
  const isNamed = at.workforces.length > 1 && group % 2 === 0;
  const workforceId = isNamed ? idOf("W", action % workforces) : null;
  const day = at.day + (Math.floor(group / measures.length) % at.days);
  return {
    action,
    place,
    day,
    measure,
    columns: { subject: "action", ...nothing, actionId: idOf("A", action), workforceId },
  };
}

type Told = { lower: number | null; upper: number | null; words: string | null; rule: string | null };

/** What one claimant says: about the truth, half of it, twice as much, in words, or nothing. */
function toldOf(index: number, { measure, action, place }: About, of: Synthesis): Told {
  const { dice } = of;
  const truth = truthOf(action, of);
  const leaning = [1.3, 0.5, 1, 0.6][place % CLAIMANTS.length] ?? 1;
  const said = Math.round(truth * leaning * (0.9 + dice.chance(index, "says") * 0.2));
  const way = dice.chance(index, "way");
  const none = { lower: null, upper: null, words: null, rule: null };
  if (way < 0.08) return none;
  if (measure === "participation_rate") {
    const percent = Math.min(100, Math.max(1, Math.round(60 * leaning + dice.upTo(30, index, "percent"))));
    return { ...none, lower: percent, upper: percent };
  }
  if (measure === "days_not_worked") return { ...none, lower: said * 3, upper: said * 3 };
  if (measure === "arrests" || measure === "injuries") return { ...none, lower: 0, upper: Math.round(said / 50) };
  if (way < 0.16) return { lower: said, upper: null, words: `more than ${said} people`, rule: "turnout.more_than" };
  if (way < 0.2) return { lower: 200, upper: null, words: "hundreds of people", rule: "turnout.plural" };
  return { ...none, lower: said, upper: way < 0.4 ? Math.round(said * 1.2) : said };
}

function unitOf(measure: string): string {
  if (measure === "participation_rate") return "percent";
  return measure === "days_not_worked" ? "days" : "people";
}

function quantityOf(measure: string, { lower, upper, words, rule }: Told): Columns {
  return {
    ...{ lower, upper, unit: unitOf(measure), approximate: false, words, wordsLanguage: words === null ? null : "en" },
    ...{ ruleId: rule, ruleVersion: rule === null ? null : 1 },
    unknown: lower === null && upper === null ? "not_reported" : null,
  };
}

const WRONG = inAllLanguages(
  "Made up as wrong",
  "Қате деп ойдан шығарылған",
  "Вымышлено как ошибочное",
  "Yanlış diye uydurma",
);

function claimColumns(index: number, { day, place, measure }: About, { dice }: Synthesis): Columns {
  const standing = dice.pick(
    ["normal", "normal", "normal", "normal", "normal", "preferred", "deprecated"],
    index,
    "stands",
  );
  const disputed = dice.chance(index, "disputed") < 0.01;
  return {
    ...{ measure, basis: measure === "days_not_worked" ? "cumulative" : "on_day" },
    ...{ asOfEarliest: iso(BEGINS + day * DAY), asOfLatest: iso(BEGINS + (day + 1) * DAY - 1), asOfPrecision: "day" },
    ...{ claimant: CLAIMANTS[place % CLAIMANTS.length], claimantName: null },
    ...{ standing, standingReason: standing === "normal" ? null : WRONG },
    ...{ disputed, disputeReason: disputed ? WRONG : null, note: null },
  };
}

function sourcesOf(index: number, { sizes, dice }: Synthesis): string[] {
  const own = Math.floor(index / FIGURES_PER_SOURCE);
  const last = sourceCount(sizes.figures) - 1;
  return [...new Set([own, ...(dice.chance(index, "second") < 0.3 ? [Math.min(last, own + 1)] : [])])].map((one) =>
    idOf("S", one),
  );
}

const sourceCount = (figures: number) => Math.ceil(figures / FIGURES_PER_SOURCE);

const figure: Maker = {
  kind: "figure",
  count: ({ figures }) => figures,
  make(index, of) {
    const { dice } = of;
    const about = aboutOf(index, of);
    const columns = (told: Told) => ({
      ...about.columns,
      ...quantityOf(about.measure, told),
      ...claimColumns(index, about, of),
    });
    const told = toldOf(index, about, of);
    const recordedAt = BEGINS + (Math.min(DAYS - 1, about.day + dice.upTo(8, index, "told")) + 1) * DAY - 1;
    const made = { recordedAt, sources: sourcesOf(index, of), columns: columns(told) };
    const change = dice.chance(index, "changes");
    if (change > 0.025) return madeRecord("F", index, made);
    const later = recordedAt + (1 + dice.upTo(5, index, "later")) * DAY;
    if (change < 0.005) {
      const earlier = { columns: { id: idOf("F", index), ...made.columns }, recordedAt };
      return madeRecord("F", index, { ...made, recordedAt: later, earlier, retractedReason: "Made up as retracted." });
    }
    const first = told.lower === null ? told : { ...told, lower: Math.max(0, told.lower - 1) };
    const earlier = { columns: { id: idOf("F", index), ...columns(first) }, recordedAt };
    return madeRecord("F", index, { ...made, recordedAt: later, earlier });
  },
};

const source: Maker = {
  kind: "source",
  count: ({ figures }) => sourceCount(figures),
  make(index, { dice }) {
    const kind = dice.pick(["press", "agency", "company", "union", "official"], index, "kind");
    return madeRecord("S", index, {
      columns: {
        ...{ url: null, archivedUrl: null, publisher: `Synthetic ${kind} ${dice.upTo(40, index, "publisher") + 1}` },
        title: `Synthetic source ${index + 1}`,
        language: dice.pick(["en", "ru", "kk", "tr"], index, "language"),
        publishedOn: iso(BEGINS + DAY / 2).slice(0, 10),
        ...{ kind, tier: dice.pick(["one", "one", "two"], index, "tier") },
        origin: dice.chance(index, "origin") < 0.1 ? `Synthetic agency ${index}` : null,
        note: null,
      },
    });
  },
};

const workforceSize: Maker = {
  kind: "workforce_size",
  count: ({ workforces }) => workforces * 2,
  make(index, of) {
    const workforceId = idOf("W", Math.floor(index / 2));
    const told = { lower: 200 + of.dice.upTo(9000, index, "size"), words: null, rule: null };
    return madeRecord("H", index, {
      sources: [idOf("S", 0)],
      columns: {
        ...{ workforceId, scopeNote: null, comparable: index % 2 === 0 },
        ...quantityOf("attendance", { ...told, upper: told.lower }),
        ...{ asOfEarliest: iso(BEGINS - DAY), asOfLatest: iso(BEGINS - 1), asOfPrecision: "day" },
        ...{ claimant: "employer", claimantName: null, standing: "normal", standingReason: null },
      },
    });
  },
};

export const CLAIMS = { source, workforceSize, figure };
