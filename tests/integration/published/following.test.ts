import { afterEach, describe, expect, it, vi } from "vitest";
import { createSource, createSyntheticWave } from "@/prisma/seed/factories";
import { startReader, stopReaders } from "../support/reader";
import { withSql } from "../support/sql";
import { testDatabase } from "../support/test-database";

vi.stubEnv("LOG_LEVEL", "silent");
const database = testDatabase("record");
const { url } = database;
afterEach(stopReaders);

const here = () => startReader({ url, client: database.client });
const soon = { timeout: 2000, interval: 20 };

/** What an approval does as far as readers are concerned. */
async function publish(waveId = "kz22"): Promise<number> {
  const { version } = await database.client.publication.create({ data: { waveId } });
  return version;
}

async function cutAllConnections(application: string): Promise<number> {
  const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()";
  const { rowCount } = await withSql(url, (sql) => sql.query(`${cut} AND application_name = $1`, [application]));
  return rowCount ?? 0;
}

describe("a publication", () => {
  it("reaches every instance within two seconds, the same edition each", async () => {
    const [one, other] = [await here(), await here()];
    const version = await publish();
    await expect.poll(() => [one, other].map(({ state }) => state.edition?.version), soon).toEqual([version, version]);
    expect(one.state.edition).toStrictEqual(other.state.edition);
    expect(one.news.at(-1)).toMatchObject({ kind: "published", waves: ["kz22"] });
  });

  it("is heard of, not only found by the heartbeat", async () => {
    const reader = await here();
    for (let times = 0; times < 10; times += 1) {
      const version = await publish();
      await expect.poll(() => reader.state.edition?.version, { ...soon, interval: 1 }).toBe(version);
    }
    // Ten heartbeats would have found as many only after ten seconds, and not one at a time.
    expect(reader.readings).toBe(11);
  }, 9000);

  it("is heard of at an address with what other tools of the same database need", async () => {
    const dressed = `${url}?schema=public&connection_limit=5&sslmode=disable`;
    const reader = await startReader({ url: dressed, client: database.client });
    const version = await publish();
    await expect.poll(() => reader.state.edition?.version, soon).toBe(version);
  });

  it("makes only the wave it touches be read anew", async () => {
    await createSyntheticWave(database.client, "ZZ41");
    const reader = await here();
    const recordOf = (id: string) => reader.state.edition?.records.find(({ wave }) => wave.id === id);
    const [touched, other] = [recordOf("zz41"), recordOf("kz22")];
    const sourceId = await createSource(database.client, "zz41", { title: "Published just now" });
    const version = await publish("zz41");
    await expect.poll(() => reader.state.edition?.version, soon).toBe(version);
    expect(recordOf("kz22")).toBe(other);
    expect(recordOf("zz41")).not.toBe(touched);
    expect(recordOf("zz41")?.sources.map(({ id }) => id)).toContain(sourceId);
    expect([recordOf("zz41")?.version, recordOf("kz22")?.version]).toEqual([version, other?.version]);
    expect(reader.news.at(-1)).toMatchObject({ waves: ["zz41"] });
  });

  it("arriving during a reading makes one more reading, and readings never overlap", async () => {
    const gate = Promise.withResolvers<void>();
    let [running, most] = [0, 0];
    const { edition } = (await here()).state;
    if (!edition) throw new Error("nothing was read");
    const reader = await startReader({
      ...{ url, client: database.client },
      source: {
        readVersion: async () => 0,
        readEdition: async (last) => {
          running += 1;
          most = Math.max(most, running);
          if (last !== null) await gate.promise;
          running -= 1;
          const { _max } = await database.client.publication.aggregate({ _max: { version: true } });
          return { ...edition, version: _max.version ?? 0 };
        },
      },
    });
    await publish();
    await expect.poll(() => running, soon).toBe(1);
    const last = (await publish()) && (await publish());
    gate.resolve();
    await expect.poll(() => reader.state.edition?.version, soon).toBe(last);
    expect(most).toBe(1);
  });
});

describe("a database that does not answer", () => {
  it("whose connections are cut has lost nothing: what was missed is caught up by version", async () => {
    const reader = await here();
    for (let times = 0; times < 5; times += 1) {
      expect(await cutAllConnections("turnout-publications")).toBeGreaterThan(0);
      const version = await publish();
      await expect.poll(() => reader.state.edition?.version, { timeout: 5000 }).toBe(version);
    }
    expect(reader.state.awaySince).toBeNull();
  });

  it("because publications are locked is noticed as away, and back with what was missed", async () => {
    const reader = await here();
    const before = reader.state.edition?.version ?? 0;
    let version = 0;
    await withSql(url, async (sql) => {
      await sql.query("BEGIN; LOCK TABLE publications IN ACCESS EXCLUSIVE MODE");
      await expect.poll(() => reader.state.awaySince, { timeout: 10_000 }).not.toBeNull();
      expect(reader.state.edition?.version).toBe(before);
      const { rows } = await sql.query("INSERT INTO publications (wave_id) VALUES ('kz22') RETURNING version");
      version = rows[0].version;
      await sql.query("COMMIT");
    });
    await expect.poll(() => reader.state.awaySince, { timeout: 10_000 }).toBeNull();
    expect(reader.state.edition?.version).toBe(version);
    expect(reader.news.map(({ kind }) => kind)).toEqual(["published", "away", "published", "back"]);
  });

  it("because what is to be read is locked is away as well, and goes on being asked", async () => {
    const reader = await here();
    let version = 0;
    await withSql(url, async (sql) => {
      await sql.query("BEGIN; LOCK TABLE figures IN ACCESS EXCLUSIVE MODE");
      version = await publish();
      await expect.poll(() => reader.state.awaySince, { timeout: 15_000 }).not.toBeNull();
      await sql.query("ROLLBACK");
    });
    await expect.poll(() => reader.state.awaySince, { timeout: 15_000 }).toBeNull();
    expect(reader.state.edition?.version).toBe(version);
  });
});
