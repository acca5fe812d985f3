import type { ActionRow, WaveRecord } from "@/lib/domain/wave-record";

/** The recorded sources of a wave, named for whoever looks for one of them. */
export function sourceChoices({ sources }: WaveRecord): { id: string; label: string }[] {
  return sources
    .filter(({ state }) => state === "published")
    .map(({ id, publisher, title }) => ({ id, label: publisher === null ? title : `${publisher}: ${title}` }));
}

/** The region whose clock an action's page speaks in; null for the wave's own. */
export function zoneOf({ regions, wave }: WaveRecord, action: Pick<ActionRow, "regionId"> | null): string {
  return regions.find(({ id }) => id === action?.regionId)?.timeZone ?? wave.timeZone;
}
