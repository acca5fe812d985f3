import type { Epoch } from "@/lib/domain/moment";
import type { Seal, SignedSeal } from "@/lib/domain/seal";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { columnNames } from "@/lib/shared/files/file-registry";
import { formatDay, formatFullDay, formatTime } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";

/** Since when the database is away, and when what is shown instead was published; null when nothing ever was. */
export type RecordAge = { awaySince: Epoch; publishedAt: Epoch | null };

type Known = { awaySince: Epoch | null; publishedAt: Epoch | null };
type Limit = { now: Epoch; limitSeconds: number };

/** What readers are told of the record's age: nothing until the database was away for as long as the limit. */
export function recordAge({ awaySince, publishedAt }: Known, { now, limitSeconds }: Limit): RecordAge | null {
  if (awaySince === null || now - awaySince < limitSeconds * 1000) return null;
  return { awaySince, publishedAt: publishedAt === 0 ? null : publishedAt };
}

export type AgeWords = (key: "age.away" | "age.record", values: { day: string; time: string }) => string;

/** The sentences of the line, times in UTC and said so: readers of one page live in several zones. */
export function ageSentences({ awaySince, publishedAt }: RecordAge, locale: Locale, words: AgeWords): string[] {
  const clock = (at: Epoch) => formatTime(at, locale, "UTC");
  const away = words("age.away", { day: formatDay(awaySince, locale, "UTC"), time: clock(awaySince) });
  if (publishedAt === null) return [away];
  return [away, words("age.record", { day: formatFullDay(publishedAt, locale, "UTC"), time: clock(publishedAt) })];
}

/** What was published under seals. */
export type Sealed = Pick<WaveRecord, "seals">;

/** The seal as one cell of a file: the place of the line and its hash. Empty where nothing is sealed yet. */
export function sealTextOf({ seals }: Sealed): string {
  const last = seals.at(-1);
  return last === undefined ? "" : `${last.seq}:${last.hash}`;
}

/** The newest seal among those of several waves, for what speaks of all of them. */
export function sealsOfAll(records: readonly Sealed[]): Seal[] {
  const last = records.flatMap(({ seals }) => seals.at(-1) ?? []).toSorted((one, other) => other.seq - one.seq)[0];
  return last === undefined ? [] : [last];
}

/** The seals of a wave as a file, the oldest first. */
export function sealsFile(signed: readonly SignedSeal[]) {
  const rows = signed.map(({ seq, hash, at, signature, publicKey }) => [
    ...[String(seq), hash, new Date(at).toISOString(), signature, publicKey],
  ]);
  return { header: columnNames("seals"), rows };
}
