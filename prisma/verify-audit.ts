import { sealedText } from "@/lib/domain/seal";
import { env, provideSettings } from "@/lib/env";
import { type AuditReport, type KeptSeal, verifyAudit } from "@/lib/features/audit/data/verify";
import { openClient, patienceOfLoading } from "@/lib/server/db";
import { openOrJoinDatabase } from "@/lib/server/launch/database";
import { isEntry } from "@/lib/server/launch/entry";
import { launch } from "@/lib/server/launch/lifecycle";
import { keptAuthSecret, loadSettingsFile } from "@/lib/server/launch/settings-files";
import { signSeal } from "@/lib/server/sealing";
import { applyMigrations } from "./migrate";

const USAGE = "npm run audit:verify [-- SEQ:HASH ...], each as a page or the column audit_seal of a file has it";

/** `812:9f2c…` as files have it; null for anything else. */
export function readKeptSeal(text: string): KeptSeal | null {
  const [, seq, hash] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}

/** The report in sentences, and whether everything holds. */
export function linesOfReport(report: AuditReport, kept: number): { lines: string[]; holds: boolean } {
  const { broken, brokenSeals, changedRevisions, miscounted, changedRecords, missing } = report;
  const wrong = [
    ...(broken === null ? [] : [`Line ${broken} does not carry on from the line before, or was changed.`]),
    ...brokenSeals.map((version) => `The seal of publication ${version} is no line of the log.`),
    ...changedRevisions.map((name) => `${name} is not what the log says was published.`),
    ...miscounted.map((id) => `Of ${id} the log tells of another number of published versions than there are.`),
    ...changedRecords.map((id) => `Readers get ${id} otherwise than its version in force has it.`),
    ...missing.map(({ seq, hash }) => `The log has no line ${seq} with the hash ${hash}: it was written anew since.`),
  ];
  const checked = [
    `${report.lines} lines of the log, ${report.seals} seals, ${report.revisions} versions with a line of their own, ${kept} seals kept outside.`,
    `${report.withoutLine} versions were loaded from files, made by a raised rule or by withholding: the log has no line of each.`,
  ];
  if (wrong.length > 0) return { lines: [...checked, ...wrong], holds: false };
  const { last } = report;
  const signed = last && signSeal({ ...last, at: last.at.getTime() });
  const head = signed
    ? [
        `Last line: ${signed.seq}:${signed.hash}`,
        `Signature: ${signed.signature}`,
        `Key:       ${signed.publicKey}`,
        ...sealedText(signed)
          .split("\n")
          .map((line, at) => `${at === 0 ? "Signed:    " : "           "}${line}`),
      ]
    : [];
  return { lines: [...checked, "Everything holds.", ...head], holds: true };
}

if (isEntry(import.meta.url)) {
  await launch(async (life) => {
    const asked = process.argv.slice(2);
    const kept = asked.map(readKeptSeal);
    if (kept.includes(null)) {
      console.error(`This is no seal: ${asked[kept.indexOf(null)]}\n${USAGE}`);
      process.exit(2);
    }
    loadSettingsFile();
    const settings = env();
    const { database, joined } = await openOrJoinDatabase(settings);
    life.onStop(() => database.stop());
    await database.usable;
    provideSettings({ databaseUrl: database.url, authSecret: keptAuthSecret(settings) });
    // Beside a Turnout that runs nothing is changed: its start brought everything up to date.
    if (!joined) await applyMigrations(database.url);
    const client = openClient(database.url, 1, patienceOfLoading);
    const seals = kept.filter((seal) => seal !== null);
    const { lines, holds } = linesOfReport(await verifyAudit(client, seals), seals.length);
    await client.$disconnect();
    for (const line of lines) console.log(line);
    process.exit(holds ? 0 : 1);
  });
}
