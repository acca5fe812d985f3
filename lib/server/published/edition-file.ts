import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { errorFields, log } from "@/lib/server/logger";
import type { Edition } from "./edition";

/** Raised whenever the shape of an edition, or of its file, changes: a file of another number is not read. */
export const editionFormat = 17;

export type KeptEdition = {
  edition: Edition;
  /** When (ms) the database last said that nothing newer was published. */
  confirmedAt: number;
};

/** The folder from where an edition can be shown after a start without the database. */
export type EditionFolder = {
  /** What is kept; null when there is nothing, or it was cut, damaged or written in another format. */
  read(): Promise<KeptEdition | null>;
  /** Keeps that this edition was the latest at this moment, and the edition itself unless it stands there already. */
  keep(kept: KeptEdition): Promise<void>;
};

const editionFile = (folder: string) => path.join(folder, "edition.json");
/** The only place of the moment, with the seal of the edition it was written for. */
const confirmedFile = (folder: string) => path.join(folder, "confirmed-at");

/** The whole new text or the whole old one, also after a power cut or on a full disk; readable by its owner alone. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle
      .writeFile(text)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(draft, file);
  } catch (problem) {
    await rm(draft, { force: true });
    throw problem;
  }
}

/** Over everything that is taken from the file. */
function sealOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/** Returns the seal it was written under. */
async function writeEdition(folder: string, edition: Edition): Promise<string> {
  const body = JSON.stringify(edition);
  const seal = sealOf(body);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(editionFile(folder), `${JSON.stringify({ format: editionFormat, seal })}\n${body}`);
  return seal;
}

function parseEdition(text: string): { edition: Edition; seal: string } {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  const { format, seal } = JSON.parse(text.slice(0, end));
  if (format !== editionFormat || seal !== sealOf(body)) {
    throw new Error("The kept edition is damaged or of another format.");
  }
  return { edition: JSON.parse(body) as Edition, seal };
}

/** When the edition under this seal was last confirmed; undefined when the note is missing or of another edition. */
async function readConfirmedAt(folder: string, seal: string): Promise<number | undefined> {
  const text = await readFile(confirmedFile(folder), "utf8").catch(() => "");
  const [of, moment = ""] = text.split(" ");
  return of === seal && /^\d+$/.test(moment) ? Number(moment) : undefined;
}

export function editionFolder(folder: string): EditionFolder {
  /** What stands in the file as far as this process knows. */
  let standing: { edition: Edition; seal: string } | null = null;
  return {
    async read() {
      try {
        standing = parseEdition(await readFile(editionFile(folder), "utf8"));
      } catch (problem) {
        const isMissing = (problem as NodeJS.ErrnoException).code === "ENOENT";
        if (!isMissing) log("warn", { event: "kept-edition-ignored", ...errorFields(problem) });
        return null;
      }
      const { edition, seal } = standing;
      // When it was published, it was the latest for certain.
      const confirmedAt = (await readConfirmedAt(folder, seal)) ?? edition.publishedAt;
      // A clock that was set back must not make the record look newer than now.
      return { edition, confirmedAt: Math.min(confirmedAt, Date.now()) };
    },
    async keep({ edition, confirmedAt }) {
      const known = standing;
      // Until all of it is written nothing is certain, so that whatever failed is written whole the next time.
      standing = null;
      const seal = known?.edition === edition ? known.seal : await writeEdition(folder, edition);
      await replaceFile(confirmedFile(folder), `${seal} ${confirmedAt}`);
      standing = { edition, seal };
    },
  };
}
