import { publishedOf } from "@/lib/domain/published";
import type { ActionRow, EventRow, FigureRow } from "@/lib/domain/wave-record";
import { kindsOf, toneOf } from "@/lib/features/events/view";
import { claimFacets, countSources, datesIn, type ListItem, workforceSlugs } from "@/lib/features/waves/view/facets";
import type { ListFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { figuresFile } from "@/lib/features/workforces/view/files";

/** One claim in the list of all of them, as it was made: nothing is added up and nothing is left out. */
export type ClaimItem = ListItem & { figure: FigureRow; words: { text: string; language: string | null } | null };

type Counted = { action: ActionRow | undefined; event: EventRow | undefined; regionId: string | null };

/** Every claim of a number, and every claim that there is none, in the order of the moments they speak of. */
export function claimListView(context: ReadingContext): ClaimItem[] {
  const { record } = context;
  const actions = new Map(record.actions.map((action) => [action.id, action]));
  const events = new Map(record.events.map((event) => [event.id, event]));
  return publishedOf(record.figures)
    .toSorted((a, b) => a.asOf.earliest - b.asOf.earliest || a.asOf.latest - b.asOf.latest)
    .map((figure) => {
      const [action, event] = [actions.get(figure.actionId ?? ""), events.get(figure.eventId ?? "")];
      const regionId = figure.regionId ?? action?.regionId ?? event?.regionId ?? null;
      return claimItem(figure, { action, event, regionId }, context);
    });
}

function claimItem(figure: FigureRow, counted: Counted, context: ReadingContext): ClaimItem {
  const { t } = context;
  const { action, event, regionId } = counted;
  const { words } = figure.quantity;
  const regions = regionId === null ? [] : [regionId];
  return {
    figure,
    words: words === null ? null : { text: words, language: figure.wordsLanguage },
    id: figure.id,
    href: context.recordHref(figure.id),
    title: t("claims.title", { amount: context.heard(figure.quantity), measure: t(`measure.${figure.measure}`) }),
    kindLabel: context.text(figure.claimantNames) || t(`claimant.${figure.claimant}`),
    tone: action ? toneOf(action) : event ? "state_action" : "plain",
    when: context.moment(figure.asOf, regionId),
    place: aboutOf(figure, counted, context),
    details: [
      { text: t(`claims.basis.${figure.basis}`), href: null },
      ...(figure.standing === "normal" ? [] : [{ text: t(`claims.${figure.standing}`), href: null }]),
    ],
    marks: figure.disputed ? ["disputed"] : [],
    sources: countSources(figure.citations),
    facets: {
      workforces: workforceSlugs(figure.workforceId ? [figure.workforceId] : (action?.workforceIds ?? []), context),
      regions,
      kind: action?.type ?? event?.kind ?? figure.subject,
      kinds: action ? kindsOf(action) : event ? [event.kind] : [],
      ...claimFacets([figure]),
      ...datesIn(figure.asOf, regions, context),
    },
  };
}

/** What was counted: the workforce it names, the action or event, the region or the whole wave. */
function aboutOf({ workforceId }: FigureRow, { action, event, regionId }: Counted, context: ReadingContext): string {
  const { record, text } = context;
  const workforce = record.workforces.find(({ id }) => id === workforceId);
  const title = action ? context.actionTitle(action) : event ? text(event.text) : "";
  const region = regionId === null ? "" : text(record.regions.find(({ id }) => id === regionId)?.names);
  return [text(workforce?.names), title || region || text(record.wave.names)].filter(Boolean).join(" · ");
}

/** The same claims for machines. */
export function claimListFile(items: readonly ClaimItem[]): ListFile {
  return figuresFile(items.map(({ figure }) => figure));
}
