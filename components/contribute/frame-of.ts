import type { WaveRecord } from "@/lib/domain/wave-record";
import { possibleDates } from "@/lib/features/entries/schema/possible-dates";
import { sourceChoices } from "@/lib/features/entries/view/form-choices";
import { formatDate } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { FrameProps } from "./entry-frame";

type Frame = Pick<FrameProps, "waveId" | "knownSources" | "possible" | "possibleInWords">;

/** What every form of a new record of a wave is given of it: its sources, and the dates it may speak of. */
export function frameOf(record: WaveRecord, locale: Locale): Frame {
  const possible = possibleDates(record.wave);
  return {
    waveId: record.wave.id,
    knownSources: sourceChoices(record),
    // One that goes on may be spoken of until today, which a page that was kept for a week does not know.
    possible: record.wave.openEnd ? { from: possible.from } : possible,
    possibleInWords: { from: formatDate(possible.from, locale), until: formatDate(possible.until, locale) },
  };
}
