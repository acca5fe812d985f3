import { formatRecordId, RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import type { Prisma, Role } from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";

/** Made-up rows for tests and load: always in a wave that says it is synthetic, never in the default start. */

export type Persona = { id: string; handle: string; role: Role };
export type Personas = Record<"aigerim" | "bolat" | "dana" | "chingiz" | "erlan" | "farida", Persona>;

const roles: Record<keyof Personas, Role> = {
  aigerim: "admin",
  bolat: "moderator",
  dana: "moderator",
  chingiz: "contributor",
  erlan: "contributor",
  farida: "auditor",
};

/** One account per role, two moderators and two contributors; all with the same passphrase. */
export async function createPersonas(client: DatabaseClient, passphraseHash: string): Promise<Personas> {
  const made = await client.user.createManyAndReturn({
    data: Object.entries(roles).map(([handle, role]) => ({ handle, handleKey: handle, passphraseHash, role })),
    select: { id: true, handle: true, role: true },
  });
  await createSecondFactors(
    client,
    made.filter(({ role }) => role === "moderator" || role === "admin").map(({ id }) => id),
  );
  return Object.fromEntries(made.map((persona) => [persona.handle, persona])) as Personas;
}

/** The second factor without which moderators and administrators may do nothing; no app knows its secret. */
export async function createSecondFactors(client: DatabaseClient, userIds: string[]): Promise<void> {
  const sealed = { sealedSecret: "no app has it", lastStep: 1, createdAt: new Date("2030-05-01T00:00:00Z") };
  await client.authenticator.createMany({ data: userIds.map((userId) => ({ userId, ...sealed })) });
}

const everyLanguage = (text: string) => ({ en: text, kk: text, ru: text, tr: text });
const someDay = { earliest: new Date("2030-05-01T00:00:00Z"), latest: new Date("2030-05-01T23:59:59.999Z") };

/** A live synthetic wave with one source to cite and one publication, so that readers find it. */
export async function createSyntheticWave(
  client: DatabaseClient,
  code = "ZZ30",
): Promise<{ waveId: string; sourceId: string }> {
  const waveId = code.toLowerCase();
  await client.wave.create({
    data: {
      ...{
        id: waveId,
        code,
        slug: `synthetic-${waveId}`,
        country: "ZZ",
        timeZone: "UTC",
        state: "live",
        synthetic: true,
      },
      names: everyLanguage(`Synthetic wave ${code}`),
      summary: everyLanguage("Made up for tests."),
      firstDay: new Date("2030-05-01"),
      lastDay: new Date("2030-05-10"),
    },
  });
  const sourceId = await createSource(client, waveId);
  await client.publication.create({ data: { waveId } });
  return { waveId, sourceId };
}

export async function createSource(
  client: DatabaseClient,
  waveId: string,
  columns: Partial<Prisma.SourceCreateManyInput> = {},
): Promise<string> {
  const id = await createEnvelope(client, waveId, "source");
  await client.source.create({
    data: { title: `Source ${id}`, language: "en", kind: "press", tier: "one", ...columns, id },
  });
  await createRevision(client, id);
  return id;
}

export async function createWorkforce(
  client: DatabaseClient,
  waveId: string,
  columns: Partial<Prisma.WorkforceCreateManyInput> = {},
): Promise<string> {
  const id = await createEnvelope(client, waveId, "workforce");
  const words = { names: everyLanguage(`Workforce ${id}`), occupation: everyLanguage("workers") };
  await client.workforce.create({ data: { slug: id.toLowerCase(), ...words, ...columns, id } });
  await createRevision(client, id);
  return id;
}

export async function createAction(
  client: DatabaseClient,
  waveId: string,
  columns: Partial<Prisma.ActionCreateManyInput> = {},
  workforceIds: string[] = [],
): Promise<string> {
  const id = await createEnvelope(client, waveId, "action");
  await client.action.create({
    data: {
      ...{ type: "strike", stoppage: "yes", scope: "workplace", placePrecision: "country", certainty: "confirmed" },
      ...{ startEarliest: someDay.earliest, startLatest: someDay.latest, startPrecision: "day" },
      ...columns,
      id,
    },
  });
  await client.actionWorkforce.createMany({ data: workforceIds.map((workforceId) => ({ actionId: id, workforceId })) });
  await createRevision(client, id);
  return id;
}

/** A figure of 100 workers on the day unless told otherwise: about the action given, else about the whole wave. */
export async function createFigure(
  client: DatabaseClient,
  waveId: string,
  columns: Partial<Prisma.FigureCreateManyInput> = {},
  sourceIds: string[] = [],
): Promise<string> {
  const id = await createEnvelope(client, waveId, "figure");
  await client.figure.create({
    data: {
      ...{ subject: columns.actionId ? "action" : "wave", measure: "workers_directly_involved", basis: "on_day" },
      ...{ lower: 100, upper: 100, unit: "people", words: "100 workers", wordsLanguage: "en", claimant: "union" },
      ...{ asOfEarliest: someDay.earliest, asOfLatest: someDay.latest, asOfPrecision: "day" },
      ...columns,
      id,
    },
  });
  await client.citation.createMany({
    data: sourceIds.map((sourceId) => ({ recordId: id, sourceId, reliability: "a" })),
  });
  await createRevision(client, id);
  return id;
}

/** Takes the next number of the kind, as publishing does, and makes the record's envelope. */
async function createEnvelope(client: DatabaseClient, waveId: string, kind: RecordKind): Promise<string> {
  const { code } = await client.wave.findUniqueOrThrow({ where: { id: waveId }, select: { code: true } });
  const { last } = await client.recordCounter.upsert({
    where: { waveId_kind: { waveId, kind } },
    create: { waveId, kind, last: 1 },
    update: { last: { increment: 1 } },
  });
  const id = formatRecordId(code, RECORD_LETTERS[kind], last);
  await client.record.create({ data: { id, waveId, kind, number: last } });
  return id;
}

async function createRevision(client: DatabaseClient, recordId: string): Promise<void> {
  const snapshot: Prisma.InputJsonObject = { id: recordId };
  await client.revision.create({ data: { recordId, number: 1, snapshot, recordedAt: someDay.latest } });
}
