import { appendAudit } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { type StartWaveInput, textsOf } from "../schema";
import { zonesOfCountry } from "../view/country-zones";
import { asWaveManager, type FieldRefusal, type Written } from "./wave-write";

const codesLock = 7_478_214_005;

/** Starts a wave as a draft that nobody but administrators sees. Its code, which begins every record's id, is made here. */
export function startWave(actorId: string, input: StartWaveInput): Promise<Written> {
  return asWaveManager(actorId, async (tx): Promise<Written> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${codesLock}::bigint)`;
    const code = await freeCode(tx, input);
    const fields = await problemsOf(tx, input, code);
    if (code === null || fields.length > 0) return { ok: false, fields };
    const wave = {
      ...{ id: code.toLowerCase(), code, slug: input.slug, country: input.country, timeZone: input.timeZone },
      names: textsOf(input, "name"),
      summary: textsOf(input, "summary"),
      ...{ firstDay: new Date(input.firstDay), lastDay: input.lastDay === "" ? null : new Date(input.lastDay) },
      ...{ state: "draft" as const, synthetic: input.synthetic === "yes" },
    };
    await tx.wave.create({ data: wave });
    await appendAudit(tx, {
      ...{ actorId, verb: "wave.start", objectType: "wave", objectId: wave.id },
      before: null,
      after: wave,
    });
    return { ok: true, waveId: wave.id };
  });
}

async function problemsOf(tx: Transaction, input: StartWaveInput, code: string | null): Promise<FieldRefusal[]> {
  const ofCountry = { where: { country: input.country }, select: { timeZone: true } };
  const recorded = (await tx.region.findMany(ofCountry)).map(({ timeZone }) => timeZone);
  const isElsewhere = !zonesOfCountry(input.country, recorded).includes(input.timeZone);
  const sameSlug = await tx.wave.count({ where: { slug: input.slug } });
  return [
    ...(recorded.length === 0 ? [{ field: "country", code: "regions_missing" }] : []),
    ...(recorded.length > 0 && isElsewhere ? [{ field: "timeZone", code: "zone_elsewhere" }] : []),
    ...(sameSlug > 0 ? [{ field: "slug", code: "slug_taken" }] : []),
    ...(code === null ? [{ field: "firstDay", code: "codes_used_up" }] : []),
  ];
}

/** `FR26`, then `FR26A` to `FR26Z`: the country and the year, and a letter where there are several. */
async function freeCode(tx: Transaction, { country, firstDay }: StartWaveInput): Promise<string | null> {
  const first = `${country}${firstDay.slice(2, 4)}`;
  const taken = await tx.wave.findMany({ where: { code: { startsWith: first } }, select: { code: true } });
  const letters = ["", ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.map((letter) => first + letter).find((code) => taken.every((wave) => wave.code !== code)) ?? null;
}
