import { notFound } from "next/navigation";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { published } from "@/lib/server/published";
import { readPublicRecord, readVersion } from "./data";

/** Everything published, from what was last read: see `published`. One reading per request. */
export const loadPublicRecord = cache(async (): Promise<WaveRecord[]> => {
  return published("public-record", { readVersion, read: readPublicRecord });
});

/** The record of one wave by its part of the address; a page that does not exist when there is none. */
export async function loadWave(slug: string): Promise<WaveRecord> {
  const record = (await loadPublicRecord()).find(({ wave }) => wave.slug === slug);
  return record ?? notFound();
}
