import type { Texts } from "./texts";

/** Another name of a region; months or days in the form of ISO 8601, as fine as they are known. */
export type RegionSpelling = {
  text: string;
  language: string | null;
  kind: "former" | "official" | "other" | "misspelt";
  until: string | null;
  since: string | null;
};

export type RegionRow = {
  id: string;
  codes: Record<string, string | null>;
  kind: string;
  names: Texts;
  shortNames: Texts;
  capitalId: string | null;
  partOfId: string | null;
  population: number | null;
  populationOn: string | null;
  populationNote: string | null;
  populationSource: Texts | null;
  spellings: RegionSpelling[];
  timeZone: string;
  utcOffsets: { minutes: number; from: string | null; to: string | null }[];
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
};

export type LocalityRow = {
  id: string;
  names: Texts;
  kind: string;
  latitude: number;
  longitude: number;
  note: string | null;
  spellings: { text: string; note: string | null }[];
  regions: { regionId: string; validFrom: string | null; validTo: string | null }[];
};
