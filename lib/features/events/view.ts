import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { publishedOf } from "@/lib/domain/published";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { ActionRow, ActionType, EventKind, EventRow, FigureRow } from "@/lib/domain/wave-record";
import { type SilentDay, silentDay } from "@/lib/features/coverage/view";
import {
  claimFacets,
  countSources,
  datesIn,
  type ListItem,
  lastInstant,
  type Mark,
  workforceSlugs,
} from "@/lib/features/waves/view/facets";
import { isoOrEmpty, type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { localDate } from "@/lib/shared/format/day";
import { extractOfTimeline, weightOf } from "./view/timeline-picks";

/** Kinds of actions and of events; `other` is either's. */
export type TimelineKind = ActionType | EventKind;
export type TimelineItem = ListItem & { startsAt: number; endsAt: number; dayKey: string | null };
export type TimelineDay = { key: string; title: string; silent: SilentDay | null; items: TimelineItem[] };

/** Actions and events in the order in which they began; what is dated to a week or less exactly comes last. */
export function timelineView(context: ReadingContext): TimelineItem[] {
  const { record } = context;
  const items = [
    ...publishedOf(record.actions).map((action) => actionItem(action, context)),
    ...publishedOf(record.events).map((event) => eventItem(event, context)),
  ];
  const order = (item: TimelineItem) => (item.dayKey === null ? 1 : 0);
  return items.toSorted(
    (a, b) => order(a) - order(b) || a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1),
  );
}

