import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { withSql } from "../integration/support/sql";
import { keptConnections, readAddress } from "../support/read-address";
import { lockSeconds } from "./support/how-much";
import { eventually, onOwnDatabase } from "./support/on-own-database";
import { MUCH_READ, publicAddresses } from "./support/public-addresses";
import { startMixedReaders } from "./support/readers";

const running = onOwnDatabase();
const agent = keptConnections(4);
const signInGoalMs = 10_000;
/** Somebody else each time: guesses at one account are slowed down. */
let people = 0;
const wrong = "do not belong together";
const away = "cannot reach its database";

function tables(url: string): Promise<string[]> {
  const query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1";
  return withSql(url, async (sql) => (await sql.query(query)).rows.map(({ tablename }) => tablename));
}

/** Holds the table until it is let go: nobody can even read it. */
async function lock(url: string, table: string): Promise<() => Promise<void>> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  await sql.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
  return () => sql.end();
}

/** Sends the form as a browser without JavaScript does: every hidden field that came with it. */
async function signIn(base: string): Promise<{ ms: number; status: number; text: string }> {
  const address = `${base}/en/sign-in`;
  const plain = { "accept-encoding": "identity" };
  const began = performance.now();
  const page = (await readAddress(address, agent, { headers: plain })).body.toString("utf8");
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="passphrase".*?<\/form>/s.exec(page)?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")] as const,
  );
  const fields = [
    ...hidden,
    ["handle", `nobody-${++people}`],
    ["passphrase", "not the words of anybody here"],
  ] as const;
  const boundary = "----turnout-faults";
  const part = ([name, value]: readonly [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const headers = { ...plain, origin: base, "content-type": `multipart/form-data; boundary=${boundary}` };
  const body = `${fields.map(part).join("")}--${boundary}--\r\n`;
  const answer = await readAddress(address, agent, { method: "POST", headers, body, timeoutMs: 30_000 });
  // Scripts carry every sentence there is; what the person reads is outside of them.
  const text = answer.body.toString("utf8").replaceAll(/<script.*?<\/script>/gs, "");
  return { ms: performance.now() - began, status: answer.status, text };
}

test(`each table locked for ${lockSeconds} s: pages answer, and signing in says what is wrong`, async () => {
  const { cluster, server } = running;
  const { plain: addresses } = await publicAddresses(server.url);
  expect((await signIn(server.url)).text).toContain(wrong);
  const [slowest, refused, speechless]: [number[], string[], string[]] = [[], [], []];
  const failures: Record<string, unknown> = {};
  const names = await tables(cluster.url);
  const crowd = { base: server.url, muchRead: MUCH_READ, connections: 4, giveUpMs: 5000, pauseMs: 20 };
  for (const [at, table] of names.entries()) {
    const release = await lock(cluster.url, table);
    const readers = startMixedReaders({ ...crowd, others: addresses.slice(at * 20) });
    try {
      const [said] = await Promise.all([signIn(server.url), wait(lockSeconds * 1000)]);
      if (said.text.includes(away)) refused.push(`${table} ${(said.ms / 1000).toFixed(1)} s`);
      if (!said.text.includes(away) && !said.text.includes(wrong)) speechless.push(`${table}: ${said.status}`);
      if (said.ms > signInGoalMs) speechless.push(`${table}: after ${Math.round(said.ms)} ms`);
    } finally {
      const summary = await readers.stop();
      slowest.push(summary.maxMs);
      if (Object.keys(summary.failures).length > 0) failures[table] = summary.failures;
      await release();
    }
  }
  const healthy = async () => (await signIn(server.url)).text.includes(wrong);
  const healthyAfter = await eventually("signing in works again", 30_000, healthy);
  console.log(
    `${names.length} tables locked: slowest page ${Math.max(...slowest)} ms; signing in said the database was away for ` +
      `${refused.join(", ") || "none of them"}; all well ${Math.round(healthyAfter)} ms after the last.`,
  );
  expect({ failures, speechless }).toEqual({ failures: {}, speechless: [] });
});
