import type { WaveRecord } from "@/lib/domain/wave-record";
import type { Locale } from "@/lib/shared/i18n/locales";
import { NEW_RECORD_KINDS } from "../schema/kinds";

const mostWaves = 3;

/**
 * The forms that an outbox keeps from the beginning; every other one is kept once it was opened. That of a figure is of
 * a workforce, of which a wave may have hundreds.
 */
export function formsToKeep(records: readonly WaveRecord[], locale: Locale): string[] {
  const kinds = NEW_RECORD_KINDS.filter((kind) => kind !== "figure");
  return records
    .slice(0, mostWaves)
    .flatMap(({ wave }) => kinds.map((kind) => `/${locale}/contribute/new?kind=${kind}&wave=${wave.slug}`));
}
