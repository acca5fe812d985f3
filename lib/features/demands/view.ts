import { publishedOf } from "@/lib/domain/published";
import type { DemandKind, DemandRow } from "@/lib/domain/wave-record";
import { countSources, datesIn, type ListItem, workforceSlugs } from "@/lib/features/waves/view/facets";
import { isoOrEmpty, type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

export type DemandAnswer = { id: string; href: string; text: string; outcome: string | null };
export type DemandItem = ListItem & {
  kind: DemandKind;
  raisedBy: string;
  /** The number that was asked for, in the source's words; null when none was named. */
  target: string | null;
  raisedIn: { id: string; href: string; title: string }[];
  answers: DemandAnswer[];
};

const ORDER: readonly DemandKind[] = ["wages", "conditions", "union_rights", "prices", "political", "rights"];

/** What was asked for, workplace demands first, each with who asked, where, and what was answered. */
export function demandsView(context: ReadingContext): DemandItem[] {
  return publishedOf(context.record.demands)
    .map((demand) => demandItem(demand, context))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.sources - a.sources);
}

function demandItem(demand: DemandRow, context: ReadingContext): DemandItem {
  const { record } = context;
  const actions = publishedOf(record.actions).filter(({ demandIds }) => demandIds.includes(demand.id));
  const raisedBy = context.text(demand.raisedBy);
  const regions = [...new Set(actions.flatMap(({ regionId }) => regionId ?? []))];
  const workforces = [demand.workforceId, ...actions.flatMap(({ workforceIds }) => workforceIds)];
  return {
    id: demand.id,
    href: context.recordHref(demand.id),
    title: context.text(demand.text),
    kind: demand.kind,
    kindLabel: context.t(`demand.${demand.kind}`),
    tone: "plain",
    when: context.moment(demand.raisedAt, regions[0] ?? null),
    place: null,
    details: [],
    marks: [],
    sources: countSources(demand.citations),
    raisedBy,
    target: demand.target?.words ?? null,
    raisedIn: actions.map((action) => ({
      id: action.id,
      href: context.recordHref(action.id),
      title: context.actionTitle(action),
    })),
    answers: answersTo(demand, context),
    facets: {
      workforces: workforceSlugs(workforces, context),
      regions,
      kind: demand.kind,
      kinds: [demand.kind],
      claimants: [],
      measures: [],
      ...datesIn(demand.raisedAt, regions, context),
      known: null,
    },
  };
}

function answersTo(demand: DemandRow, context: ReadingContext): DemandAnswer[] {
  return publishedOf(context.record.events).flatMap((event) => {
    const answer = event.answers.find(({ demandId }) => demandId === demand.id);
    if (answer === undefined) return [];
    const outcome = answer.outcome ? context.text(answer.outcome) : null;
    return { id: event.id, href: context.recordHref(event.id), text: context.text(event.text), outcome };
  });
}

/** The same demands for machines. */
export function demandsFile(items: readonly DemandItem[], { record, text }: ReadingContext): ListFile {
  const rows = items.flatMap((item) => {
    const demand = record.demands.find(({ id }) => id === item.id);
    if (demand === undefined) return [];
    const { raisedAt, target } = demand;
    return {
      ...{ id: item.id, kind: item.kind, text: item.title, raised_by: text(demand.raisedBy) },
      workforces: item.facets.workforces.join(" "),
      raised_earliest: isoOrEmpty(raisedAt.earliest),
      raised_latest: isoOrEmpty(raisedAt.latest),
      raised_precision: raisedAt.precision,
      target_lower: target?.lower ?? null,
      target_upper: target?.upper ?? null,
      target_unit: target?.unit ?? null,
      target_words: target?.words ?? null,
      actions: item.raisedIn.map(({ id }) => id).join(" "),
      answers: item.answers.map(({ id }) => id).join(" "),
      outcomes: item.answers.flatMap(({ outcome }) => outcome ?? []).join(" "),
      sources: demand.citations.map(({ sourceId }) => sourceId).join(" "),
    };
  });
  return listFile("demands", rows);
}
