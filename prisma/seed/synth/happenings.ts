import { BEGINS, DAY, DAYS, idOf, inAllLanguages, iso, type Maker, madeRecord, type Synthesis } from "./synthetic-wave";

const TYPES = ["strike", "strike", "strike", "strike", "rally", "rally", "march", "blockade"] as const;
export const FIGURES_PER_SOURCE = 20;

/** When and where a made-up action took place, and whether work stopped: what its figures are made of too. */
export function actionAt(index: number, { dice, places, sizes }: Synthesis) {
  // Few at first, most in the middle of the wave, as waves go.
  const sway = (dice.chance(index, "early") + dice.chance(index, "late")) / 2;
  const day = Math.min(DAYS - 1, Math.floor(sway * DAYS));
  const lasts = 1 + Math.floor(dice.chance(index, "lasts") ** 3 * 14);
  const type = dice.pick(TYPES, index, "type");
  const workforce = index % sizes.workforces;
  const isJoint = dice.chance(index, "joint") < 0.04;
  const others = isJoint ? [(workforce + 1) % sizes.workforces] : [];
  return {
    ...{ day, type, place: dice.pick(places, workforce, "place"), workforces: [...new Set([workforce, ...others])] },
    days: Math.min(lasts, DAYS - day),
    stops: type === "strike" || dice.chance(index, "stops") < 0.1,
    general: type === "strike" && dice.chance(index, "general") < 0.004,
  };
}

function dayColumns(prefix: "start" | "end", day: number | null, precision = "day") {
  const known = day !== null;
  return {
    [`${prefix}Earliest`]: known ? iso(BEGINS + day * DAY) : null,
    [`${prefix}Latest`]: known ? iso(BEGINS + (day + 1) * DAY - 1) : null,
    [`${prefix}Precision`]: known ? precision : null,
  };
}

function sourceOfAction(index: number, { sizes }: Synthesis): string {
  const firstFigure = Math.floor((index * sizes.figures) / sizes.actions);
  return idOf("S", Math.floor(firstFigure / FIGURES_PER_SOURCE));
}

const action: Maker = {
  kind: "action",
  count: ({ actions }) => actions,
  make(index, of) {
    const { dice } = of;
    const { day, days, type, place, stops, general, workforces } = actionAt(index, of);
    const isEnded = dice.chance(index, "ended") < 0.6;
    const certainty = dice.pick(["confirmed", "confirmed", "claimed", "claimed", "contradicted"], index, "certainty");
    const last = BEGINS + (day + days) * DAY - 1;
    return madeRecord("A", index, {
      recordedAt: BEGINS + (day + 1 + dice.upTo(3, index, "told")) * DAY - 1,
      sources: [sourceOfAction(index, of)],
      workforces: workforces.map((one) => idOf("W", one)),
      demands: [idOf("D", Math.floor(index / 10))],
      columns: {
        ...{ type, general, solidarity: dice.chance(index, "solidarity") < 0.05, political: false },
        stoppage: stops ? "yes" : dice.pick(["no", "unclear"], index, "unclear"),
        scope: general ? "region" : "workplace",
        ...{ ...place, placePrecision: "locality", placeInferred: false, site: null, participants: null },
        ...dayColumns("start", day),
        ...dayColumns("end", isEnded ? day + days - 1 : null),
        openEnd: !isEnded && dice.chance(index, "open") < 0.2,
        lastKnownAt: !isEnded && dice.chance(index, "still") < 0.7 ? iso(last) : null,
        ...{ certainty, note: null },
      },
    });
  },
};

const OCCUPATIONS = [
  inAllLanguages("oil workers", "мұнайшылар", "нефтяники", "petrol işçileri"),
  inAllLanguages("miners", "кеншілер", "шахтёры", "madenciler"),
  inAllLanguages("railway workers", "теміржолшылар", "железнодорожники", "demiryolu işçileri"),
  inAllLanguages("drivers", "жүргізушілер", "водители", "şoförler"),
] as const;

const workforce: Maker = {
  kind: "workforce",
  count: ({ workforces }) => workforces,
  make(index, { dice, places }) {
    const number = index + 1;
    const place = dice.pick(places, index, "place");
    return madeRecord("W", index, {
      sources: [idOf("S", 0)],
      columns: {
        slug: `synthetic-workforce-${number}`,
        names: inAllLanguages(
          `Synthetic workforce ${number}`,
          `${number}-синтетикалық еңбек ұжымы`,
          `Синтетический коллектив ${number}`,
          `Yapay çalışan topluluğu ${number}`,
        ),
        occupation: dice.pick(OCCUPATIONS, index, "occupation"),
        ...{ otherNames: [], employerId: null, ...place, wholeEmployer: false, note: null },
      },
    });
  },
};

