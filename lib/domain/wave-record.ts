import type { Claim, Standing } from "./claim";
import type { Lens } from "./lens";
import type { MapShapes } from "./map-shapes";
import type { Basis, Claimant, Measure } from "./measure";
import type { Epoch, Moment, Period } from "./moment";
import type { LocalityRow, RegionRow } from "./place-rows";
import type { Quantity, Unit } from "./quantity";
import type { Seal } from "./seal";
import type { Texts } from "./texts";
import type { ThresholdAnswer } from "./threshold";
import type { MapAtStep, WaveDigest } from "./wave-digest";
import type { WithholdingGround, WithholdingScope } from "./withholding";

export type { LocalityRow, RegionRow, Texts };

export type ActionType = "strike" | "rally" | "march" | "blockade" | "occupation" | "other";
export type Stoppage = "yes" | "no" | "unclear";
export type Scope = "workplace" | "employer" | "sector" | "region" | "national";
export type PlacePrecision = "site" | "locality" | "unnamed_localities" | "region" | "country";
export type Certainty = "confirmed" | "claimed" | "contradicted";
export type EventKind = "government_measure" | "repression" | "intervention" | "settlement" | "disaster" | "other";
export type DemandKind = "wages" | "conditions" | "union_rights" | "prices" | "political" | "rights";
export type SupporterKind = "workforce" | "organisation" | "public" | "country";
export type SolidarityKind = "solidarity_strike" | "rally" | "statement" | "fund" | "refusal_to_handle_work";
export type SourceKind =
  | "press"
  | "agency"
  | "official"
  | "company"
  | "union"
  | "organisation"
  | "social_media"
  | "research"
  | "reference"
  | "other";
/** One record resting on one source, with the words that carry it. */
export type CitationRow = {
  sourceId: string;
  words: string | null;
  wordsLanguage: string | null;
  reliability: "a" | "b" | "c" | null;
  contradicts: boolean;
};

/** What every public record has. `recordedAt` is the record time of the revision in force. */
export type Envelope = {
  id: string;
  state: "published" | "retracted";
  retractedReason: string | null;
  revision: number;
  recordedAt: Epoch;
  citations: CitationRow[];
};

export type SourceRow = Envelope & {
  url: string | null;
  archivedUrl: string | null;
  publisher: string | null;
  title: string;
  language: string;
  publishedOn: string | null;
  kind: SourceKind;
  tier: "one" | "two";
  origin: string | null;
  note: Texts | null;
};

export type OwnerRow = { ownerName: string; sharePercent: number | null; asOf: string | null; sourceId: string | null };
export type EmployerRow = {
  id: string;
  names: Texts;
  otherNames: string[];
  isic: string | null;
  links: string[];
  note: Texts | null;
  owners: OwnerRow[];
};

export type WorkforceRow = Envelope & {
  slug: string;
  names: Texts;
  occupation: Texts;
  otherNames: string[];
  employerId: string | null;
  localityId: string | null;
  regionId: string | null;
  wholeEmployer: boolean;
  note: Texts | null;
};

type ClaimText = {
  wordsLanguage: string | null;
  /** The claimant's name in the languages it is known in; `claimantName` tells claimants apart in the arithmetic. */
  claimantNames: Texts | null;
  standingReason: Texts | null;
};

export type WorkforceSizeRow = Envelope &
  ClaimText & {
    workforceId: string;
    scopeNote: Texts | null;
    comparable: boolean;
    quantity: Quantity;
    asOf: Moment;
    claimant: Claimant;
    standing: Standing;
  };

/** A published figure. It is itself a `Claim`, so the arithmetic of the domain takes it as it is. */
export type FigureRow = Envelope &
  ClaimText &
  Claim & {
    subject: "action" | "event" | "region" | "wave";
    actionId: string | null;
    eventId: string | null;
    regionId: string | null;
    workforceId: string | null;
    measure: Measure;
    basis: Basis;
    disputeReason: Texts | null;
    note: Texts | null;
  };

export type ActionRow = Envelope & {
  type: ActionType;
  general: boolean;
  solidarity: boolean;
  political: boolean;
  stoppage: Stoppage;
  scope: Scope;
  localityId: string | null;
  regionId: string | null;
  placePrecision: PlacePrecision;
  placeInferred: boolean;
  site: Texts | null;
  participants: Texts | null;
  period: Period;
  /** Last instant for which a source says that it went on; null when only its start is known. */
  lastKnownAt: Epoch | null;
  certainty: Certainty;
  note: Texts | null;
  workforceIds: string[];
  demandIds: string[];
};

export type EventRow = Envelope & {
  kind: EventKind;
  text: Texts;
  actor: Texts | null;
  localityId: string | null;
  regionId: string | null;
  placePrecision: PlacePrecision;
  period: Period;
  certainty: Certainty;
  note: Texts | null;
  answers: { demandId: string; outcome: Texts | null }[];
};

