import postgres from "postgres";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { appendAudit, lockAuditChain } from "@/lib/server/audit";
import { type Sizes, WAVE_CODE, waveRow } from "./synthetic-wave";
import { writeRecords } from "./write-wave";

/** There is one already: its records are never deleted, so a wave of another size needs a database of its own. */
export class WaveStandsThere extends Error {
  override name = "WaveStandsThere";
}

/**
 * Loads a made-up wave. It stays a draft, seen by nobody, until all of it is written; the publication then shows it at
 * once. A draft left behind by a publication that failed is whole, and only published.
 */
export async function loadSynthetic(
  client: PrismaClient,
  databaseUrl: string,
  sizes: Sizes,
): Promise<{ version: number }> {
  const there = await client.wave.findUnique({ where: { code: WAVE_CODE } });
  if (there && there.state !== "draft") throw new WaveStandsThere(`The wave ${WAVE_CODE} is loaded already.`);
  const wave = waveRow(sizes);
  if (!there) await writeDraft(databaseUrl, sizes, wave);
  return client.$transaction(async (tx) => {
    await tx.wave.update({ where: { code: WAVE_CODE }, data: { state: "closed" } });
    await lockAuditChain(tx);
    const { version } = await tx.publication.create({ data: { waveId: wave.id } });
    const made = { ...sizes, synthetic: true };
    await appendAudit(tx, {
      actorId: null,
      verb: "record.load",
      objectType: "wave",
      objectId: wave.id,
      before: null,
      after: made,
    });
    return { version };
  });
}

async function writeDraft(databaseUrl: string, sizes: Sizes, wave: ReturnType<typeof waveRow>): Promise<void> {
  const sql = postgres(databaseUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "turnout-synth" },
  });
  try {
    await sql.begin(async (transaction) => {
      await transaction`
        INSERT INTO waves (id, code, slug, names, summary, country, first_day, last_day, time_zone, state, synthetic)
        VALUES (${wave.id}, ${wave.code}, ${wave.slug}, ${sql.json(wave.names as never)}, ${sql.json(wave.summary as never)},
          ${wave.country}, ${wave.firstDay}, ${wave.lastDay}, ${wave.timeZone}, 'draft', true)`;
      await writeRecords(transaction, sizes);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
