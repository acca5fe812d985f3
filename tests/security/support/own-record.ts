import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll } from "vitest";
import { databaseAt, withSql } from "../../integration/support/sql";
import { type OwnServer, startOwnServer } from "../../support/own-server";
import { site } from "./asking";
import { type Planted, plantInRecord } from "./plant";
import { AUTH_SECRET } from "./start-site";

export type OwnRecord = {
  readonly url: string;
  readonly databaseUrl: string;
  plant(texts: readonly string[]): Promise<Planted>;
};

/** A second server with a record of its own, which a test may spoil. Call it at the top of the file. */
export function onOwnRecord(): OwnRecord {
  const name = `planted_${randomUUID().replaceAll("-", "")}`;
  const databaseUrl = databaseAt(site.databaseUrl, name);
  let server: OwnServer | undefined;
  beforeAll(async () => {
    await withSql(site.databaseUrl, (sql) => sql.query(`CREATE DATABASE ${name}`));
    server = await startOwnServer({ env: { DATABASE_URL: databaseUrl, AUTH_SECRET } });
  });
  afterAll(async () => {
    await server?.stop();
    await withSql(site.databaseUrl, (sql) => sql.query(`DROP DATABASE ${name} WITH (FORCE)`));
  });
  const url = () => {
    if (server === undefined) throw new Error("It is not running yet.");
    return server.url;
  };
  return {
    databaseUrl,
    get url() {
      return url();
    },
    async plant(texts) {
      const planted = await plantInRecord(databaseUrl, texts);
      const [last = ""] = texts.slice(-1);
      // The server is told of the publication and reads it anew; until then it gives the record before.
      const file = `${url()}/api/v1/waves/kazakhstan-january-2022/sources.csv`;
      const mark = last.replaceAll('"', '""');
      for (let tried = 0; tried < 240; tried += 1) {
        if ((await (await fetch(file)).text()).includes(mark)) return planted;
        await wait(250);
      }
      throw new Error("The server never gave what was planted.");
    },
  };
}
