import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readEdition, readVersion } from "@/lib/features/waves/data";
import { type DatabaseClient, withClient } from "@/lib/server/db";
import type { EditionNews, EditionState, putEdition } from "@/lib/server/published/edition";
import { type FollowOptions, followPublications } from "@/lib/server/published/follower";

/** One instance of Turnout as far as it follows publications: what its readers would see, and the news of it. */
export type Reader = {
  readonly state: EditionState;
  readonly news: readonly EditionNews[];
  readonly readings: number;
  readonly folder: string;
  /** Ends it as a stop of Turnout does; the folder stays for the next. */
  stop(): Promise<void>;
};

export type ReaderOptions = Partial<FollowOptions> & { url: string; client: DatabaseClient };

const readers: Reader[] = [];
const folders: string[] = [];

/** Follows this database in a place of its own, as another instance on another machine would. */
export async function startReader({ url, client, ...options }: ReaderOptions): Promise<Reader> {
  const state: EditionState = { edition: null, awaySince: null, followed: false };
  const news: EditionNews[] = [];
  let readings = 0;
  const put: typeof putEdition = (change, told) => {
    Object.assign(state, change);
    if (told) news.push(told);
  };
  const source = {
    readVersion: () => withClient(client, readVersion),
    readEdition: async (last: EditionState["edition"]) => {
      readings += 1;
      return withClient(client, () => readEdition(last));
    },
  };
  const folder = options.folder ?? newFolder();
  const following = await followPublications({ databaseUrl: url, source, put, ...options, folder });
  const reader = {
    ...{ state, news, folder },
    get readings() {
      return readings;
    },
    stop: () => following.stop(),
  };
  readers.push(reader);
  return reader;
}

export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-reader-"));
  folders.push(folder);
  return folder;
}

export async function stopReaders(): Promise<void> {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