export type DemandRow = Envelope & {
  kind: DemandKind;
  text: Texts;
  raisedBy: Texts;
  workforceId: string | null;
  raisedAt: Moment;
  target: { lower: number | null; upper: number | null; unit: Unit; words: string | null } | null;
  note: Texts | null;
};

export type SolidarityRow = Envelope & {
  kind: SolidarityKind;
  supporterKind: SupporterKind;
  supporterName: Texts;
  workforceId: string | null;
  fromCountry: string;
  toActionId: string | null;
  asActionId: string | null;
  text: Texts;
  givenAt: Moment;
  amount: Quantity | null;
  note: Texts | null;
};

export type CoverageNoteRow = Envelope & { regionId: string | null; cause: string; text: Texts; period: Period };

export type WaveRow = {
  id: string;
  code: string;
  slug: string;
  names: Texts;
  summary: Texts;
  country: string;
  /** Local dates, `2022-01-02`. */
  firstDay: string;
  /** While the wave goes on, the last day that anything published speaks of. */
  lastDay: string;
  openEnd: boolean;
  timeZone: string;
  state: "draft" | "live" | "closed";
  synthetic: boolean;
};

/** A record of any kind, as it is read. */
export type RecordRow =
  | FigureRow
  | ActionRow
  | WorkforceRow
  | WorkforceSizeRow
  | SourceRow
  | EventRow
  | DemandRow
  | SolidarityRow
  | CoverageNoteRow;

/** One published version of a record: its number, when it became known, and the whole record as it then stood. */
export type RevisionRow = {
  number: number;
  recordedAt: Epoch;
  retracts: boolean;
  /** Why it was corrected or retracted, in the language it was told in; null for a first version and a loaded one. */
  reason: Texts | null;
  row: RecordRow;
};

/** A correction or retraction that waits for moderators: that there is one and since which hour, nothing of what it says. */
export type OpenCorrection = { kind: "correction" | "retraction"; since: Epoch };

/** What of a record is or was withheld: which, how much, for which general reason and since which hour; never what it said. */
export type WithheldRow = {
  recordId: string;
  scope: WithholdingScope;
  parts: string[];
  ground: WithholdingGround;
  since: Epoch;
  /** Whether a second moderator has confirmed it, so that it is for good. */
  confirmed: boolean;
  /** The hour in which it was public again, because nobody confirmed it or a moderator lifted it; null while it is withheld. */
  putBackAt: Epoch | null;
};

/** One approval of a version, as far as the public may know it: the local day and the reason given for everybody. */
export type ApprovalRow = { on: string; reason: string | null };

/** Everything published of one wave, as plain data. `version` and `publishedAt` are those of the wave's own last publication. */
export type WaveRecord = {
  version: number;
  publishedAt: Epoch;
  /** The seal of each day's last publication, the newest last: of days before there were seals none. */
  seals: Seal[];
  wave: WaveRow;
  regions: RegionRow[];
  localities: LocalityRow[];
  employers: EmployerRow[];
  /** The imported map of the wave's country with its localities; null where none was imported. */
  shapes: MapShapes | null;
  sources: SourceRow[];
  workforces: WorkforceRow[];
  workforceSizes: WorkforceSizeRow[];
  actions: ActionRow[];
  figures: FigureRow[];
  events: EventRow[];
  demands: DemandRow[];
  solidarity: SolidarityRow[];
  coverageNotes: CoverageNoteRow[];
  /** Every version, oldest first, of each record that has more than one: a first version is its own whole history. */
  revisions: Record<string, RevisionRow[]>;
  /** The open corrections of each record that has any, the oldest first. */
  openCorrections: Record<string, OpenCorrection[]>;
  /** What is or was withheld, the longest ago first. */
  withheld: WithheldRow[];
  /**
   * The approvals by record id and version number. A version that is absent was decided by no entry: it was loaded. An
   * empty list is a source that came in beside a claim, approved with it.
   */
  approvals: Record<string, Record<number, ApprovalRow[]>>;
  /** Through what this record is read; absent on the record as it is kept. */
  lens?: Lens;
  /** What the threshold of the lens made of the stoppages; absent without one. */
  stoppages?: Record<ThresholdAnswer, string[]>;
  /**
   * Present when only a part of the wave is here: what a page needs. The digest, where there is one, speaks of the whole,
   * and the map of all of it at the step asked for; `regionIds` are those of all its actions. `related` is there when
   * more records lead to what the part is around than it holds: how many it has of them, and how many there are.
   */
  part?: {
    digest: WaveDigest | null;
    map: MapAtStep | null;
    regionIds: string[];
    related?: { shown: number; all: number };
  };
};
