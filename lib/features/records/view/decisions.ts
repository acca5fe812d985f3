import type { RecordRow, RevisionRow, Texts } from "@/lib/domain/wave-record";
import { type Part, plain, type RecordsContext } from "./context";
import { reasonLabel, versionsOf } from "./history";

/** What was written, and in words by whom or for what. */
export type ReasonView = { label: string; part: Part };
/** What was decided about a record, with the reasons given to the public. Nobody is ever named. */
export type DecisionView = { key: string; text: string; reasons: ReasonView[] };

/** How each revision came into the record, oldest first, then what weight the record was given. */
export function decisionsOf(row: RecordRow, context: RecordsContext): DecisionView[] {
  return [...versionsOf(row, context.record).map((version) => publishing(version, context)), ...weighing(row, context)];
}

function publishing(version: RevisionRow, context: RecordsContext): DecisionView {
  const { number, retracts, reason, row } = version;
  const approvals = context.record.approvals[row.id]?.[number];
  const reasons = reason === null ? [] : [{ label: reasonLabel(version, context), part: context.part(reason) }];
  const decision = (text: string, more: ReasonView[] = []) => ({
    ...{ key: `v${number}`, text },
    reasons: [...reasons, ...more],
  });
  const { words } = context;
  if (approvals === undefined) return decision(words(number === 1 ? "decisions.loaded" : "decisions.kept", { number }));
  if (approvals.length === 0)
    return decision(words("occupation" in row ? "decisions.prepared" : "decisions.beside", { number }));
  const days = context.list([...new Set(approvals.map(({ on }) => context.date(on)))]);
  const text = words(retracts ? "decisions.approvedRetraction" : "decisions.approved", {
    ...{ count: approvals.length, number, days },
  });
  const label = words("decisions.reasonOf.moderator");
  // A reason that two gave, or that stands with the weight of the claim below, is told once.
  const below = "standing" in row ? Object.values(row.standingReason ?? {}) : [];
  const disputes = "disputed" in row ? Object.values(row.disputeReason ?? {}) : [];
  const given = new Set(approvals.map(({ reason: said }) => said));
  const told = [...given].flatMap((said) =>
    said === null || [...below, ...disputes].includes(said) ? [] : [{ label, part: plain(said) }],
  );
  return decision(text, told);
}

/** Standing and dispute are a moderator's decisions too. */
function weighing(row: RecordRow, context: RecordsContext): DecisionView[] {
  const label = context.words("decisions.reason");
  const decision = (key: "preferred" | "deprecated" | "disputed", reason: Texts | null): DecisionView[] => [
    {
      ...{ key, text: context.words(`decisions.${key}`) },
      reasons: reason === null ? [] : [{ label, part: context.part(reason) }],
    },
  ];
  const standing = "standing" in row && row.standing !== "normal" ? decision(row.standing, row.standingReason) : [];
  const disputed = "disputed" in row && row.disputed ? decision("disputed", row.disputeReason) : [];
  return [...standing, ...disputed];
}