const demand: Maker = {
  kind: "demand",
  count: ({ actions }) => Math.ceil(actions / 10),
  make(index, { dice }) {
    const percent = 10 + dice.upTo(9, index, "raise") * 10;
    return madeRecord("D", index, {
      sources: [idOf("S", 0)],
      columns: {
        kind: dice.pick(["wages", "conditions", "union_rights", "prices"], index, "kind"),
        text: inAllLanguages(
          `Made up: ${percent} % more pay`,
          `Ойдан шығарылған: жалақыны ${percent} % көтеру`,
          `Вымышлено: поднять зарплату на ${percent} %`,
          `Uydurma: yüzde ${percent} ücret artışı`,
        ),
        raisedBy: inAllLanguages(
          "Nobody (made up)",
          "Ешкім (ойдан шығарылған)",
          "Никто (вымышлено)",
          "Kimse (uydurma)",
        ),
        workforceId: null,
        ...dayColumns("start", dice.upTo(DAYS, index, "raised")),
        ...{ lower: percent, upper: percent, unit: "percent", words: null, note: null },
      },
    });
  },
};

const event: Maker = {
  kind: "event",
  count: ({ actions }) => Math.ceil(actions / 40),
  make(index, { dice, places }) {
    const day = dice.upTo(DAYS, index, "day");
    const { regionId } = dice.pick(places, index, "place");
    return madeRecord("E", index, {
      ...{ sources: [idOf("S", 0)], recordedAt: BEGINS + (day + 1) * DAY - 1 },
      columns: {
        kind: dice.pick(["government_measure", "repression", "settlement", "other"], index, "kind"),
        text: inAllLanguages(
          `Made-up event ${index + 1}`,
          `Ойдан шығарылған оқиға ${index + 1}`,
          `Вымышленное событие ${index + 1}`,
          `Uydurma olay ${index + 1}`,
        ),
        ...{ actor: null, localityId: null, regionId, placePrecision: "region" },
        ...{ ...dayColumns("start", day), ...dayColumns("end", null) },
        ...{ certainty: "confirmed", note: null },
      },
    });
  },
};

const solidarity: Maker = {
  kind: "solidarity",
  count: ({ actions }) => Math.ceil(actions / 20),
  make(index, of) {
    const to = index * 20;
    const { day } = actionAt(to, of);
    return madeRecord("L", index, {
      ...{ sources: [sourceOfAction(to, of)], recordedAt: BEGINS + (day + 2) * DAY - 1 },
      columns: {
        kind: of.dice.pick(["statement", "rally", "fund"], index, "kind"),
        supporterKind: "organisation",
        supporterName: inAllLanguages(
          "Synthetic union",
          "Синтетикалық кәсіподақ",
          "Синтетический профсоюз",
          "Yapay sendika",
        ),
        ...{ workforceId: null, fromCountry: "TR", toActionId: idOf("A", to), asActionId: null },
        text: inAllLanguages("Made up", "Ойдан шығарылған", "Вымышлено", "Uydurma"),
        ...dayColumns("start", day),
        ...{ lower: null, upper: null, unit: null, unknown: null, words: null, note: null },
      },
    });
  },
};

const coverageNote: Maker = {
  kind: "coverage_note",
  count: () => 3,
  make(index, { places }) {
    const day = 20 + index * 10;
    return madeRecord("C", index, {
      ...{ sources: [idOf("S", 0)], recordedAt: BEGINS + (day + 2) * DAY - 1 },
      columns: {
        regionId: index === 0 ? null : (places[index] ?? places[0]).regionId,
        cause: "internet_cut",
        text: inAllLanguages(
          "Made up: no internet",
          "Ойдан шығарылған: интернет жоқ",
          "Вымышлено: интернета нет",
          "Uydurma: internet yok",
        ),
        ...{ ...dayColumns("start", day), ...dayColumns("end", day + 1) },
      },
    });
  },
};

export const HAPPENINGS = { workforce, demand, action, event, solidarity, coverageNote };