/** The items under the local day on which they began. */
export function timelineDays(items: readonly TimelineItem[], context: ReadingContext): TimelineDay[] {
  const days = new Map<string, TimelineDay>();
  for (const item of items) {
    const key = item.dayKey ?? "undated";
    const title = item.dayKey === null ? context.t("timeline.undated") : context.date(item.dayKey);
    const silent = () => (item.dayKey === null ? null : silentDay(context, item.dayKey));
    const day = days.get(key) ?? { key, title, silent: silent(), items: [] };
    day.items.push(item);
    days.set(key, day);
  }
  return [...days.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** A short timeline: of every day the best-sourced, strikes before the rest, so that no day crowds out another. */
export function timelineExtract(items: readonly TimelineItem[], most: number): TimelineItem[] {
  const weighed = items.map((item) => {
    const { sources, tone, marks, dayKey } = item;
    const isStrike = tone === "strike" || tone === "solidarity";
    return { item, dayKey, weight: weightOf({ sources, isStrike, isContradicted: marks.includes("contradicted") }) };
  });
  return extractOfTimeline(weighed, most).map(({ item }) => item);
}

function actionItem(action: ActionRow, context: ReadingContext): TimelineItem {
  const { record } = context;
  const figures = publishedOf(record.figures).filter(({ actionId }) => actionId === action.id);
  const { type, regionId } = action;
  const regions = regionId ? [regionId] : [];
  const head = headOf(action, context);
  return {
    ...head,
    title: context.actionTitle(action),
    kindLabel: context.actionKind(action),
    tone: toneOf(action),
    details: figureDetails(figures, context),
    marks: marksOf(action.certainty, figures),
    facets: {
      workforces: workforceSlugs(action.workforceIds, context),
      regions,
      kind: type,
      kinds: kindsOf(action),
      ...claimFacets(figures),
      ...datesIn({ earliest: head.startsAt, latest: head.endsAt }, regions, context),
    },
  };
}

/** The colour and sign of an action wherever it is listed. */
export function toneOf({ type, solidarity }: Pick<ActionRow, "type" | "solidarity">): ListItem["tone"] {
  if (type !== "strike") return "rally";
  return solidarity ? "solidarity" : "strike";
}

/** A bar of strikes or rallies leads to these lists, so both select alike; finer kinds are there besides. */
export function kindsOf({ type, stoppage }: ActionRow): string[] {
  const counted = spreadKindsOf({ kind: type, stoppage });
  return type === "strike" || type === "rally" ? counted : [type, ...counted];
}

function eventItem(event: EventRow, context: ReadingContext): TimelineItem {
  const { kind, regionId } = event;
  const regions = regionId ? [regionId] : [];
  const head = headOf(event, context);
  const figures = publishedOf(context.record.figures).filter(({ eventId }) => eventId === event.id);
  const isStateAction = kind === "government_measure" || kind === "repression" || kind === "intervention";
  return {
    ...head,
    title: context.text(event.text),
    kindLabel: context.t(`event.${kind}`),
    tone: isStateAction ? "state_action" : "plain",
    details: figureDetails(figures, context),
    marks: marksOf(event.certainty, figures),
    facets: {
      workforces: [],
      regions,
      kind,
      kinds: [kind],
      ...claimFacets(figures),
      ...datesIn({ earliest: head.startsAt, latest: head.endsAt }, regions, context),
    },
  };
}

function headOf(row: ActionRow | EventRow, context: ReadingContext) {
  const { start } = row.period;
  const isDated = !["week", "month", "none"].includes(start.precision);
  return {
    id: row.id,
    href: context.recordHref(row.id),
    // That nobody reported an end goes for nearly all of them: it is said once, above the list.
    when:
      row.period.end || row.period.openEnd
        ? context.period(row.period, row.regionId)
        : context.moment(start, row.regionId),
    place: context.place(row),
    sources: countSources(row.citations),
    startsAt: start.earliest,
    endsAt: lastInstant(row.period, "lastKnownAt" in row ? row.lastKnownAt : null),
    dayKey: isDated ? localDate(start.earliest, context.zone(row.regionId)) : null,
  };
}

function marksOf(certainty: ActionRow["certainty"], figures: readonly FigureRow[]): Mark[] {
  const marks: Mark[] = certainty === "confirmed" ? [] : [certainty];
  return figures.some(({ disputed }) => disputed) ? [...marks, "disputed"] : marks;
}

/** One line per question: what is accepted, or that no one has reported a number; it leads to the claims side by side. */
function figureDetails(figures: readonly FigureRow[], context: ReadingContext): ListItem["details"] {
  return figuresByQuestion(figures, context.record).flatMap((claims) => {
    const range = acceptedRange(claims);
    const first = claims[0];
    if ("refused" in range || first === undefined) return [];
    const measure = context.t(`measure.${first.measure}`);
    const amount = context.heard(range);
    // Who gave no number is told on the record's page; here it would read as if he had been counted.
    const href = context.recordHref(first.id);
    if (range.unknown !== null) return { text: context.t("figure.unsaid", { measure, amount }), href };
    const claimants = [...new Set(claims.map(({ claimant }) => context.t(`claimant.${claimant}`)))];
    return { text: context.t("figure.said", { measure, amount, claimants: context.list(claimants) }), href };
  });
}

/** The same actions and events for machines: times in UTC, kinds in the words of the domain. */
export function timelineFile(items: readonly TimelineItem[], { record }: ReadingContext): ListFile {
  const rows = items.flatMap((item) => {
    const row = [...record.actions, ...record.events].find(({ id }) => id === item.id);
    if (row === undefined) return [];
    const { start, end, openEnd } = row.period;
    return {
      ...{ id: row.id, record: "type" in row ? "action" : "event", kind: item.facets.kind, title: item.title },
      ...{ place: item.place, region: row.regionId, certainty: row.certainty, open_end: String(openEnd) },
      start_earliest: isoOrEmpty(start.earliest),
      start_latest: isoOrEmpty(start.latest),
      start_precision: start.precision,
      end_earliest: isoOrEmpty(end?.earliest),
      end_latest: isoOrEmpty(end?.latest),
      workforces: item.facets.workforces.join(" "),
      figures: publishedOf(record.figures)
        .filter(({ actionId, eventId }) => actionId === row.id || eventId === row.id)
        .map(({ id }) => id)
        .join(" "),
      sources: row.citations.map(({ sourceId }) => sourceId).join(" "),
    };
  });
  return listFile("timeline", rows);
}
