import { regionOfClaim } from "@/lib/domain/where";
import type { Part, RecordKey, RecordsContext } from "./context";
import { allRecords, type Found } from "./find";
import { linkTo, listedTitle } from "./titles";

/** Other records that lead here or that this one leads to, by what they are. */
export type Related = { id: string; label: string; items: Part[] };

type Label = Extract<RecordKey, `related.${string}`>;

export function relatedRecords(found: Found, context: RecordsContext): Related[] {
  const others = allRecords(context.record).filter(({ row }) => row.state === "published" && row.id !== found.row.id);
  const list = (label: Label, keep: (other: Found) => boolean): Related[] => {
    const items = others.filter(keep).map((other) => listedTitle(other, context));
    return items.length === 0 ? [] : [{ id: label.slice("related.".length), label: context.words(label), items }];
  };
  return found.kind === "source"
    ? [...sourceLists(found, list), ...ownershipList(found, context)]
    : [
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

/** Everything that rests on a source, kind by kind, then what it contradicts. */
function sourceLists({ row }: Extract<Found, { kind: "source" }>, list: Lister): Related[] {
  const cites = (other: Found, contradicts: boolean) =>
    other.row.citations.some((citation) => citation.sourceId === row.id && citation.contradicts === contradicts);
  return [
    ...list(
      "related.sameOrigin",
      (other) => other.kind === "source" && row.origin !== null && other.row.origin === row.origin,
    ),
    ...RESTING.flatMap((kind) => list(`related.citing_${kind}`, (other) => other.kind === kind && cites(other, false))),
    ...list("related.contradicted", (other) => cites(other, true)),
  ];
}

const RESTING = [
  ...(["figure", "workforce_size", "action", "event", "demand", "solidarity", "workforce", "coverage_note"] as const),
];

/** Shares in an employer rest on sources too; they are told on the pages of its workforces. */
function ownershipList({ row }: Extract<Found, { kind: "source" }>, context: RecordsContext): Related[] {
  const { employers, workforces } = context.record;
  const items = employers.flatMap(({ id, names, owners }) => {
    const workforce = workforces.find(({ employerId, state }) => employerId === id && state === "published");
    const resting = owners.filter(({ sourceId }) => sourceId === row.id).map(({ ownerName }) => ownerName);
    if (workforce === undefined || resting.length === 0) return [];
    const text = context.words("related.ownersOf", { employer: context.text(names), owners: context.list(resting) });
    return [{ ...linkTo(workforce.id, context), text, language: null }];
  });
  return items.length === 0 ? [] : [{ id: "owners", label: context.words("related.owners"), items }];
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
    moment: context.moment(found.row.asOf, regionOfClaim(found.row, context.record)),
  });
}
