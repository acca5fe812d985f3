import { z } from "zod";
import { textSchema } from "./format";

/** The form of regions.json and localities.json: first day, and the first day after; null is open or unknown. */
const day = z.iso.date().nullable();
const spellings = z.array(
  z.strictObject({ text: z.string().min(1), language: z.string().optional(), note: z.string().optional() }),
);

/** A month or a day, as fine as it is known. */
const monthOrDay = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const regionSpellings = z.array(
  z.strictObject({
    text: z.string().min(1),
    language: z.string().optional(),
    kind: z.enum(["former", "official", "other", "misspelt"]),
    until: monthOrDay.optional(),
    since: monthOrDay.optional(),
    note: z.string().optional(),
  }),
);

export const regionSchema = z.strictObject({
  code: z.string(),
  country: z.string(),
  kind: z.string(),
  names: textSchema,
  shortNames: textSchema,
  spellings: regionSpellings,
  validFrom: day,
  validTo: day,
  partOf: z.string().nullable(),
  carvedFrom: z.string().nullable(),
  isoCode2022: z.string().nullable(),
  isoCodeNow: z.string().nullable(),
  kato: z.string().nullable(),
  fips: z.string().nullable(),
  hasc: z.string().nullable(),
  capital: z.string().nullable(),
  population: z.strictObject({ value: z.int(), on: z.iso.date(), note: z.string(), source: textSchema }).nullable(),
  utcOffsets: z.array(z.strictObject({ minutes: z.int(), from: day, to: day })),
  timeZone: z.string(),
  namedInArticle: z.string(),
  note: z.string().nullable(),
});

export const localitySchema = z.strictObject({
  id: z.string(),
  names: textSchema,
  spellings,
  regions: z.array(z.strictObject({ region: z.string(), from: day, to: day })).min(1),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  kind: z.string(),
  kindNote: z.string(),
  geonamesId: z.int().nullable(),
  workforces: z.string().nullable(),
  namedInArticle: z.string(),
  nameSources: z.string(),
  note: z.string().nullable(),
});

export type FileRegion = z.infer<typeof regionSchema>;
export type FileLocality = z.infer<typeof localitySchema>;
