import type { Weight } from "@/lib/domain/chosen-standing";
import { columnsOf, createRow } from "@/lib/server/records/columns";
import { linksOf, replaceLinks, validTimes } from "@/lib/server/records/links";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { recordKindOf } from "../schema/kinds";
import { proposedRow, weighedRow } from "../view/proposed-row";
import type { CheckedPlain } from "./check-plain";
import { citeSources } from "./publish-sources";

/** The record of an approved entry of a plain kind, its new sources before it. Nothing of it names who proposed it. */
export async function publishPlain(
  tx: Transaction,
  entryId: string,
  { kind, proposal, wave, source, weight }: CheckedPlain & { weight: Weight },
): Promise<PublishedRecord[]> {
  const { cited, records } = await citeSources(tx, wave, proposal);
  const id = await createRecord(tx, wave, recordKindOf(kind));
  const row = weighedRow(proposedRow(proposal, { id, source }).row, weight);
  await createRow(tx, row);
  // What was told to moderators alone is kept with the source, and in none of its revisions: those are public.
  const { confidentialNote } = proposal;
  if (kind === "source") await tx.source.update({ where: { id }, data: { confidentialNote } });
  const citations = cited.map((one) => ({ ...one, reliability: null, contradicts: false }));
  await replaceLinks(tx, row, citations);
  const made = await createRevision(tx, {
    row: { id, ...columnsOf(row) },
    citations: citations.map(({ sourceId, ...citation }) => ({ source: sourceId, ...citation })),
    valid: validTimes(row),
    ...{ entryId, links: linksOf(row) },
  });
  return [...records, made];
}
