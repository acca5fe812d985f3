import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { errorFields, log } from "@/lib/server/logger";
import type { Edition } from "./edition";

/** Raised whenever the shape of what an edition holds changes: a file of another number is not read. */
export const editionFormat = 1;

export type KeptEdition = {
  edition: Edition;
  /** When (ms) the database last said that nothing newer was published. */
  confirmedAt: number;
};

const editionFile = (folder: string) => path.join(folder, "edition.json");
const confirmedFile = (folder: string) => path.join(folder, "confirmed-at");

/** The whole new text or the whole old one, also after a power cut; readable by its owner alone. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** Over everything that is taken from the file. */
function seal(confirmedAt: number, body: string): string {
  return createHash("sha256").update(`${confirmedAt}\n${body}`).digest("hex");
}

/** Writes the edition to the folder, from where it can be shown after a start without the database. */
export async function keepEdition(folder: string, { edition, confirmedAt }: KeptEdition): Promise<void> {
  const body = JSON.stringify(edition);
  const head = JSON.stringify({
    format: editionFormat,
    version: edition.version,
    confirmedAt,
    seal: seal(confirmedAt, body),
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(editionFile(folder), `${head}\n${body}`);
}

/** Notes beside the kept edition that it was still the latest at this moment. */
export async function confirmKeptEdition(folder: string, confirmedAt: number): Promise<void> {
  await replaceFile(confirmedFile(folder), String(confirmedAt));
}

async function readConfirmedAt(folder: string): Promise<number> {
  const text = await readFile(confirmedFile(folder), "utf8").catch(() => "");
  return /^\d+$/.test(text) ? Number(text) : 0;
}

function parseEdition(text: string): KeptEdition | null {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  const head = JSON.parse(text.slice(0, end));
  if (head.format !== editionFormat || head.seal !== seal(head.confirmedAt, body)) return null;
  return { edition: JSON.parse(body) as Edition, confirmedAt: Number(head.confirmedAt) };
}

/** The edition kept in the folder; null when there is none, or it was cut, damaged or written in another format. */
export async function readKeptEdition(folder: string): Promise<KeptEdition | null> {
  try {
    const kept = parseEdition(await readFile(editionFile(folder), "utf8"));
    if (!kept) throw new Error("The kept edition is damaged or of another format.");
    const confirmedAt = Math.max(kept.confirmedAt, await readConfirmedAt(folder));
    // A clock that was set back must not make the record look newer than now.
    return { ...kept, confirmedAt: Math.min(confirmedAt, Date.now()) };
  } catch (problem) {
    const isMissing = (problem as NodeJS.ErrnoException).code === "ENOENT";
    if (!isMissing) log("warn", { event: "kept-edition-ignored", ...errorFields(problem) });
    return null;
  }
}
