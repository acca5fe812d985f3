import type { EntryState } from "@/lib/domain/entry";

/** Where a file of proposals stands. */
export type ImportState =
  | "uploaded"
  | "checking"
  | "checked"
  | "sending"
  | "done"
  | "cancelled"
  | "withdrawing"
  | "withdrawn"
  /** Its rows are no longer kept. */
  | "forgotten";

/** What its author can do with it, and what it becomes. */
export const IMPORT_VERBS = ["check", "send", "cancel", "withdraw"] as const;
export type ImportVerb = (typeof IMPORT_VERBS)[number];

const MOVES: Readonly<Record<ImportVerb, { from: readonly ImportState[]; to: ImportState }>> = {
  check: { from: ["uploaded", "checked", "done", "cancelled"], to: "checking" },
  send: { from: ["checked", "cancelled"], to: "sending" },
  cancel: { from: ["uploaded", "checking", "checked", "sending"], to: "cancelled" },
  withdraw: { from: ["done", "cancelled"], to: "withdrawing" },
};

/** Where the verb leads from here; null where it cannot be done. */
export function movedBy(verb: ImportVerb, state: ImportState): ImportState | null {
  return MOVES[verb].from.includes(state) ? MOVES[verb].to : null;
}

/** Entries of a file that its author can withdraw together: nobody has approved or decided about them. */
export const UNDECIDED = ["submitted", "changes_requested"] as const satisfies readonly EntryState[];

/** What a server does on its own, and what stands at its end. */
export const WORK = { checking: "checked", sending: "done", withdrawing: "withdrawn" } as const satisfies Partial<
  Record<ImportState, ImportState>
>;
export type Working = keyof typeof WORK;

export function isWorking(state: ImportState): state is Working {
  return state in WORK;
}
