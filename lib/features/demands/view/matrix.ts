import { type Answer, answersToDemands, demandMatrix, type Raised, type RaiserRow } from "@/lib/domain/demand-matrix";
import type { DemandKind, DemandRow } from "@/lib/domain/wave-record";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { DemandContext } from "./matrix-context";

const KINDS: readonly DemandKind[] = ["wages", "conditions", "union_rights", "prices", "political", "rights"];

/** One demand in the matrix: when these first raised it, the number they asked for, whether anything answered it. */
export type MatrixItem = {
  id: string;
  text: string;
  href: string;
  when: string;
  target: string | null;
  note: string | null;
};
export type MatrixRow = { key: string; name: LinkedText; cells: { kind: DemandKind; items: MatrixItem[] }[] };

export type AnswerRow = {
  key: string;
  demand: LinkedText;
  target: string | null;
  event: LinkedText;
  kindLabel: string;
  when: string;
  outcome: string | null;
};

/** Who raised what when, and what it was answered with: the demands a list shows, raisers down and kinds across. */
export type MatrixView = {
  finding: string;
  columns: { kind: DemandKind; label: string }[];
  rows: MatrixRow[];
  answers: AnswerRow[];
  unanswered: number;
};

export function matrixView(demands: readonly DemandRow[], context: DemandContext): MatrixView {
  const record = { ...context.record, demands: [...demands] };
  const rows = demandMatrix(record);
  const answers = answersToDemands(record);
  const answered = new Set(answers.map(({ demandId }) => demandId));
  const columns = KINDS.filter((kind) => demands.some((demand) => demand.kind === kind));
  return {
    finding: findingOf({ demands: demands.length, raisers: rows.length, answered: answered.size }, context),
    columns: columns.map((kind) => ({ kind, label: context.t(`demand.${kind}`) })),
    rows: rows.map((row) => matrixRow(row, { columns, answered }, context)),
    answers: answers.map((answer) => answerRow(answer, context)),
    unanswered: demands.length - answered.size,
  };
}

function findingOf(
  counts: Record<"demands" | "raisers" | "answered", number>,
  { words, record }: DemandContext,
): string {
  return record.part === undefined ? words("finding", counts) : words("findingOfPart");
}

type Shown = { columns: readonly DemandKind[]; answered: ReadonlySet<string> };

function matrixRow({ raiser, raised }: RaiserRow, { columns, answered }: Shown, context: DemandContext): MatrixRow {
  const slug = context.record.workforces.find(({ id }) => id === raiser.workforceId)?.slug;
  const name = context.text(raiser.names);
  return {
    key: raiser.key,
    name: { text: name, href: slug === undefined ? null : context.workforceHref(slug) },
    cells: columns.map((kind) => ({
      kind,
      items: raised
        .filter((one) => one.kind === kind)
        .map((one) => matrixItem(one, answered.has(one.demandId), context)),
    })),
  };
}

function matrixItem({ demandId, at, actionIds }: Raised, isAnswered: boolean, context: DemandContext): MatrixItem {
  const { record } = context;
  const demand = record.demands.find(({ id }) => id === demandId);
  const places = record.actions.flatMap(({ id, regionId }) => (actionIds.includes(id) ? (regionId ?? []) : []));
  return {
    id: demandId,
    text: context.text(demand?.text),
    href: context.recordHref(demandId),
    when: context.moment(at, places[0] ?? null),
    target: targetOf(demand, context),
    note: isAnswered ? context.words("answered") : null,
  };
}

/** The number asked for: in the source's words, since a price and a percentage are read differently in each language. */
function targetOf(demand: DemandRow | undefined, context: DemandContext): string | null {
  const words = demand?.target?.words;
  return words ? context.words("target", { words }) : null;
}

function answerRow({ demandId, event, outcome }: Answer, context: DemandContext): AnswerRow {
  const demand = context.record.demands.find(({ id }) => id === demandId);
  return {
    key: `${event.id} ${demandId}`,
    demand: { text: context.text(demand?.text), href: context.recordHref(demandId) },
    target: targetOf(demand, context),
    event: { text: context.text(event.text), href: context.recordHref(event.id) },
    kindLabel: context.t(`kind.${event.kind}`),
    when: context.moment(event.period.start, event.regionId),
    outcome: outcome === null ? null : context.text(outcome),
  };
}
