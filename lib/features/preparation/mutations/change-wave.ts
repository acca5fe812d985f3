import { appendAudit, lockAuditChain } from "@/lib/server/audit";
import { type ChangeWaveInput, textsOf, type WaveVerb } from "../schema";
import { markOf } from "../view/wave-mark";
import { asWaveManager, lockWave, type Written } from "./wave-write";

/** Names, summary and days of a wave; of one that readers have, a new version of its pages. */
export function changeWave(actorId: string, input: ChangeWaveInput): Promise<Written> {
  return asWaveManager(actorId, async (tx): Promise<Written> => {
    const before = await lockWave(tx, input.waveId);
    if (before === null) return { ok: false, because: "wave_gone" };
    if (markOf(before) !== input.seen) return { ok: false, because: "changed_meanwhile" };
    const change = { names: textsOf(input, "name"), summary: textsOf(input, "summary") };
    const days = { firstDay: input.firstDay, lastDay: input.lastDay || null };
    const after = { ...before, ...change, ...days };
    if (markOf(after) === markOf(before)) return { ok: false, because: "unchanged" };
    const { count } = await tx.wave.updateMany({
      where: { id: before.id, state: before.state },
      data: {
        ...change,
        firstDay: new Date(days.firstDay),
        lastDay: days.lastDay === null ? null : new Date(days.lastDay),
      },
    });
    if (count !== 1) return { ok: false, because: "changed_meanwhile" };
    await lockAuditChain(tx);
    if (before.state !== "draft") await tx.publication.create({ data: { waveId: before.id } });
    await appendAudit(tx, {
      ...{ actorId, verb: "wave.change", objectType: "wave", objectId: before.id },
      ...{ before, after },
    });
    return { ok: true, waveId: before.id };
  });
}

const MOVES = {
  publish: { from: "draft", to: "live" },
  close: { from: "live", to: "closed" },
  reopen: { from: "closed", to: "live" },
} as const satisfies Record<WaveVerb, { from: string; to: string }>;

/** What was published never becomes a draft again: addresses that were given out stay. */
export function moveWave(actorId: string, waveId: string, verb: WaveVerb): Promise<Written> {
  const { from, to } = MOVES[verb];
  return asWaveManager(actorId, async (tx): Promise<Written> => {
    const { count } = await tx.wave.updateMany({ where: { id: waveId, state: from }, data: { state: to } });
    if (count !== 1) return { ok: false, because: "changed_meanwhile" };
    await lockAuditChain(tx);
    await tx.publication.create({ data: { waveId } });
    await appendAudit(tx, {
      ...{ actorId, verb: `wave.${verb}`, objectType: "wave", objectId: waveId },
      before: { waveId, state: from },
      after: { waveId, state: to },
    });
    return { ok: true, waveId };
  });
}
