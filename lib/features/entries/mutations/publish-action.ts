import { Prisma } from "@/lib/generated/prisma/client";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import type { CheckedAction } from "./check-action";
import { citeIn, citeSources } from "./publish-sources";

/** The action of an approved entry, its new sources before it, with its workforce. Nothing of it names who proposed it. */
export async function publishAction(
  tx: Transaction,
  entryId: string,
  checked: CheckedAction,
): Promise<PublishedRecord[]> {
  const { proposal, place, start, end } = checked;
  const { cited, records } = await citeSources(tx, place.wave, proposal);
  const id = await createRecord(tx, place.wave, "action");
  const row = { id, ...actionRow(checked) };
  await tx.action.create({ data: row });
  const workforces = proposal.workforceId === null ? [] : [proposal.workforceId];
  await tx.actionWorkforce.createMany({ data: workforces.map((workforceId) => ({ actionId: id, workforceId })) });
  const action = await createRevision(tx, {
    row,
    citations: await citeIn(tx, id, cited),
    valid: { from: new Date(start.earliest), to: end && new Date(end.latest) },
    entryId,
    links: { workforces, demands: [], answers: [] },
  });
  return [...records, action];
}

function actionRow({ proposal, place, start, end }: CheckedAction) {
  const { type, general, political, stoppage, scope, certainty, openEnd, note, noteLanguage, participants } = proposal;
  const inLanguage = (text: string | null) => (text === null ? Prisma.DbNull : { [noteLanguage]: text });
  return {
    ...{ type, general, solidarity: false, political, stoppage, scope, certainty, openEnd },
    ...{ ...place.placed, placePrecision: proposal.place.of, placeInferred: false, site: Prisma.DbNull },
    participants: inLanguage(participants),
    startEarliest: new Date(start.earliest),
    startLatest: new Date(start.latest),
    startPrecision: start.precision,
    endEarliest: end && new Date(end.earliest),
    endLatest: end && new Date(end.latest),
    endPrecision: end?.precision ?? null,
    ...{ lastKnownAt: null, note: inLanguage(note) },
  };
}
