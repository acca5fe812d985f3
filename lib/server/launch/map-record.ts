import { readFileSync } from "node:fs";

export type RecordRegion = {
  code: string;
  country: string;
  kind: "region" | "republican_city";
  validFrom: string | null;
  validTo: string | null;
  fips: string | null;
};

export type RecordLocality = {
  id: string;
  names: Record<"en" | "kk" | "ru" | "tr", string>;
  regions: { region: string; from: string | null; to: string | null }[];
  lat: number;
  lon: number;
  kind: string;
};

const record = new URL("../../../prisma/seed/record/", import.meta.url);

function readRecord<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, record), "utf8")) as T;
}

export function readRegions(): RecordRegion[] {
  return readRecord<{ regions: RecordRegion[] }>("regions.json").regions;
}

export function readLocalities(): RecordLocality[] {
  return readRecord<{ localities: RecordLocality[] }>("localities.json").localities;
}

/** Ends are the first day after, so that no day belongs to two units. */
export function holdsOn(from: string | null, to: string | null, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

export function regionsOn(country: string, day: string): RecordRegion[] {
  return readRegions().filter((r) => r.country === country && holdsOn(r.validFrom, r.validTo, day));
}

export function regionOfLocality(locality: RecordLocality, day: string): string | undefined {
  return locality.regions.find((r) => holdsOn(r.from, r.to, day))?.region;
}
