import type { Denial } from "@/lib/domain/can";
import { type Actor, can } from "@/lib/domain/can";
import type { ChosenStanding } from "@/lib/domain/chosen-standing";
import type { EntryState } from "@/lib/domain/entry";
import { type Invited, type Tie, tieBetween } from "@/lib/domain/independence";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ApprovalsNeeded, approvalsNeeded } from "./approvals-needed";
import { asPublished, type BeforeAfter } from "./as-published";
import { approvalsCounted, approvalsOf } from "./counted-approvals";
import { type FieldDifference, fieldDifferences } from "./differences";
import { type EntryAbout, entryAbout } from "./entry-about";
import { leavesTierTwo } from "./known-source";
import type { DecisionVerb, ModeratedEntryRow, SignedDecisionRow } from "./rows";
import { type StandingChoice, standingChoices } from "./standing-choices";

/** Why the forms are not there; each is a text of `entries.whyNot`. */
export type WhyNot = Denial | "already_approved";

export type ChangedSince = { version: number; differences: FieldDifference[] };

export type ModeratedEntry = Omit<EntryAbout, "impact"> & {
  row: ModeratedEntryRow;
  /** Why two moderators are needed. */
  reasons: ApprovalsNeeded["reasons"];
  approvals: number;
  required: number;
  verbs: DecisionVerb[];
  whyNot: WhyNot | null;
  /** What can be made of the claim with an approval; none where it is no new claim. */
  standings: StandingChoice[];
  /** The last approval that counts, which another one would confirm or speak against. */
  chosen: SignedDecisionRow | null;
  /** What each moderator whose approval counts makes of the claim, where they do not agree; empty where they do. */
  split: { handle: string; standing: ChosenStanding }[];
  /** It would rest on sources of the second tier alone: approving it needs a reason. */
  lacksFirstTier: boolean;
  /** What changed since the version that was last decided about; null when nothing was decided before. */
  sinceDecision: ChangedSince | null;
  /** Each later version against the one before it. */
  history: { version: number; at: number; differences: FieldDifference[] }[];
};

const VERBS: Partial<Record<EntryState, DecisionVerb[]>> = {
  submitted: ["approve", "request_changes", "reject", "mark_unverifiable"],
  approved_once: ["approve", "reject", "mark_unverifiable"],
  rejected: ["reopen"],
  unverifiable: ["reopen"],
};

export type Viewer = Invited & Actor & { id: string };

export function moderatedEntryView(
  row: ModeratedEntryRow,
  records: readonly WaveRecord[],
  viewer: Viewer,
): ModeratedEntry {
  const { impact, ...about } = entryAbout(row, records);
  const counted = approvalsCounted(row);
  const fitting = (VERBS[row.state] ?? []).filter((verb) => verb !== "request_changes" || !row.isAuthorGone);
  const verbs = about.correction?.isBehind ? fitting.filter((verb) => verb !== "approve") : fitting;
  return {
    ...{ row, ...about },
    approvals: counted.length,
    ...approvalsNeeded(row, impact, records),
    standings: row.kind === "new_record" ? standingChoices(about) : [],
    chosen: counted.at(-1) ?? null,
    split: splitOf(row),
    ...allowed(row, verbs, viewer),
    lacksFirstTier: lacksFirstTier(about),
    sinceDecision: sinceDecision(row),
    history: historyOf(row),
  };
}

/** Of each moderator the last word counts; approvals with another standing are not two of one thing. */
function splitOf(row: ModeratedEntryRow): ModeratedEntry["split"] {
  const last = new Map(
    approvalsOf(row)
      .filter(({ counts }) => counts)
      .map(({ moderatorHandle, standing }) => [moderatorHandle, standing ?? "normal"] as const),
  );
  if (row.state !== "approved_once" || new Set(last.values()).size < 2) return [];
  return [...last].map(([handle, standing]) => ({ handle, standing }));
}

/** The record before and after, for the standing that can be chosen; where none can, for the one an approval has chosen. */
export function publishedAs(entry: ModeratedEntry): { standing: ChosenStanding | null; pair: BeforeAfter | null }[] {
  const { standings, verbs, chosen } = entry;
  if (standings.length === 0) return [{ standing: null, pair: asPublished(entry) }];
  const shown = verbs.includes("approve") ? standings : [{ standing: chosen?.standing ?? "normal" }];
  return shown.map(({ standing }) => ({ standing, pair: asPublished(entry, standing) }));
}

function lacksFirstTier({ correction, ...about }: Omit<EntryAbout, "impact">): boolean {
  if (correction !== null) return correction.input.kind === "correction" && leavesTierTwo(correction);
  const { notes = [] } = about.solidarity ?? about.action ?? about.plain ?? about.comparison ?? {};
  return (notes as readonly string[]).includes("only_tier_two");
}

function allowed(
  row: ModeratedEntryRow,
  verbs: DecisionVerb[],
  viewer: Viewer,
): Pick<ModeratedEntry, "verbs" | "whyNot"> {
  const isReopening = verbs.includes("reopen");
  const object = { authorId: row.authorId, tie: tieTo(row, viewer) };
  const verdict = can(viewer, isReopening ? "reopen_entry" : "approve_entry", object);
  const withoutApproval = verbs.filter((verb) => verb !== "approve");
  if (!verdict.allowed) {
    // Whoever is tied to the author may ask and reject: only their approval does not count.
    const isTied = verdict.because === "tie_inviter" || verdict.because === "tie_invitee";
    return {
      verbs: isTied ? withoutApproval : [],
      whyNot: verbs.includes("approve") || !isTied ? verdict.because : null,
    };
  }
  // Whoever approved may still change their mind, but a second approval is somebody else's; where another has chosen
  // another standing since, one may agree.
  const hasApproved = approvalsCounted(row).some(({ moderatorId }) => moderatorId === viewer.id);
  return hasApproved && row.state === "approved_once"
    ? { verbs: withoutApproval, whyNot: "already_approved" }
    : { verbs, whyNot: null };
}

/** How whoever looks is tied to the author, so that their approval would not count. */
export function tieTo(row: Pick<ModeratedEntryRow, "authorId" | "authorInvitedById">, viewer: Invited): Tie | null {
  return tieBetween(viewer, { id: row.authorId, invitedById: row.authorInvitedById });
}

function sinceDecision(row: ModeratedEntryRow): ModeratedEntry["sinceDecision"] {
  return changedSince(row, row.decisions.at(-1)?.entryVersion ?? null);
}

/** What the entry's author changed since an earlier version of it; null where that is the one at hand, or there is none. */
export function changedSince(row: ModeratedEntryRow, version: number | null): ChangedSince | null {
  const then = row.versions.find((one) => one.version === version);
  if (then === undefined || then.version === row.version) return null;
  return { version: then.version, differences: fieldDifferences(then.payload, row.payload) };
}

function historyOf({ versions }: ModeratedEntryRow): ModeratedEntry["history"] {
  return versions.map(({ version, at, payload }, index) => {
    const before = versions[index - 1];
    return { version, at, differences: before === undefined ? [] : fieldDifferences(before.payload, payload) };
  });
}
