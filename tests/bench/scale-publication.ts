import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type DatabaseClient, openClient } from "@/lib/server/db";
import { databaseName, databaseRole } from "@/lib/server/launch/initialise-cluster";
import type { OwnServer } from "../support/own-server";
import { decoded, keptConnections, readAddress } from "../support/read-address";

/** What one publication of a made-up wave cost. */
export type PublicationCost = {
  /** The writing transaction, as whoever approves waits for it. */
  commitMs: number;
  /** From then until the record's page says it. */
  shownMs: number;
  /** The longest that a reader of a finished page waited meanwhile. */
  slowestOtherMs: number;
};

const givenUpMs = 600_000;

/** Publishes another number for a crowd of the made-up wave and waits for it on the record's page. */
export async function publishAndWait(server: OwnServer, dataDir: string): Promise<PublicationCost> {
  const agent = keptConnections(2);
  const client = openClient(embeddedUrl(dataDir), 1);
  const { id } = await client.figure.findFirstOrThrow({
    where: { id: { startsWith: "ZZ22" }, measure: "attendance", subject: "action", lower: { not: null }, words: null },
    orderBy: { id: "asc" },
  });
  const number = 1_000_000 + Math.floor(Math.random() * 8_000_000);
  const text = async () => decoded(await readAddress(`${server.url}/en/records/${id}`, agent)).toString("utf8");
  await text();
  const commitMs = await publish(client, id, number).finally(() => client.$disconnect());
  const committed = performance.now();
  let slowestOtherMs = 0;
  while (!(await text()).includes(number.toLocaleString("en"))) {
    if (performance.now() - committed > givenUpMs) throw new Error(`${id} was not shown in time.`);
    const { sentAt, doneAt } = await readAddress(`${server.url}/en/about`, agent);
    slowestOtherMs = Math.max(slowestOtherMs, doneAt - sentAt);
    await wait(5);
  }
  const shownMs = performance.now() - committed;
  agent.destroy();
  return { commitMs, shownMs, slowestOtherMs };
}

function embeddedUrl(dataDir: string): string {
  const kept = (name: string) => readFileSync(path.join(dataDir, name), "utf8").trim();
  return `postgresql://${databaseRole}:${kept("postgres-password")}@127.0.0.1:${kept("postgres-port")}/${databaseName}`;
}

async function publish(client: DatabaseClient, id: string, amount: number): Promise<number> {
  const last = await client.revision.findFirstOrThrow({ where: { recordId: id }, orderBy: { number: "desc" } });
  const change = { lower: amount, upper: amount };
  const snapshot = { ...(last.snapshot as Record<string, unknown>), ...change } as object;
  const number = last.number + 1;
  const began = performance.now();
  await client.$transaction(async (transaction) => {
    await transaction.revision.create({ data: { recordId: id, number, snapshot, recordedAt: new Date() } });
    const { waveId } = await transaction.record.update({ where: { id }, data: { revision: number } });
    await transaction.figure.update({ where: { id }, data: change });
    await transaction.publication.create({ data: { waveId, recordId: id } });
  });
  return performance.now() - began;
}
