import { claimSubject } from "@/lib/domain/claim-subject";
import { figuresByQuestion, sizesByQuestion } from "@/lib/domain/competing-claims";
import { publishedOf } from "@/lib/domain/published";
import type { FigureRow, WaveRecord, WorkforceRow } from "@/lib/domain/wave-record";
import { regionOfClaim } from "@/lib/domain/where";
import { type ClaimRow, isFigure } from "./claim-row";
import { type ClaimGroup, claimGroup } from "./claims";
import { type Part, plain, type RecordsContext } from "./context";
import type { Found } from "./find";
import { linkTo } from "./titles";

/** Competing claims about something, with what they count of it. */
export type SubjectGroup = ClaimGroup & { title: string; about: Part | null };

/** Every claim about an action, an event or a workforce, by measure and moment, oldest first; null for what nobody counts. */
export function subjectGroups(found: Found, context: RecordsContext): SubjectGroup[] | null {
  const groups = groupsAbout(found, context.record);
  if (groups === null) return null;
  return groups.toSorted(byMoment).flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    return [
      { ...claimGroup(rows, null, context), title: titleOf(first, context), about: aboutOf(first, found, context) },
    ];
  });
}

/** Ways to the claims about it that were retracted: whoever remembers one learns here what became of it. */
export function retractedClaims({ row: { id } }: Found, context: RecordsContext): Part[] {
  const { figures, workforceSizes } = context.record;
  const about = [
    ...figures.filter((one) => [one.actionId, one.eventId, one.workforceId].includes(id)),
    ...workforceSizes.filter(({ workforceId }) => workforceId === id),
  ];
  return about.filter(({ state }) => state === "retracted").map((one) => plain(one.id, context.recordHref(one.id)));
}

function groupsAbout(found: Found, record: WaveRecord): ClaimRow[][] | null {
  const figures = publishedOf(record.figures);
  switch (found.kind) {
    case "action":
      return figuresByQuestion(
        figures.filter(({ actionId }) => actionId === found.row.id),
        record,
      );
    case "event":
      return figuresByQuestion(
        figures.filter(({ eventId }) => eventId === found.row.id),
        record,
      );
    case "workforce":
      return [
        ...sizesByQuestion(
          publishedOf(record.workforceSizes).filter(({ workforceId }) => workforceId === found.row.id),
        ),
        ...figuresByQuestion(ownFigures(figures, found.row, record), record),
      ];
    default:
      return null;
  }
}

/** Figures of this workforce alone; what an action counts of several together is on the action's page. */
function ownFigures(figures: readonly FigureRow[], { id }: WorkforceRow, { actions }: WaveRecord): FigureRow[] {
  const own = new Map(actions.filter(({ workforceIds }) => workforceIds.includes(id)).map((row) => [row.id, row]));
  return figures.filter((figure) => {
    const action = own.get(figure.actionId ?? "");
    if (action === undefined) return figure.workforceId === id;
    return claimSubject(figure, action.workforceIds).workforceId === id;
  });
}

function byMoment([one]: ClaimRow[], [other]: ClaimRow[]): number {
  return (one?.asOf.earliest ?? 0) - (other?.asOf.earliest ?? 0);
}

function titleOf(row: ClaimRow, context: RecordsContext): string {
  const moment = context.moment(row.asOf, regionOfClaim(row, context.record));
  if (!isFigure(row)) return context.words("page.groupSize", { moment });
  const [measure, basis] = [context.words(`measure.${row.measure}`), context.words(`basis.${row.basis}`)];
  return context.words("page.groupOf", { measure, basis, moment });
}

/** On the page of an action which workforce is counted, on that of a workforce in which action: never what the page is about. */
function aboutOf(row: ClaimRow, { kind }: Found, context: RecordsContext): Part | null {
  if (!isFigure(row)) return null;
  const id = kind === "workforce" ? row.actionId : row.workforceId;
  return id === null ? null : linkTo(id, context);
}
