import type { Claimant } from "@/lib/domain/measure";
import type { Epoch } from "@/lib/domain/moment";
import type { LinkedText } from "./chart";

export type AxisDay = {
  start: Epoch;
  end: Epoch;
  /** "4 Jan" */
  label: string;
  /** "4" */
  number: string;
  /** "January", on the first day shown of each month. */
  month: string | null;
};
export type TimeAxis = { start: Epoch; end: Epoch; days: AxisDay[] };

/** Where silence means nothing: full between `from` and `to`, possible from `earliest` to `latest`. */
export type Veil = {
  id: string;
  /** Null is the whole country. */
  regionId: string | null;
  earliest: Epoch;
  from: Epoch;
  to: Epoch;
  latest: Epoch;
  text: string;
  href: string;
};

/** What a time axis says in words: about a veil, or, as a line of its own, about our own method. */
export type TimeNote = { id: string; isMethod: boolean; from: Epoch; to: Epoch; text: string; href: string };

/** A mark that is a link; `title` says it in whole words. */
export type Mark = { id: string; href: string; title: string };

export type StrikeBar = Mark & {
  solidarity: boolean;
  /** True while no number stands undisputed for this workforce. */
  hatched: boolean;
  /** The opacity grows from `startEarliest` to `startLatest`: by then it had begun. */
  startEarliest: Epoch;
  startLatest: Epoch;
  /** Last instant it is known for. */
  knownUntil: Epoch;
  /** The opacity falls from `knownUntil` to here when the end is known. */
  endLatest: Epoch;
  tail: "ended" | "unreported" | "open";
};

export type FigurePoint = Mark & {
  at: Epoch;
  claimant: Claimant;
  disputed: boolean;
  /** Null is open at that end. */
  lower: number | null;
  upper: number | null;
  label: string;
};

export type AcceptedBand = { from: Epoch; to: Epoch; lower: number; upper: number | null };

/** The figures of one unit on one row, on a scale from zero. */
export type FigureScale = {
  unit: "percent" | "people";
  max: number;
  maxLabel: string;
  points: FigurePoint[];
  bands: AcceptedBand[];
};

export type ParticipationRow = {
  id: string;
  name: LinkedText;
  details: LinkedText[];
  /** Where its strikes were: veils of other regions are not its own. */
  regions: string[];
  bars: StrikeBar[];
  /** Strikes dated to a month or not at all, said in words instead of drawn. */
  undated: LinkedText[];
  scales: FigureScale[];
  /** "No one has reported a number", with the claim that says so, or why. */
  remark: LinkedText | null;
};

export type ParticipationDrawing = {
  kind: "participation";
  axis: TimeAxis;
  veils: Veil[];
  notes: TimeNote[];
  rows: ParticipationRow[];
};

/** `possible` rests on uncertain times alone and is added on top, hatched. */
export type ReachBar = Mark & { at: Epoch; sure: number; possible: number; label: string };
export type ReachPanel = {
  id: "regions" | "places" | "workforces";
  title: string;
  strikes: ReachBar[];
  rallies: ReachBar[];
};
export type ReachDrawing = {
  kind: "reach";
  axis: TimeAxis;
  veils: Veil[];
  notes: TimeNote[];
  panels: ReachPanel[];
  labels: { strikes: string; rallies: string };
};

export type CrowdClaim = Mark & {
  claimant: Claimant;
  disputed: boolean;
  lower: number | null;
  upper: number | null;
  label: string;
};
export type CrowdLine = {
  id: string;
  name: LinkedText;
  claims: CrowdClaim[];
  band: { lower: number; upper: number | null } | null;
};
export type CrowdDay = {
  id: string;
  title: string;
  /** What may be added up of the day, with its coverage; null when nothing may. */
  total: string | null;
  /** Why silence means nothing on that day, with the note that says so. */
  veil: LinkedText | null;
  lines: CrowdLine[];
  /** Gatherings for which no one has reported a number, each a link. */
  unknown: { text: string; names: LinkedText[] } | null;
};
export type CrowdsDrawing = {
  kind: "crowds";
  max: number;
  ticks: { value: number; label: string }[];
  days: CrowdDay[];
};

export type ChartDrawing = ParticipationDrawing | ReachDrawing | CrowdsDrawing;
