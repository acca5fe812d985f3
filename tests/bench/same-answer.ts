import { keptConnections, readAddress } from "../support/read-address";

/** One answer of Turnout as another server can send it again: the same bytes and headers. */
export type SameAnswer = {
  etag: string;
  /** Names and values one after the other, in their order, as Node writes them. */
  headers: string[];
  unchangedHeaders: string[];
};

/** What each server says for itself about the connection and the time. */
const ownWords = new Set(["date", "connection", "keep-alive", "transfer-encoding", "age"]);

function flat(headers: Record<string, string | string[] | undefined>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || ownWords.has(name) ? [] : [value].flat().flatMap((one) => [name, one]),
  );
}

/** Asks Turnout as a browser does, and again with the ETag it gave. */
export async function takeAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<SameAnswer & { body: Buffer; encoding: string }> {
  const agent = keptConnections(1);
  try {
    const first = await readAddress(url, agent, { headers });
    if (first.status !== 200) throw new Error(`${url} answered ${first.status}.`);
    const etag = first.headers.etag;
    if (!etag) throw new Error(`${url} came without an ETag.`);
    const again = await readAddress(url, agent, { headers: { ...headers, "if-none-match": etag } });
    if (again.status !== 304) throw new Error(`${url} answered ${again.status} to its own ETag, not 304.`);
    return {
      ...{ etag, body: first.body, encoding: first.headers["content-encoding"] ?? "identity" },
      headers: flat(first.headers),
      unchangedHeaders: flat(again.headers),
    };
  } finally {
    agent.destroy();
  }
}
