import { claimantName } from "./claims";
import type { Part, RecordKey, RecordsContext } from "./context";
import { allRecords, type Found } from "./find";
import { listedTitle, recordTitle } from "./titles";

/** Other records that lead here or that this one leads to, by what they are. */
export type Related = { id: string; label: string; items: Part[] };

type Label = Extract<RecordKey, `related.${string}`>;

export function relatedRecords(found: Found, context: RecordsContext): Related[] {
  const others = allRecords(context.record).filter(({ row }) => row.state === "published" && row.id !== found.row.id);
  const list = (label: Label, keep: (other: Found) => boolean): Related[] => {
    const name = label === "related.figures" || label === "related.sizes" ? claimTitle : listedTitle;
    const items = others.filter(keep).map((other) => name(other, context));
    return items.length === 0 ? [] : [{ id: label.slice("related.".length), label: context.words(label), items }];
  };
  return found.kind === "source"
    ? sourceLists(found, list)
    : [
        ...list("related.figures", (other) => other.kind === "figure" && isAbout(other.row, found)),
        ...list("related.sizes", (other) => other.kind === "workforce_size" && other.row.workforceId === found.row.id),
        ...list("related.actions", (other) => other.kind === "action" && touches(other.row, found)),
        ...list("related.demands", (other) => other.kind === "demand" && other.row.workforceId === found.row.id),
        ...list("related.solidarity", (other) => other.kind === "solidarity" && supports(other.row, found)),
        ...list(
          "related.events",
          (other) => other.kind === "event" && other.row.answers.some(({ demandId }) => demandId === found.row.id),
        ),
      ];
}

type Lister = (label: Label, keep: (other: Found) => boolean) => Related[];
type Row<K extends Found["kind"]> = Extract<Found, { kind: K }>["row"];

function sourceLists({ row }: Extract<Found, { kind: "source" }>, list: Lister): Related[] {
  const cites = (other: Found, contradicts: boolean) =>
    other.row.citations.some((citation) => citation.sourceId === row.id && citation.contradicts === contradicts);
  return [
    ...list(
      "related.sameOrigin",
      (other) => other.kind === "source" && row.origin !== null && other.row.origin === row.origin,
    ),
    ...list("related.citing", (other) => cites(other, false)),
    ...list("related.contradicted", (other) => cites(other, true)),
  ];
}

function isAbout(figure: Row<"figure">, { kind, row }: Found): boolean {
  if (kind === "action") return figure.actionId === row.id;
  if (kind === "event") return figure.eventId === row.id;
  return kind === "workforce" && figure.workforceId === row.id;
}

function touches(action: Row<"action">, { row }: Found): boolean {
  return action.workforceIds.includes(row.id) || action.demandIds.includes(row.id);
}

function supports(solidarity: Row<"solidarity">, { row }: Found): boolean {
  return [solidarity.toActionId, solidarity.asActionId, solidarity.workforceId].includes(row.id);
}

/** Claims of the same subject and measure at other times: what a reader compares a figure with next. */
export function atOtherTimes(found: Found, shown: ReadonlySet<string>, context: RecordsContext): Part[] {
  if (found.kind !== "figure" && found.kind !== "workforce_size") return [];
  return allRecords(context.record)
    .filter((other) => other.row.state === "published" && !shown.has(other.row.id) && isSameQuestion(found, other))
    .map((other) => ({ ...listedTitle(other, context), text: dated(other, context) }));
}

// On the page of what a claim is about, who says so and when tells claims apart; the subject would only be repeated.
function claimTitle(found: Found, context: RecordsContext): Part {
  const title = recordTitle(found, context);
  if (found.kind !== "figure" && found.kind !== "workforce_size") return title;
  const claimant = claimantName(found.row, context);
  const text = context.words("title.claim", { title: title.text, moment: context.moment(found.row.asOf), claimant });
  return { ...title, text, href: context.recordHref(found.row.id) };
}

function isSameQuestion(one: Found, other: Found): boolean {
  if (one.kind === "workforce_size") {
    return other.kind === "workforce_size" && other.row.workforceId === one.row.workforceId;
  }
  if (one.kind !== "figure" || other.kind !== "figure") return false;
  const keyOf = ({ measure, actionId, eventId, regionId, subject }: Row<"figure">) =>
    [measure, actionId, eventId, regionId, subject].join(" ");
  return keyOf(one.row) === keyOf(other.row);
}

function dated(found: Found, context: RecordsContext): string {
  if (found.kind !== "figure" && found.kind !== "workforce_size") return "";
  return context.words("title.dated", {
    title: context.measured(found.row.quantity),
    moment: context.moment(found.row.asOf),
  });
}
