import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

/** Columns of PostgreSQL's internal type "char" that the schema engine asks for, and how it spells them. */
const internalChars: Record<string, string> = {
  constraint_type: "constr.contype AS constraint_type",
  confdeltype: "con.confdeltype,",
  confupdtype: "con.confupdtype,",
};

function castToText(sql: string, name: string, spelled: string): string {
  const column = spelled.split(/[ ,]/)[0] ?? spelled;
  return sql.replace(spelled, `${column}::text AS ${name}${spelled.endsWith(",") ? "," : ""}`);
}

/** adapter-pg 7.10 does not know that type: it is asked for as text and handed on as the character expected. */
function readInternalChars(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const sql = Object.entries(internalChars).reduce(
      (text, [name, spelled]) => castToText(text, name, spelled),
      query.sql,
    );
    const result = await queryRaw({ ...query, sql });
    if (sql === query.sql) return result;
    const columnTypes = result.columnTypes.map((type, at) =>
      (result.columnNames[at] ?? "") in internalChars ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

/** What of adapter-pg's adapter is needed to send a script: its pool, and how it tells the engine of an error. */
type PgInsides = { client: { query(text: string): Promise<unknown> }; onError(error: unknown): never };

/**
 * adapter-pg cuts a script at every semicolon, which breaks function bodies. Sent whole, PostgreSQL reads it itself
 * and takes it as one transaction, so that a migration is applied entirely or not at all.
 */
function sendScriptsWhole(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const inside = adapter as unknown as PgInsides;
  adapter.executeScript = async (script) => {
    await inside.client.query(script).catch((error) => inside.onError(error));
  };
  return adapter;
}

export type MigrationConnections = { factory: SqlMigrationAwareDriverAdapterFactory; close(): Promise<void> };

function connect(databaseUrl: string): Promise<SqlDriverAdapter> {
  return new PrismaPg({ connectionString: databaseUrl, max: 1 }, { onPoolError: () => undefined }).connect();
}

/**
 * An empty database beside the real one. adapter-pg's own makes one too, but then connects to the real database,
 * because a connection string outweighs the name it sets.
 */
async function connectToShadow(databaseUrl: string): Promise<SqlDriverAdapter> {
  const name = `turnout_shadow_${crypto.randomUUID()}`;
  const main = await connect(databaseUrl);
  await main.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const shadow = await connect(url.href);
  const dispose = shadow.dispose.bind(shadow);
  let disposed: Promise<void> | undefined;
  shadow.dispose = () => {
    disposed ??= dispose()
      .then(() => main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`))
      .then(() => main.dispose());
    return disposed;
  };
  return shadow;
}

/** The engine does not close all it opened, so every connection is kept track of and closed with `close`. */
export function openMigrationConnections(databaseUrl: string): MigrationConnections {
  const open: SqlDriverAdapter[] = [];
  const track = (adapter: SqlDriverAdapter) => {
    open.push(adapter);
    return sendScriptsWhole(readInternalChars(adapter));
  };
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect: async () => track(await connect(databaseUrl)),
      connectToShadowDb: async () => track(await connectToShadow(databaseUrl)),
    },
    close: async () => {
      await Promise.allSettled(open.map((adapter) => adapter.dispose()));
    },
  };
}
