import pg from "pg";
import { afterAll } from "vitest";
import { site } from "./asking";
import { client } from "./people";

let holding: pg.Client | null = null;

/**
 * Keeps a decision about many entries from going on while it is under way: the server would end it by itself before
 * anybody could try to stop it, and what it decides then is nobody's request. The one held before ends.
 */
export async function holdBulk(bulkId: string): Promise<void> {
  await letGo();
  holding = new pg.Client({ connectionString: site.databaseUrl });
  await holding.connect();
  await holding.query("BEGIN");
  await holding.query("SELECT 1 FROM bulk_items WHERE bulk_id = $1 FOR UPDATE", [bulkId]);
}

async function letGo(): Promise<void> {
  if (holding === null) return;
  await client.bulkDecision.updateMany({ where: { state: "running" }, data: { state: "stopped" } });
  await holding.end();
  holding = null;
}

afterAll(letGo);
