import { errorFields, log } from "@/lib/server/logger";
import { type Bell, makeBell } from "./bell";
import { type EditionSource, putEdition } from "./edition";
import { type EditionFolder, editionFolder } from "./edition-file";
import {
  afterFailure,
  afterReading,
  type FollowState,
  mayFollow,
  pauseMs,
  RecordWentBack,
  type Step,
} from "./follow-state";
import { openPublicationLine, type PublicationLine } from "./publication-line";

export type FollowOptions = {
  databaseUrl: string;
  source: EditionSource;
  /** Where the edition is kept for a start without the database. */
  folder: string;
  /**
   * What must have succeeded once before anything can be read. With it, the database is not waited for: readers get
   * the edition kept in the folder until it answers.
   */
  prepare?: () => Promise<void>;
  /** Where editions go: a process has one place, several followers in one process (tests) need one each. */
  put?: typeof putEdition;
};

export type Following = { stop(): Promise<void> };

type Course = Omit<Required<FollowOptions>, "folder"> & {
  folder: EditionFolder;
  line: PublicationLine;
  bell: Bell;
  state: FollowState;
  failures: number;
  prepared: boolean;
  stopped: boolean;
  /** The moment last handed to the folder, whether it could keep it or not. */
  notedAt: number;
  /** Whether the folder could not keep what it was handed last, which is in the log. */
  unkept: boolean;
  /** Names of the problems already in the log since the database is away. */
  logged: Set<string>;
};

const noteEveryMs = 60_000;
const lastRoundMs = 3000;

/**
 * Keeps the edition of this process up to date: every publication is heard of at once, a heartbeat about once a second
 * catches up what was missed and notices a database that is down, locked or silent. Never ends the process.
 */
export async function followPublications(options: FollowOptions): Promise<Following> {
  const course = startCourse(options);
  course.put({ followed: true });
  if (options.prepare) await takeKept(course);
  else await firstRounds(course);
  const following = followOn(course);
  return {
    async stop() {
      course.stopped = true;
      course.bell.ring();
      await Promise.race([following, new Promise((resolve) => setTimeout(resolve, lastRoundMs).unref())]);
      await course.line.close();
      await keep(course);
    },
  };
}

function startCourse(options: FollowOptions): Course {
  const bell = makeBell();
  const onLost = () => {
    // While it fails anyway, ringing would undo the pauses.
    if (course.failures === 0) bell.ring();
  };
  const line = openPublicationLine(options.databaseUrl, { onPublished: bell.ring, onLost });
  const course: Course = {
    put: putEdition,
    prepare: async () => undefined,
    ...options,
    ...{ folder: editionFolder(options.folder), line, bell },
    ...{ failures: 0, prepared: false, stopped: false, notedAt: 0, unkept: false, logged: new Set() },
    state: { edition: null, awaySince: null, confirmedAt: Date.now() },
  };
  return course;
}

async function followOn(course: Course): Promise<void> {
  while (!course.stopped) {
    await course.bell.heard(pauseMs(course.failures));
    if (!course.stopped) await round(course);
  }
}

/** What is on disk is shown only when the database cannot be read. */
async function firstRounds(course: Course): Promise<void> {
  await round(course);
  if (course.failures > 0) await round(course);
  if (course.state.edition === null) await takeKept(course);
}

async function takeKept(course: Course): Promise<void> {
  const kept = await course.folder.read();
  if (kept === null) return;
  const { edition, confirmedAt } = kept;
  course.state = { edition, confirmedAt, awaySince: confirmedAt };
  course.put({ edition, awaySince: confirmedAt }, { kind: "away", since: confirmedAt });
}

/** One look at the database. Rounds never overlap, so neither do readings. */
async function round(course: Course): Promise<void> {
  try {
    if (!course.prepared) await course.prepare();
    course.prepared = true;
    await catchUp(course);
    course.failures = 0;
    course.logged.clear();
  } catch (problem) {
    course.failures += 1;
    course.bell.silence();
    // One failure alone, a connection cut while it was asked, is asked again at once and told nobody.
    if (course.failures > 1) await loseTouch(course, problem);
  }
}

async function catchUp(course: Course): Promise<void> {
  const asked = Date.now();
  const version = await course.line.askVersion();
  const { edition, awaySince } = course.state;
  if (!mayFollow(course.state, version)) throw new RecordWentBack("The database holds less than was published.");
  const isWhole = edition !== null && (course.source.isWhole?.(edition) ?? true);
  if (edition?.version === version && awaySince === null && isWhole) {
    course.state = { ...course.state, confirmedAt: asked };
    if (asked - course.notedAt > noteEveryMs) await keep(course);
    return;
  }
  // Also on return at the same version: the source then looks whether it is the same database.
  const next = await course.source.readEdition(edition);
  tell(course, afterReading(course.state, next, asked));
  if (next !== edition) await keep(course);
}

async function loseTouch(course: Course, problem: unknown): Promise<void> {
  const fields = errorFields(problem);
  const name = `${fields.errorName} ${fields.errorCode}`;
  if (!course.logged.has(name)) log("error", { event: "database-away", ...fields });
  course.logged.add(name);
  const wasHere = course.state.awaySince === null;
  tell(course, afterFailure(course.state));
  if (wasHere) await keep(course);
}

function tell(course: Course, { state, told }: Step): void {
  course.state = state;
  for (const { change, news } of told) {
    course.put(change, news);
    if (news.kind === "published") log("info", { event: "record-read", count: news.waves.length });
    if (news.kind === "back") log("info", { event: "database-back" });
  }
}

/** With every publication, every minute and at the end. What could not be kept is tried again the next time. */
async function keep(course: Course): Promise<void> {
  const { edition, confirmedAt } = course.state;
  if (edition === null) return;
  course.notedAt = confirmedAt;
  try {
    await course.folder.keep({ edition, confirmedAt });
    course.unkept = false;
  } catch (problem) {
    // A full disk costs the start without a database, not the readers of now.
    if (!course.unkept) log("error", { event: "edition-not-kept", ...errorFields(problem) });
    course.unkept = true;
  }
}
