import { Prisma } from "@/lib/generated/prisma/client";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { findSourceAt } from "../data/sources";
import type { NewSource, SourceProposal } from "../schema/source";

export type CitedSource = { sourceId: string; words: string | null; wordsLanguage: string | null };
type Wave = { id: string; code: string };
/** What every proposal says of where it comes from. */
type Sourced = { sources: SourceProposal[]; noteLanguage: string; confidentialNote: string | null };

/** The sources of a proposal as records, new ones made; an address that is recorded already is cited, not recorded twice. */
export async function citeSources(
  tx: Transaction,
  wave: Wave,
  { sources, ...notes }: Sourced,
): Promise<{ cited: CitedSource[]; records: PublishedRecord[] }> {
  const cited = new Map<string, CitedSource>();
  const records: PublishedRecord[] = [];
  for (const { existing, added, words, wordsLanguage } of sources) {
    const recorded = existing ?? (added.url === null ? null : await findSourceAt(tx, wave.id, added.url));
    const made = recorded === null && added !== null ? await createSource(tx, wave, added, notes) : null;
    if (made !== null) records.push(made);
    const sourceId = recorded ?? made?.id ?? "";
    const language = words === null ? null : (wordsLanguage ?? (await languageOf(tx, sourceId)));
    const before = cited.get(sourceId);
    // One citation a source: of two quotations from one text both are kept.
    if (before === undefined) cited.set(sourceId, { sourceId, words, wordsLanguage: language });
    else if (words !== null && before.words !== words)
      cited.set(sourceId, { ...before, words: [before.words, words].filter(Boolean).join(" … ") });
  }
  return { cited: [...cited.values()], records };
}

/** The citations of a new record, as its first version keeps them. How reliable each is nobody has judged yet. */
export async function citeIn(tx: Transaction, recordId: string, cited: readonly CitedSource[]) {
  const citations = cited.map((one) => ({ ...one, reliability: null, contradicts: false }));
  await tx.citation.createMany({ data: citations.map((citation) => ({ ...citation, recordId })) });
  return citations.map(({ sourceId, ...citation }) => ({ source: sourceId, ...citation }));
}

async function languageOf(tx: Transaction, sourceId: string): Promise<string | null> {
  return (await tx.source.findUnique({ where: { id: sourceId }, select: { language: true } }))?.language ?? null;
}

/** What the contributor told moderators alone is kept with the source, and in none of its revisions: those are public. */
async function createSource(
  tx: Transaction,
  wave: Wave,
  { description, publishedOn, ...source }: NewSource,
  { noteLanguage, confidentialNote }: Omit<Sourced, "sources">,
): Promise<PublishedRecord> {
  const id = await createRecord(tx, wave, "source");
  const row = {
    ...source,
    id,
    archivedUrl: null,
    publishedOn: publishedOn === null ? null : new Date(`${publishedOn}T00:00:00Z`),
    origin: null,
    note: description === null ? Prisma.DbNull : { [noteLanguage]: description },
  };
  await tx.source.create({ data: { ...row, confidentialNote } });
  return createRevision(tx, { row, citations: [], valid: { from: null, to: null }, entryId: null });
}
