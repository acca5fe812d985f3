import type { WaveRecord } from "@/lib/domain/wave-record";
import type { NewRecordKind } from "@/lib/features/entries/schema/kinds";
import { possibleDates } from "@/lib/features/entries/schema/possible-dates";
import { sourceChoices } from "@/lib/features/entries/view/form-choices";
import { neededFields } from "@/lib/features/entries/view/needed-fields";
import { formatDate } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { FrameProps } from "./entry-frame";

type Frame = Pick<FrameProps, "waveId" | "knownSources" | "possible" | "possibleInWords" | "needed">;

/** What every form of a new record of a wave is given of it: its sources, the dates it may speak of, and what it asks for. */
export function frameOf(record: WaveRecord, locale: Locale, kind: NewRecordKind): Frame {
  const possible = possibleDates(record.wave);
  return {
    waveId: record.wave.id,
    needed: neededFields(kind),
    knownSources: sourceChoices(record),
    possible,
    possibleInWords: { from: formatDate(possible.from, locale), until: formatDate(possible.until, locale) },
  };
}
