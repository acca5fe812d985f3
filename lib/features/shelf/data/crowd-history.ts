import type { ActionRow, FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { NO_ROWS } from "@/lib/features/waves/data/rows";
import type { Asking } from "./selection";

/** What was known of one crowd, from when to when: its action, where it is of one, and the figures that count it. */
type CrowdKnown = { since: number; until: number; record: WaveRecord };

/** A crowd by the id of its action, or by what else its figures are about, and what was known of it when. */
export type CrowdOf = { subject: string; known: readonly CrowdKnown[] };

type Version<Row> = { since: number; until: number; row: Row };
type Kept = { since: number; until: number; body: string };

/** The crowd of a subject through all versions of its figures and of its action; empty when nobody counted it. */
export function crowdHistory(asking: Asking, base: WaveRecord, subject: string): CrowdKnown[] {
  const counts = "SELECT since, until, body FROM versions WHERE about = ? AND wave = ? AND measure = 'attendance'";
  const figures = versionsFrom<FigureRow>(asking.all<Kept>(counts, subject, base.wave.id));
  if (figures.length === 0) return [];
  const ownRow = "SELECT since, until, body FROM versions WHERE id = ? AND kind = 'action' AND kind <> 'figure'";
  const actions = versionsFrom<ActionRow>(asking.all<Kept>(ownRow, subject));
  const instants = [...figures, ...actions].flatMap(({ since, until }) => [since, until]);
  const changes = [...new Set(instants)].sort((a, b) => a - b);
  return changes.slice(0, -1).map((since, index) => {
    const rows = { figures: knownAt(figures, since), actions: knownAt(actions, since) };
    return { since, until: changes[index + 1] ?? since, record: { ...base, ...NO_ROWS, ...rows } };
  });
}

function versionsFrom<Row>(kept: readonly Kept[]): Version<Row>[] {
  return kept.map(({ body, ...version }) => ({ ...version, row: JSON.parse(body) }));
}

function knownAt<Row>(versions: readonly Version<Row>[], at: number): Row[] {
  return versions.filter(({ since, until }) => since <= at && at < until).map(({ row }) => row);
}
