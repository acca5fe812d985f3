import { z } from "zod";
import type { SourceRow } from "@/lib/domain/wave-record";
import { type FieldProblem, line, text } from "./input";
import { inLanguage, type PlainReading, readPlain } from "./plain";
import { SOURCED } from "./shapes";
import { readAddress, readSources } from "./source";

/** What a contributor typed of a source that nobody has named: the first slot is the source itself. */
export const newSourceInputSchema = z.strictObject({
  recordKind: z.literal("source"),
  waveId: line,
  archivedUrl: text,
  /** The agency or text it copied. */
  origin: line,
  ...SOURCED,
});

export function readNewSource(input: z.output<typeof newSourceInputSchema>): PlainReading {
  const [added = null] = readSources(input.sources).sources.map((source) => source.added);
  const archivedUrl = input.archivedUrl === "" ? null : readAddress(input.archivedUrl);
  const reading = readPlain(input, {
    first: namedTwice(input.sources),
    last: input.archivedUrl !== "" && archivedUrl === null ? [{ field: "archivedUrl", code: "url_wrong" }] : [],
    row: ({ envelope }): SourceRow => ({
      ...envelope,
      ...{ url: added?.url ?? null, archivedUrl, publisher: added?.publisher ?? null, title: added?.title ?? "" },
      ...{ language: added?.language ?? "und", publishedOn: added?.publishedOn ?? null },
      ...{ kind: added?.kind ?? "other", tier: added?.tier ?? "two", origin: input.origin || null },
      note: inLanguage([added?.description, input.note].filter(Boolean).join("\n"), input.noteLanguage),
    }),
  });
  // What it proposes is the source itself: it rests on no other.
  if ("problems" in reading) return { ...reading, draft: { ...reading.draft, sources: [] } };
  return { proposal: { ...reading.proposal, sources: [] } };
}

/** A source that is recorded already is no new one. */
function namedTwice(sources: z.output<typeof newSourceInputSchema>["sources"]): FieldProblem[] {
  return sources[0]?.existing ? [{ field: "sources.0.url", code: "source_known" }] : [];
}
