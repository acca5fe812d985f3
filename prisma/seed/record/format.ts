import { z } from "zod";
import { CUT_CAUSES, METHOD_CAUSES } from "@/lib/domain/coverage";
import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { PRECISIONS } from "@/lib/domain/moment";
import { UNITS, UNKNOWN_REASONS } from "@/lib/domain/quantity";

/**
 * The form of the files in this folder. Everything a file may leave out has its default here.
 * Times are local and carry their offset, so that a person can compare them with the source.
 */

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const flag = z.boolean().default(false);

const words = z.string().trim().min(1);
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
export const textSchema = z.strictObject({ en: words, kk: words, ru: words, tr: words });
export type Text = z.infer<typeof textSchema>;

const civilDate = z.iso.date();
/** Local time with its offset, to the minute: `2022-01-04T18:00+06:00`. */
const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
const recordId = z.string().regex(/^[A-Z][A-Z0-9]{1,11}-[A-Z][1-9]\d*$/);
const placeId = z.string().regex(/^[a-z][a-z0-9-]*$/);
const regionCode = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const seedIds = z.array(z.string().regex(/^[FD]\d{2}$/)).default([]);

/**
 * Between `from` and `to`, where `to` is the first instant after, unless both are the same minute. Parts of a day:
 * morning 06–12, daytime 06–18, evening 18–24, night 20–06 of the next day, a day 00–24.
 */
export const momentSchema = z.strictObject({ from: localTime, to: localTime, precision: z.enum(PRECISIONS) });
export type FileMoment = z.infer<typeof momentSchema>;

const citationSchema = z.strictObject({
  source: recordId,
  words: maybe(words),
  wordsLanguage: maybe(languageTag),
  reliability: z.enum(["a", "b", "c"]),
  contradicts: flag,
});
export type FileCitation = z.infer<typeof citationSchema>;

const ruleSchema = z.strictObject({ id: z.string(), version: z.int().positive() });
export const quantitySchema = z.strictObject({
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  unit: z.enum(UNITS),
  approximate: flag,
  words: maybe(words),
  wordsLanguage: maybe(languageTag),
  rule: maybe(ruleSchema),
  unknown: maybe(z.enum(UNKNOWN_REASONS)),
});
export type FileQuantity = z.infer<typeof quantitySchema>;

const placeSchema = z.strictObject({
  locality: maybe(placeId),
  region: maybe(regionCode),
  precision: z.enum(["site", "locality", "unnamed_localities", "region", "country"]),
  /** Not in the text but following from it. */
  inferred: flag,
});
export type FilePlace = z.infer<typeof placeSchema>;

/** What every record carries: `recordedOn` is the day its source was published, null where that is not known. */
const envelope = {
  id: recordId,
  seed: seedIds,
  recordedOn: maybe(civilDate),
  citations: z.array(citationSchema).default([]),
};

/** Who says so and what weight it has; shared by figures and workforce sizes. */
const claim = {
  quantity: quantitySchema,
  asOf: momentSchema,
  claimant: z.enum(CLAIMANTS),
  claimantName: maybe(textSchema),
  standing: z.enum(["preferred", "normal", "deprecated"]).default("normal"),
  standingReason: maybe(textSchema),
};

export const waveSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/),
  code: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/),
  slug: placeId,
  names: textSchema,
  summary: textSchema,
  country,
  firstDay: civilDate,
  lastDay: civilDate,
  timeZone: z.string(),
  state: z.enum(["draft", "live", "closed"]),
  synthetic: flag,
});

export const employerSchema = z.strictObject({
  id: placeId,
  country,
  names: textSchema,
  otherNames: z.array(words).default([]),
  isic: maybe(z.string()),
  links: z.array(z.url()).default([]),
  note: maybe(textSchema),
  owners: z
    .array(
      z.strictObject({
        name: words,
        sharePercent: maybe(z.number().min(0).max(100)),
        asOf: maybe(civilDate),
        source: recordId,
      }),
    )
    .default([]),
});

export const workforceSchema = z.strictObject({
  ...envelope,
  slug: placeId,
  names: textSchema,
  occupation: textSchema,
  otherNames: z.array(words).default([]),
  employer: maybe(placeId),
  locality: maybe(placeId),
  region: maybe(regionCode),
  wholeEmployer: flag,
  note: maybe(textSchema),
});

export const workforceSizeSchema = z.strictObject({
  ...envelope,
  ...claim,
  workforce: recordId,
  scopeNote: maybe(textSchema),
  /** The claim is about exactly this workforce, so that a rate may be computed from it. */
  comparable: flag,
});

