import { can, type Denial } from "@/lib/domain/can";
import { lockActor } from "@/lib/features/accounts/data";
import { lockAuditChain } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { toPrepared } from "../data";
import type { PreparedWave } from "../view/rows";

export type Refusal = Denial | "wave_gone" | "changed_meanwhile" | "unchanged";
export type FieldRefusal = { field: string; code: string };
export type Written =
  | { ok: true; waveId: string }
  | { ok: false; because: Refusal }
  | { ok: false; fields: FieldRefusal[] };

/** One write by whoever may manage waves, as the database says now. */
export async function asWaveManager<T>(
  actorId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | { ok: false; because: Denial }> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "manage_waves");
    return verdict.allowed ? work(tx) : { ok: false, because: verdict.because };
  });
}

/** The wave as it stands, and no other change of it until the transaction ends. */
export async function lockWave(tx: Transaction, id: string): Promise<PreparedWave | null> {
  await tx.$queryRaw`SELECT id FROM waves WHERE id = ${id} FOR UPDATE`;
  const row = await tx.wave.findUnique({ where: { id } });
  return row && toPrepared(row);
}

/** Every wave of the country that readers see is made anew: places and employers belong to the country. */
export async function publishCountry(tx: Transaction, country: string): Promise<void> {
  const waves = await tx.wave.findMany({ where: { country, state: { not: "draft" } }, orderBy: { id: "asc" } });
  await lockAuditChain(tx);
  for (const { id } of waves) await tx.publication.create({ data: { waveId: id } });
}
