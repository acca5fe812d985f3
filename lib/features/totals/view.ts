import type { AcceptedRange } from "@/lib/domain/accepted";
import type { ActionRange } from "@/lib/domain/action-ranges";
import type { Measure } from "@/lib/domain/measure";
import type { SpreadKind } from "@/lib/domain/spread-records";
import { type AreaRange, type MeasureTotals, type Total, totalsOf } from "@/lib/domain/totals";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { sumAmount, sumWords } from "./view/sum-words";
import { actionLinks, claimLink, type NamedLink, type TotalsContext } from "./view/totals-context";

/** One action in a total: what it adds, or that it adds nothing and why. */
export type TotalRow = {
  key: string;
  action: NamedLink;
  role: string;
  amount: string;
  claims: NamedLink[];
};

/** One sum with everything it rests on and everything it lacks. */
export type TotalView = {
  key: string;
  title: string;
  /** The sum in figures; null when there is none. */
  amount: string | null;
  sentences: string[];
  rows: TotalRow[];
};

export type AreaLine = { key: string; name: string; when: string; amount: string; claims: NamedLink[] };

/** Everything that is added, or cannot be, of one measure of strikes or of protests. */
export type MeasureView = {
  /** The anchor on the page of totals. */
  key: string;
  kind: SpreadKind;
  measure: Measure;
  title: string;
  summary: string;
  /** That there are no general strikes to be with or without; said once, of the first measure of strikes. */
  general: string | null;
  totals: TotalView[];
  /** Actions without any number, when there is no sum at all to say it beside. */
  without: NamedLink[];
  /** Claims that were read and name no number. */
  silent: { sentence: string; claims: NamedLink[] } | null;
  beside: AreaLine[];
  loose: string[];
};

// Worked out once per reading of a record: several pages, and every language, ask for the same.
const kept = new WeakMap<WaveRecord, MeasureTotals[]>();

/** The totals of a wave, or of one region of it: strikes first, the measure each kind is always asked about first. */
export function totalsView(context: TotalsContext, regionId: string | null = null): MeasureView[] {
  const { record } = context;
  // A sum over a part of a wave would pass for one over the whole.
  if (record.part?.digest) return [];
  const totals = regionId === null ? (kept.get(record) ?? totalsOf(record)) : totalsOf(ofRegion(record, regionId));
  if (regionId === null) kept.set(record, totals);
  const first = totals.find(({ kind }) => kind === "strike");
  return totals.map((one) => ({
    ...measureView(one, context),
    general: one === first && !one.hasGeneral ? context.words("general.noClaims") : null,
  }));
}

function ofRegion(record: WaveRecord, code: string): WaveRecord {
  const actions = record.actions.filter(({ regionId }) => regionId === code);
  const here = new Set(actions.map(({ id }) => id));
  const figures = record.figures.filter(({ actionId, subject, regionId }) =>
    actionId === null ? subject === "region" && regionId === code : here.has(actionId),
  );
  return { ...record, actions, figures };
}

function measureView(totals: MeasureTotals, context: TotalsContext): Omit<MeasureView, "general"> {
  const { kind, measure, unknownClaims: silent } = totals;
  const named = actionLinks(context);
  const known = new Set(totals.withNumber);
  const { words } = context;
  return {
    key: `${kind}-${measure}`,
    kind,
    measure,
    title: words(`measure.${measure}`),
    summary: summaryOf(totals, context),
    totals: totals.totals.map((total) => totalView(total, totals, context)),
    without: totals.actions.filter((id) => !known.has(id)).map(named),
    silent:
      silent.length === 0
        ? null
        : {
            sentence: words("silent", { count: silent.length }),
            claims: silent.map((id) => claimLink(id, context)),
          },
    beside: totals.beside.map((area, index) => areaLine(area, index, context)),
    loose: totals.loose.map(({ claims, reason }) =>
      words(reason === "no_day" ? "loose.noDay" : "loose.unlike", { claims: claims.join(", ") }),
    ),
  };
}

function summaryOf({ kind, actions, withNumber }: MeasureTotals, { words, silence }: TotalsContext): string {
  const [all, known] = [actions.length, withNumber.length];
  if (all === 0) return words(`summary.${kind}.empty`);
  if (known === 0) return words(`summary.${kind}.none`, { all, silence });
  return words(`summary.${kind}.${known < all ? "some" : "every"}`, { all, lacking: all - known, silence });
}

function totalView(total: Total, totals: MeasureTotals, context: TotalsContext): TotalView {
  const { kind, measure } = totals;
  const { sum, basis, day } = total;
  const named = actionLinks(context);
  const { words } = context;
  const silent = (ids: readonly string[], role: string) =>
    ids.map((id) => ({ key: id, action: named(id), role, amount: words("noNumber"), claims: [] }));
  return {
    key: `${kind}-${measure}-${basis}${day === null ? "" : `-${day}`}`,
    title: day === null ? words(`basis.${basis}`) : words("basis.on_day", { day: context.date(day) }),
    amount: "refused" in sum ? null : sumAmount(sum, context),
    sentences: sumWords(total, totals, context),
    rows: [
      ...total.added.map((one) => rowOf(one, words("role.added"), context)),
      ...total.general.map((one) => rowOf(one, words("role.general"), context)),
      ...silent(total.lacking, words("role.lacking")),
      ...silent(total.generalLacking, words("role.generalLacking")),
      ...silent(total.endUnknown, words("role.endUnknown")),
    ],
  };
}

function rowOf({ actionId, range, parts }: ActionRange, role: string, context: TotalsContext): TotalRow {
  const amount = amountOf(range, context);
  return {
    key: actionId,
    action: actionLinks(context)(actionId),
    role,
    amount: parts.length > 1 ? context.words("together", { amount, count: parts.length }) : amount,
    claims: range.basedOn.map((id) => claimLink(id, context)),
  };
}

function amountOf(range: AcceptedRange, context: TotalsContext): string {
  const amount = context.heard(range);
  return range.disputed ? `${amount} (${context.t("mark.disputed")})` : amount;
}

function areaLine({ regionId, day, range, basis }: AreaRange, index: number, context: TotalsContext): AreaLine {
  const region = context.record.regions.find(({ id }) => id === regionId);
  const { words } = context;
  return {
    key: String(index),
    name: region ? context.text(region.names) : words("wholeWave"),
    when: day === null ? words(basis === "on_day" ? "basis.noDay" : `basis.${basis}`) : context.date(day),
    amount: amountOf(range, context),
    claims: [...range.basedOn, ...range.unknownClaims].map((id) => claimLink(id, context)),
  };
}
