import { parseArgs } from "node:util";
import { provideSettings } from "@/lib/env";
import { readRows } from "@/lib/features/imports/data";
import { moveBatch } from "@/lib/features/imports/mutations/move-batch";
import { verifyAuditChain } from "@/lib/server/audit";
import { closeClient, db } from "@/lib/server/db";
import { startThrowAwayCluster } from "@/lib/server/launch/throw-away-cluster";
import { applyMigrations } from "@/prisma/migrate";
import { loadPublicRecord } from "@/prisma/seed/load";
import { personasIn } from "../integration/support/entries";
import { mapped, subjectsOf, uploaded, workedOn } from "../integration/support/imports";
import { type DirtyFile, dirtyFile } from "../support/dirty-file";

/**
 * `npm run bench:import [-- --rows 100000 --seed 1]`: makes a dirty file, reads, checks and sends it against a PostgreSQL
 * of its own, and says how long each step took, how much memory it needed, and whether every planted fault was told and
 * nothing else. Ends with 1 where one was not.
 */
const { values } = parseArgs({
  options: { rows: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
const rows = Number(values.rows);

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${step}: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, at most ${peak} MB so far`);
  return result;
}

/** Of each code: how often it was planted, and how often it was told in the very row and column. */
async function compare(batchId: string, header: readonly string[], { wrong }: DirtyFile): Promise<number> {
  const tally = new Map<string, { planted: number; told: number }>();
  const count = (code: string) => tally.get(code) ?? tally.set(code, { planted: 0, told: 0 }).get(code);
  const left = new Map(wrong);
  let others = 0;
  for (const { number, problems } of await readRows(batchId, { outcome: "wrong", after: 0, atMost: rows })) {
    const planted = left.get(number) ?? [];
    left.delete(number);
    others += Math.max(0, problems.length - planted.length);
    for (const { column, code } of planted) {
      const isTold = problems.some((one) => one.code === code && header[one.column ?? -1] === column);
      Object.assign(count(code) ?? {}, { planted: (count(code)?.planted ?? 0) + 1 });
      if (isTold) Object.assign(count(code) ?? {}, { told: (count(code)?.told ?? 0) + 1 });
    }
  }
  for (const { code } of [...left.values()].flat())
    Object.assign(count(code) ?? {}, { planted: (count(code)?.planted ?? 0) + 1 });
  for (const [code, { planted, told }] of [...tally].toSorted()) console.log(`  ${code}: ${told} of ${planted}`);
  console.log(`  told and not planted: ${others}`);
  return others + [...tally.values()].filter(({ planted, told }) => planted !== told).length;
}

const cluster = await startThrowAwayCluster();
try {
  await applyMigrations(cluster.url);
  provideSettings({ databaseUrl: cluster.url });
  await loadPublicRecord(db());
  const { chingiz } = await personasIn(db());
  const subjects = await subjectsOf(db(), "kz22");
  const file = await timed("made", async () => dirtyFile(rows, subjects, Number(values.seed)));
  const bytes = new TextEncoder().encode(file.csv);
  console.log(
    `${rows} rows, ${(bytes.length / 2 ** 20).toFixed(1)} MB, ${file.wrong.size} of them wrong, ${file.doubles.size} said before`,
  );
  const batchId = await timed("read", () => uploaded(chingiz.id, bytes));
  await mapped(chingiz.id, batchId);
  const checked = await timed("checked", () => workedOn(chingiz.id, batchId));
  console.log(JSON.stringify(checked));
  const { header } = await db().importBatch.findUniqueOrThrow({ where: { id: batchId } });
  const faults = await compare(batchId, header, file);
  await moveBatch(chingiz.id, batchId, "send");
  const sent = await timed("sent", () => workedOn(chingiz.id, batchId));
  console.log(JSON.stringify(sent));
  const broken = await verifyAuditChain(db());
  console.log(broken === null ? "The audit chain holds." : `The audit chain breaks at line ${broken}.`);
  const isRight =
    sent.counts.sent === rows - file.wrong.size - file.doubles.size && sent.counts.double === file.doubles.size;
  if (faults > 0 || broken !== null || !isRight) process.exitCode = 1;
} finally {
  await closeClient();
  await cluster.stop();
}
