import type { Texts } from "@/lib/domain/wave-record";
import { Prisma } from "@/lib/generated/prisma/client";
import { createRecord } from "@/lib/server/records/numbers";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import { LOCALES } from "@/lib/shared/i18n/locales";
import type { CheckedSolidarity } from "./check-solidarity";
import { citeIn, citeSources } from "./publish-sources";

/**
 * The act of support of an approved entry, its new sources before it. A sympathy strike is no second strike: the act
 * points to the strike's own record, where there is one, and makes none.
 */
export async function publishSolidarity(
  tx: Transaction,
  entryId: string,
  checked: CheckedSolidarity,
): Promise<PublishedRecord[]> {
  const { proposal, place, givenAt } = checked;
  const { cited, records } = await citeSources(tx, place.wave, proposal);
  const id = await createRecord(tx, place.wave, "solidarity");
  const row = { id, ...solidarityRow(checked) };
  await tx.solidarity.create({ data: row });
  const act = await createRevision(tx, {
    row,
    citations: await citeIn(tx, id, cited),
    valid: { from: new Date(givenAt.earliest), to: new Date(givenAt.latest) },
    entryId,
  });
  return [...records, act];
}

function solidarityRow({ proposal, place, givenAt }: CheckedSolidarity) {
  const { kind, supporterKind, workforceId, fromCountry, toActionId, asActionId, amount, note } = proposal;
  const { lower = null, upper = null, unit = null, unknown = null, words = null } = amount ?? {};
  return {
    ...{ kind, supporterKind, workforceId, fromCountry, toActionId, asActionId },
    supporterName: supporterNames(proposal.supporterName, place.workforceNames),
    text: { [proposal.textLanguage]: proposal.text },
    startEarliest: new Date(givenAt.earliest),
    startLatest: new Date(givenAt.latest),
    startPrecision: givenAt.precision,
    ...{ lower, upper, unit, unknown, words },
    note: note === null ? Prisma.DbNull : { [proposal.noteLanguage]: note },
  };
}

/** A name is the same in every language as its contributor wrote it; a workforce has its own in each. */
function supporterNames(name: string | null, workforce: Texts | null): Record<string, string> {
  if (name === null) return { ...workforce };
  return Object.fromEntries(LOCALES.map((locale) => [locale, name]));
}
