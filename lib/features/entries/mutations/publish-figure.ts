import type { Weight } from "@/lib/domain/chosen-standing";
import { claimSubject } from "@/lib/domain/claim-subject";
import { Prisma } from "@/lib/generated/prisma/client";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { toTextsOrNull } from "../../waves/data/moments";
import type { FigureProposal } from "../schema/proposal";
import type { CheckedProposal } from "./check-proposal";
import { type CitedSource, citeIn, citeSources } from "./publish-sources";
import { weightColumns } from "./weigh-claim";

type WeighedProposal = CheckedProposal & { weight: Weight };

/** The figure of an approved entry with its new sources, each with its first revision. Nothing of it names who proposed it. */
export async function publishFigure(
  tx: Transaction,
  entryId: string,
  checked: WeighedProposal,
): Promise<PublishedRecord[]> {
  const { proposal, place, asOf } = checked;
  const { cited, records } = await citeSources(tx, place.wave, proposal);
  const figureId = await createRecord(tx, place.wave, "figure");
  const row = { ...(await figureRow(tx, checked)), id: figureId, wordsLanguage: languageOf(proposal, cited) };
  await tx.figure.create({ data: row });
  const citations = await citeIn(tx, figureId, cited);
  const figure = await createRevision(tx, {
    row,
    citations,
    valid: { from: new Date(asOf.earliest), to: new Date(asOf.latest) },
    entryId,
  });
  return [...records, figure];
}

/** Words quoted from a recorded source are in that source's language when the contributor named none. */
function languageOf({ quantity, wordsLanguage }: FigureProposal, cited: readonly CitedSource[]): string | null {
  if (quantity.words === null) return null;
  if (wordsLanguage !== null && wordsLanguage !== "und") return wordsLanguage;
  return cited.find(({ words }) => words === quantity.words)?.wordsLanguage ?? "und";
}

async function figureRow(tx: Transaction, { proposal, place, asOf, weight }: WeighedProposal) {
  const { quantity, note, noteLanguage } = proposal;
  return {
    subject: "action" as const,
    ...claimSubject(proposal, place.workforceIds),
    eventId: null,
    regionId: null,
    measure: proposal.measure,
    basis: proposal.basis,
    lower: quantity.lower,
    upper: quantity.upper,
    unit: quantity.unit,
    approximate: quantity.approximate,
    words: quantity.words,
    ruleId: quantity.rule?.id ?? null,
    ruleVersion: quantity.rule?.version ?? null,
    unknown: quantity.unknown,
    asOfEarliest: new Date(asOf.earliest),
    asOfLatest: new Date(asOf.latest),
    asOfPrecision: asOf.precision,
    claimant: proposal.claimant,
    claimantName: await claimantNames(tx, proposal),
    ...weightColumns(weight),
    note: note === null ? Prisma.DbNull : { [noteLanguage]: note },
  };
}

/**
 * A claimant already named in the record keeps its names in every language; a new one is written in all of them as the
 * contributor wrote it, so that one claimant is never taken for two because of the reader's language.
 */
async function claimantNames(tx: Transaction, { waveId, claimant, claimantName }: FigureProposal) {
  if (claimantName === null) return Prisma.DbNull;
  const wanted = Prisma.sql`lower(${claimantName}::text COLLATE "pg_c_utf8")`;
  const named = LOCALES.map(
    (locale) =>
      Prisma.sql`lower(claimant_name::text COLLATE "pg_c_utf8")::jsonb @> jsonb_build_object(${locale}::text, ${wanted})`,
  );
  const [same] = await tx.$queryRaw<{ claimantName: Prisma.JsonValue }[]>`
    SELECT claimant_name AS "claimantName" FROM figures JOIN records ON records.id = figures.id
    WHERE claimant_name IS NOT NULL AND claimant::text = ${claimant} AND wave_id = ${waveId} AND state = 'published'
      AND (${Prisma.join(named, " OR ")})
    ORDER BY figures.id LIMIT 1`;
  return (
    toTextsOrNull(same?.claimantName ?? null) ?? Object.fromEntries(LOCALES.map((locale) => [locale, claimantName]))
  );
}
