import { expect } from "vitest";
import { abreast } from "./support/abreast";
import { act } from "./support/acting";
import { ask, keepCookies, ownOrigin, type Visitor } from "./support/asking";
import { fact } from "./support/fact";
import { guesses } from "./support/how-much";
import { client, createAccount, givePassphrase, inOtherBrowser, newcomer, passphrase, signIn } from "./support/people";

const accounts = 50;
const atOnce = 200;
/** From a browser nobody knows, after as many guesses as anybody likes; and for any page of somebody signed in. */
const [longestSignInMs, longestPageMs] = [20_000, 15_000];

/** What people guess, none of which it is: near misses, other letters, other forms. */
const guessed = (at: number) =>
  [
    `a guess with the number ${at}`,
    passphrase.toUpperCase(),
    `${passphrase} `,
    passphrase.slice(0, -1),
    `${passphrase}${at}`,
    "correct horse battery staple",
    "' OR '1'='1",
    "x".repeat(700),
  ][at % 8] ?? "";

const stranger = (handle: string): Visitor => ({ handle, id: "", cookies: new Map() });
const isSignedIn = ({ cookies }: Visitor) => cookies.has("next-auth.session-token");

async function guessByForm(handle: string, at: number): Promise<Visitor> {
  const visitor = stranger(handle);
  await act(visitor, "signInAction", { locale: "en", handle, passphrase: guessed(at) });
  return visitor;
}

async function guessByAddress(handle: string, at: number): Promise<Visitor> {
  const visitor = stranger(handle);
  const told = await ask(visitor, "/api/auth/csrf");
  keepCookies(visitor, told);
  const { csrfToken } = JSON.parse(told.text) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, handle, passphrase: guessed(at) }).toString();
  const headers = { ...ownOrigin, "content-type": "application/x-www-form-urlencoded" };
  keepCookies(visitor, await ask(visitor, "/api/auth/callback/credentials", { method: "POST", headers, body }));
  return visitor;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  return { value: await work(), ms: performance.now() - began };
}

type Watch = { pages: number[]; unknown: number[]; known: number[] };

/** While others guess: somebody signed in asks for pages, and an owner signs in, from a browser nobody knows and from a known one. */
function watch(owners: readonly Visitor[], watcher: Visitor, found: (what: string) => void) {
  const seen: Watch = { pages: [], unknown: [], known: [] };
  let isOver = false;
  const again = async (pauseMs: number, work: (turn: number) => Promise<void>) => {
    for (let turn = 0; !isOver; turn += 1) {
      await work(turn);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const readPages = again(250, async () => {
    const { value, ms } = await timed(() => ask(watcher, "/en/account"));
    if (value.status !== 200) found(`a page answered ${value.status} meanwhile`);
    seen.pages.push(ms);
  });
  const signInAgain = again(1000, async (turn) => {
    const { handle } = owners[turn % owners.length] ?? stranger("");
    const browser = stranger(handle);
    for (const times of [seen.unknown, seen.known]) {
      const { value, ms } = await timed(() => signIn(browser).catch((problem) => `${handle} meanwhile: ${problem}`));
      if (typeof value === "string") found(value);
      times.push(ms);
    }
  });
  return async (): Promise<Watch> => {
    isOver = true;
    await Promise.all([readPages, signInAgain]);
    return seen;
  };
}

const longest = (times: readonly number[]) => Math.round(Math.max(...times));

fact(
  `${guesses} guesses on ${accounts} accounts: no login, and every owner signs in meanwhile and afterwards`,
  async ({ tried, found }) => {
    const owners: Visitor[] = [];
    for (let at = 0; at < accounts; at += 1) owners.push(await createAccount("contributor"));
    const end = watch(owners, await newcomer("contributor"), found);
    await abreast(guesses, atOnce, async (at) => {
      const { handle } = owners[at % accounts] ?? { handle: "" };
      const visitor = await (at % 4 === 3 ? guessByAddress(handle, at) : guessByForm(handle, at));
      tried();
      if (isSignedIn(visitor)) found(`guess ${at} on ${handle} signed in`);
    });
    const { pages, unknown, known } = await end();
    const sessions = await client.session.count({ where: { userId: { in: owners.map(({ id }) => id) } } });
    const ofOwners = unknown.length + known.length;
    if (sessions > ofOwners) found(`${sessions - ofOwners} sessions began that are nobody's`);
    const after: number[] = [];
    await Promise.all(
      owners.map(async (owner) => {
        const { ms } = await timed(() => signIn(owner).catch((problem) => found(`${owner.handle}: ${problem}`)));
        after.push(ms);
      }),
    );
    console.log(
      `While it was guessed pages took at most ${longest(pages)} ms (${pages.length} of them), and owners signed in ` +
        `${ofOwners} times: within ${longest(unknown)} ms from an unknown browser, ${longest(known)} ms from a known one. ` +
        `Afterwards all ${accounts} within ${longest(after)} ms.`,
    );
    expect(unknown.length).toBeGreaterThan(0);
    expect(Math.max(...pages)).toBeLessThan(longestPageMs);
    expect(Math.max(...unknown, ...known, ...after)).toBeLessThan(longestSignInMs);
  },
);

const codesEach = 40;

fact(
  "guessed codes: after ten wrong ones none is looked at, and a recovery code still opens",
  async ({ tried, found }) => {
    for (let at = 0; at < 5; at += 1) {
      const moderator = await createAccount("moderator");
      await givePassphrase(moderator);
      const halfway = new Map(moderator.cookies);
      let limited = 0;
      for (let code = 0; code < codesEach; code += 1) {
        tried();
        const guess = String(code * 24_691)
          .padStart(6, "0")
          .slice(-6);
        const { led, state } = await act({ ...moderator, cookies: halfway }, "secondStepAction", {
          locale: "en",
          code: guess,
        });
        if (led !== null) found(`the code ${guess} opened`);
        if (state?.formError === "second_step_limited") limited += 1;
      }
      if (limited < codesEach - 11) found(`only ${limited} of ${codesEach} codes were not looked at`);
      const owner = await inOtherBrowser(moderator);
      if ((await ask(owner, "/en/moderate")).status !== 200) found("the owner's recovery code did not open");
    }
  },
);
