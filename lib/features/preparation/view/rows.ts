import type { Texts, WaveRow } from "@/lib/domain/wave-record";

/** A country whose regions are recorded, and the zones they have. */
export type PreparedCountry = { country: string; regionCount: number; hasMap: boolean; timeZones: string[] };

export type PreparedWave = Pick<WaveRow, "id" | "code" | "slug" | "names" | "summary" | "country" | "firstDay"> &
  Pick<WaveRow, "timeZone" | "state" | "synthetic"> & { lastDay: string | null };

export type Choice = { id: string; names: Texts };
export type WavePlaces = {
  regions: Choice[];
  places: Choice[];
  employers: Choice[];
  workforces: (Choice & { slug: string })[];
};