export const actionSchema = z.strictObject({
  ...envelope,
  type: z.enum(["strike", "rally", "march", "blockade", "occupation", "other"]),
  general: flag,
  solidarity: flag,
  political: flag,
  stoppage: z.enum(["yes", "no", "unclear"]),
  scope: z.enum(["workplace", "employer", "sector", "region", "national"]),
  place: placeSchema,
  site: maybe(textSchema),
  participants: maybe(textSchema),
  start: momentSchema,
  end: maybe(momentSchema),
  openEnd: flag,
  /** Only where a source says that it still went on. */
  lastKnownAt: maybe(localTime),
  certainty: z.enum(["confirmed", "claimed", "contradicted"]),
  note: maybe(textSchema),
  workforces: z.array(recordId).default([]),
  demands: z.array(recordId).default([]),
});

/** Exactly the id that `subject` names is given; `wave` has none. */
export const figureSchema = z.strictObject({
  ...envelope,
  ...claim,
  subject: z.enum(["action", "event", "region", "wave"]),
  action: maybe(recordId),
  event: maybe(recordId),
  region: maybe(regionCode),
  workforce: maybe(recordId),
  measure: z.enum(MEASURES),
  basis: z.enum(BASES),
  disputed: flag,
  disputeReason: maybe(textSchema),
  note: maybe(textSchema),
});

/** A source is recorded on `recordedOn`, else on the day it was published. */
export const sourceSchema = z.strictObject({
  id: recordId,
  seed: seedIds,
  recordedOn: maybe(civilDate),
  url: maybe(z.url()),
  archivedUrl: maybe(z.url()),
  publisher: maybe(words),
  title: words,
  language: languageTag,
  publishedOn: maybe(civilDate),
  kind: z.enum([
    "press",
    "agency",
    "official",
    "company",
    "union",
    "organisation",
    "social_media",
    "research",
    "reference",
    "other",
  ]),
  tier: z.enum(["one", "two"]),
  origin: maybe(words),
  note: maybe(textSchema),
});

export const eventSchema = z.strictObject({
  ...envelope,
  kind: z.enum(["government_measure", "repression", "intervention", "settlement", "disaster", "other"]),
  text: textSchema,
  actor: maybe(textSchema),
  place: placeSchema,
  start: momentSchema,
  end: maybe(momentSchema),
  certainty: z.enum(["confirmed", "claimed", "contradicted"]),
  note: maybe(textSchema),
  answers: z.array(z.strictObject({ demand: recordId, outcome: maybe(textSchema) })).default([]),
});

export const demandSchema = z.strictObject({
  ...envelope,
  kind: z.enum(["wages", "conditions", "union_rights", "prices", "political", "rights"]),
  text: textSchema,
  raisedBy: textSchema,
  workforce: maybe(recordId),
  raised: momentSchema,
  target: maybe(
    z.strictObject({ lower: z.number().nullable(), upper: z.number().nullable(), unit: z.enum(UNITS), words }),
  ),
  note: maybe(textSchema),
});

export const solidaritySchema = z.strictObject({
  ...envelope,
  kind: z.enum(["solidarity_strike", "rally", "statement", "fund", "refusal_to_handle_work"]),
  supporterKind: z.enum(["workforce", "organisation", "public", "country"]),
  supporterName: textSchema,
  workforce: maybe(recordId),
  fromCountry: country,
  /** Null when the whole wave is supported. */
  toAction: maybe(recordId),
  /** The action that the support itself is. */
  asAction: maybe(recordId),
  text: textSchema,
  given: momentSchema,
  amount: maybe(quantitySchema),
  note: maybe(textSchema),
});

export const coverageNoteSchema = z.strictObject({
  ...envelope,
  region: maybe(regionCode),
  cause: z.enum([...CUT_CAUSES, ...METHOD_CAUSES]),
  text: textSchema,
  start: momentSchema,
  end: maybe(momentSchema),
});

export type FileWave = z.infer<typeof waveSchema>;
export type FileEmployer = z.infer<typeof employerSchema>;
export type FileWorkforce = z.infer<typeof workforceSchema>;
export type FileWorkforceSize = z.infer<typeof workforceSizeSchema>;
export type FileAction = z.infer<typeof actionSchema>;
export type FileFigure = z.infer<typeof figureSchema>;
export type FileSource = z.infer<typeof sourceSchema>;
export type FileEvent = z.infer<typeof eventSchema>;
export type FileDemand = z.infer<typeof demandSchema>;
export type FileSolidarity = z.infer<typeof solidaritySchema>;
export type FileCoverageNote = z.infer<typeof coverageNoteSchema>;
