import type { Denial } from "@/lib/domain/can";
import type { RecordKind } from "@/lib/domain/id";
import type { Epoch } from "@/lib/domain/moment";
import type { WithholdingGround, WithholdingScope } from "@/lib/domain/withholding";

/** A withholding as moderators see it, who see who did what. */
export type WithholdingRow = {
  id: string;
  recordId: string;
  scope: WithholdingScope;
  parts: string[];
  ground: WithholdingGround;
  note: string;
  by: string;
  at: Epoch;
  lapsesAt: Epoch;
  confirmed: { by: string; at: Epoch } | null;
  /** `by` null: nobody confirmed it in time. */
  lifted: { by: string | null; at: Epoch; reason: string | null } | null;
  isOpen: boolean;
};

export type NoteRow = { id: number; handle: string; at: Epoch; text: string };

/** A record as the page for moderators has it. */
export type RecordForModerators = {
  id: string;
  kind: RecordKind;
  isPublished: boolean;
  /** The parts in which any version has a text to withhold, with what it says there. */
  parts: { part: string; texts: string[] }[];
  withholdings: WithholdingRow[];
  /** What an open withholding took out, for whoever is to confirm it. */
  taken: string[];
  /** Why the moderator who reads this cannot be the second who confirms it; null where they can, or nothing is open. */
  confirmsNot: Denial | null;
  notes: NoteRow[];
};
