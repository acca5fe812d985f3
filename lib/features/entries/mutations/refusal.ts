import type { Denial } from "@/lib/domain/can";
import type { EntryState, TransitionRefusal } from "@/lib/domain/entry";
import type { Epoch } from "@/lib/domain/moment";
import type { FieldProblem } from "../schema/input";
import type { DecisionVerb } from "../view/rows";
import type { ToRead } from "../view/to-read";

/** Why a write on an entry did nothing. Each is expected, and each has its own words on the page. */
export type EntryRefusal =
  | {
      refused: Denial | Exclude<TransitionRefusal, "stale_version"> | "gone" | "record_withheld";
    }
  /** Nobody said that all of it was read; of the page of an entry it is known, of the reason told here. */
  | { refused: "personal_data"; told: ToRead }
  /** An approval without the reason that readers would see, or with a standing that its record cannot have. */
  | { refused: "tier_two_reason" | "standing_reason" | "standing_unfit" }
  /** One's own messages without an answer in between are as many as may be. */
  | { refused: "too_many_messages" }
  /** Somebody decided, or the author withdrew, after the moderator's page was read. */
  | { refused: "lost_race"; by: string; verb: DecisionVerb | "withdraw"; at: Epoch }
  /** The same moderator has already done it: a second click, or a page sent again. */
  | { refused: "already_decided"; verb: DecisionVerb; at: Epoch }
  /** The payload changed after the version that was seen. */
  | { refused: "stale_version"; version: number; changed: string[] }
  /** Its photographs are others than those that were seen. */
  | { refused: "stale_evidence" }
  /** Another version of the record was published after the one a correction was made against. */
  | { refused: "record_changed"; revision: number }
  /** It would lead elsewhere than was said before: impact is weighed anew at each approval. */
  | { refused: "other_outcome"; to: EntryState }
  /** Approved among many, while another moderator gave the claim a standing of its own. */
  | { refused: "weighed" }
  | { refused: "incomplete"; problems: FieldProblem[] }
  /** The form was sent before, and its entry has moved on since; `holdsIt`: a version of the entry says what was sent now. */
  | { refused: "already_sent"; entryId: string; holdsIt: boolean };

export type EntryDone = { entry: { id: string; state: EntryState; version: number; recordId: string | null } };
export type EntryResult = EntryDone | EntryRefusal;
