import postgres from "postgres";

/** One connection that hears of publications and asks for the highest version. */
export type PublicationLine = {
  /** The highest version published, 0 while nothing is; fails within a second and a half, whatever the database does. */
  askVersion(): Promise<number>;
  close(): Promise<void>;
};

type Heard = {
  onPublished(): void;
  onLost(): void;
};

class NoAnswerInTime extends Error {
  override name = "NoAnswerInTime";
}

const answerMs = 1500;
/** Shorter, so that the server itself gives up a query that waits for a lock and the connection stays usable. */
const statementMs = 1200;

/*
 * LISTEN is said again with every question, which costs nothing: so whatever connection is open listens. (The
 * library's own `listen` gives up for good when the first attempt to connect again fails.)
 */
const question = "LISTEN turnout_published; SELECT coalesce(max(version), 0) AS version FROM publications";

/** What of an address the library would send to the server as a setting, such as Prisma's `schema`, is left out. */
function plainAddress(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  for (const name of [...url.searchParams.keys()]) {
    if (!["host", "port", "sslmode", "sslrootcert"].includes(name)) url.searchParams.delete(name);
  }
  return url.href;
}

function connect(databaseUrl: string, { onPublished, onLost }: Heard): postgres.Sql {
  const options = {
    max: 1,
    connect_timeout: answerMs / 1000,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    backoff: () => 0,
    connection: { application_name: "turnout-publications", statement_timeout: statementMs },
    onnotice: () => undefined,
    // Known to the library, which listens through it, though not to its types.
    onnotify: onPublished,
    onclose: onLost,
  };
  return postgres(plainAddress(databaseUrl), options);
}

async function ask(sql: postgres.Sql): Promise<number> {
  const [, rows] = (await sql.unsafe(question).simple()) as unknown as [unknown, { version: number }[]];
  return Number(rows[0]?.version ?? 0);
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new NoAnswerInTime("The database does not answer.")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(giveUp));
  });
}

/** Opens nothing before the first question, and a new connection whenever the last one was lost or does not answer. */
export function openPublicationLine(databaseUrl: string, heard: Heard): PublicationLine {
  let sql: postgres.Sql | undefined;
  const drop = async () => {
    const dropped = sql;
    sql = undefined;
    await dropped?.end({ timeout: 0 });
  };
  return {
    async askVersion() {
      sql ??= connect(databaseUrl, heard);
      try {
        return await within(ask(sql), answerMs);
      } catch (problem) {
        // After a silent cut the old connection would go on saying nothing for a quarter of an hour.
        if (problem instanceof NoAnswerInTime) void drop();
        throw problem;
      }
    },
    close: drop,
  };
}
