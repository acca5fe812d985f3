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

export type MigrationConnections = { factory: SqlMigrationAwareDriverAdapterFactory; close(): Promise<void> };

/** The engine never closes what it opened, so every connection is kept track of and closed with `close`. */
export function openMigrationConnections(databaseUrl: string): MigrationConnections {
  const pg = new PrismaPg({ connectionString: databaseUrl, max: 1 }, { onPoolError: () => undefined });
  const open: SqlDriverAdapter[] = [];
  const track = (adapter: SqlDriverAdapter) => {
    open.push(adapter);
    return readInternalChars(adapter);
  };
  return {
    factory: {
      provider: pg.provider,
      adapterName: pg.adapterName,
      connect: async () => track(await pg.connect()),
      connectToShadowDb: async () => track(await pg.connectToShadowDb()),
    },
    close: async () => {
      await Promise.allSettled(open.map((adapter) => adapter.dispose()));
    },
  };
}
