import { randomUUID } from "node:crypto";
import { readPreparedWave } from "@/lib/features/preparation/data";
import { startWave } from "@/lib/features/preparation/mutations/start-wave";
import { startWaveSchema } from "@/lib/features/preparation/schema";
import { typedFrame } from "@/lib/features/preparation/view";
import type { Fields } from "../support/acting";
import { type People, written } from "../support/people";
import type { Write } from "./write";

const slug = () => `made-up-${randomUUID().replaceAll(/[^a-f]/g, "")}`;
/** One of ninety, since a year of a country has codes for few waves. */
const someYear = () => 1930 + Math.floor(Math.random() * 90);
const typedWave = () => ({
  ...{ locale: "en", name_en: "A made-up wave", slug: slug(), country: "KZ", timeZone: "Asia/Almaty" },
  ...{ firstDay: `${someYear()}-03-03`, synthetic: "yes" },
});

async function startedWave({ admin }: People): Promise<string> {
  const made = await written(() => startWave(admin.id, startWaveSchema.parse(typedWave())));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.waveId;
}

/** What an administrator does with a wave that is being prepared. */
function onWave(action: string, of: (waveId: string) => Promise<Fields>, more: object = {}): Write {
  return {
    ...{ action, may: ["admin"], ids: { waveId: "zz99" } },
    prepare: async (people) => ({ by: people.admin, fields: await of(await startedWave(people)) }),
    ...more,
  };
}

const employer = () => ({ id: slug(), name_en: "Made-up works" });

export const waveWrites: Write[] = [
  {
    ...{ action: "startWaveAction", may: ["admin"] },
    prepare: async ({ admin }) => ({ by: admin, fields: typedWave() }),
  },
  onWave(
    "changeWaveAction",
    async (waveId) => {
      const wave = await written(() => readPreparedWave(waveId));
      if (wave === null) throw new Error(`There is no wave ${waveId}.`);
      return { ...typedFrame(wave), name_en: "Another made-up wave" };
    },
    { confirmed: true },
  ),
  onWave("addRowAction", async (waveId) => ({ waveId, table: "employers", ...employer() }), { confirmed: true }),
  onWave(
    "fillTableAction",
    async (waveId) => {
      const { id, name_en } = employer();
      return { waveId, table: "employers", intent: "write", csv: `id,name_en\n${id},${name_en}\n` };
    },
    { confirmed: true },
  ),
  onWave("moveWaveAction", async (waveId) => ({ waveId, verb: "publish" }), { confirmed: true }),
];
