import { figuresByQuestion, sizesByQuestion } from "@/lib/domain/competing-claims";
import { publishedOf } from "@/lib/domain/published";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { EmployerRow, FigureRow, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { type ClaimGroup, claimGroup } from "@/lib/features/records/view/claims";
import {
  type Part,
  plain,
  type RecordsContext,
  type RecordsWords,
  recordsContext,
} from "@/lib/features/records/view/context";
import type { Fact } from "@/lib/features/records/view/fact";
import { workforceFacts } from "@/lib/features/records/view/facts";
import { type Retraction, retractionOf } from "@/lib/features/records/view/retraction";
import { type SourceGroup, sourceGroups } from "@/lib/features/records/view/sources";
import { linkTo, listedTitle } from "@/lib/features/records/view/titles";
import { workforceOfWaves } from "./view/asked-workforce";
import { actionsOf, figuresOf, sizesOf } from "./view/of-workforce";
import { type RateView, rateViews } from "./view/rate";

export type OwnerLine = { key: string; name: string; share: string; asOf: string; source: Part | null };
export type EmployerView = {
  name: Part;
  otherNames: string[];
  note: Part | null;
  links: string[];
  owners: OwnerLine[];
};
export type ActionLine = { id: string; title: Part; when: string; stoppage: string; certainty: string };
export type FigureGroup = ClaimGroup & { measure: string; basis: string; when: string; about: Part };

export type WorkforceView = {
  id: string;
  slug: string;
  wave: Part;
  waveSlug: string;
  name: Part;
  retracted: Retraction | null;
  facts: Fact[];
  employer: EmployerView | null;
  sizes: (ClaimGroup & { when: string; comparable: string })[];
  actions: ActionLine[];
  /** Only a strike can be drawn among the strikes. */
  hasStrike: boolean;
  figures: FigureGroup[];
  shared: FigureGroup[];
  rates: RateView[];
  reported: Part[];
  demands: Part[];
  solidarity: Part[];
  sources: SourceGroup[];
  recordHref: string;
};

/** The slug of a workforce that was asked for by its slug, now or once, or by its record id; null when there is none. */
export function workforceSlug(records: readonly WaveRecord[], asked: string): string | null {
  return workforceOfWaves(records, asked)?.row.slug ?? null;
}

/** One workforce with everything said about it; null when there is none by this slug. */
export function workforceView(records: readonly WaveRecord[], slug: string, words: RecordsWords): WorkforceView | null {
  for (const record of records) {
    const row = record.workforces.find((one) => one.slug === slug);
    if (row) return viewOf(row, recordsContext(record, words));
  }
  return null;
}

function viewOf(row: WorkforceRow, context: RecordsContext): WorkforceView {
  const { record } = context;
  const sizes = sizesOf(record, row);
  const { own, shared } = figuresOf(record, row);
  const employer = record.employers.find(({ id }) => id === row.employerId);
  return {
    id: row.id,
    slug: row.slug,
    wave: context.part(record.wave.names, context.waveHref("")),
    waveSlug: record.wave.slug,
    name: context.part(row.names),
    retracted: retractionOf(row, context),
    facts: workforceFacts(row, context),
    employer: employer ? employerView(employer, context) : null,
    sizes: sizesByQuestion(sizes).map((group) => ({
      ...claimGroup(group, null, context),
      when: group[0] ? context.moment(group[0].asOf) : "",
      comparable: context.words(group[0]?.comparable ? "comparable.yes" : "comparable.no"),
    })),
    actions: actionLines(row, context),
    hasStrike: actionsOf(record, row).some(({ type, stoppage }) =>
      spreadKindsOf({ kind: type, stoppage }).includes("strike"),
    ),
    figures: figureGroups(own, context),
    shared: figureGroups(shared, context),
    rates: rateViews({ workforce: row, figures: own, sizes }, context),
    reported: own
      .filter(({ measure }) => measure === "participation_rate")
      .map((figure) => reportedPart(figure, context)),
    ...linksOf(row, context),
    sources: sourceGroups(row.citations, context),
    recordHref: context.recordHref(row.id),
  };
}

function actionLines(row: WorkforceRow, context: RecordsContext): ActionLine[] {
  return actionsOf(context.record, row).map((action) => ({
    id: action.id,
    title: linkTo(action.id, context),
    when: context.period(action.period),
    stoppage: context.words(`stoppage.${action.stoppage}`),
    certainty: context.words(`certainty.${action.certainty}`),
  }));
}

function figureGroups(figures: readonly FigureRow[], context: RecordsContext): FigureGroup[] {
  return figuresByQuestion(figures, context.record).flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    return [
      {
        ...claimGroup(group, null, context),
        measure: context.words(`measure.${first.measure}`),
        basis: context.words(`basis.${first.basis}`),
        when: context.moment(first.asOf),
        about: first.actionId === null ? context.part(context.record.wave.names) : linkTo(first.actionId, context),
      },
    ];
  });
}

function reportedPart(figure: FigureRow, context: RecordsContext): Part {
  const text = context.words(figure.disputed ? "rate.reportedDisputed" : "rate.reported", {
    amount: context.heard(figure.quantity),
    moment: context.moment(figure.asOf),
    claimant: context.text(figure.claimantNames) || context.words(`claimant.${figure.claimant}`),
  });
  return plain(text, context.recordHref(figure.id));
}

function linksOf(row: WorkforceRow, context: RecordsContext) {
  const { record } = context;
  const actions = actionsOf(record, row);
  const demandIds = new Set(actions.flatMap((action) => action.demandIds));
  const actionIds = new Set(actions.map(({ id }) => id));
  return {
    demands: publishedOf(record.demands)
      .filter((demand) => demand.workforceId === row.id || demandIds.has(demand.id))
      .map((demand) => listedTitle({ kind: "demand", row: demand }, context)),
    solidarity: publishedOf(record.solidarity)
      .filter((one) => one.workforceId === row.id || (one.toActionId !== null && actionIds.has(one.toActionId)))
      .map((one) => listedTitle({ kind: "solidarity", row: one }, context)),
  };
}

function employerView(row: EmployerRow, context: RecordsContext): EmployerView {
  const { words } = context;
  return {
    name: context.part(row.names),
    otherNames: row.otherNames,
    note: row.note === null ? null : context.part(row.note),
    links: row.links,
    owners: row.owners.map((owner) => ({
      key: owner.ownerName,
      name: owner.ownerName,
      share:
        owner.sharePercent === null
          ? words("owner.noShare")
          : context.measured({ ...exactly(owner.sharePercent), unit: "percent" }),
      asOf: owner.asOf === null ? words("owner.noDate") : context.date(owner.asOf),
      source: owner.sourceId === null ? null : linkTo(owner.sourceId, context),
    })),
  };
}

function exactly(value: number) {
  return { lower: value, upper: value, approximate: false, unknown: null };
}
