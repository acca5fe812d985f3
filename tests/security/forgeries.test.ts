import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { accountMark } from "@/lib/features/entries/data/account-mark";
import { typedFigure } from "../integration/support/entries";
import { act, type Way } from "./support/acting";
import { ask, keepCookies, ownOrigin, type Visitor } from "./support/asking";
import { fact, type Trying } from "./support/fact";
import { changedTables, fingerprint } from "./support/fingerprint";
import { forgeries, wrongMethods } from "./support/forgeries";
import { someOf } from "./support/how-much";
import { outboxSendings } from "./support/outbox";
import { createAccount, everyKindOfPerson, newcomer, type People, passphrase } from "./support/people";
import { isTurnedAway, saidIn } from "./support/refused";
import { writes } from "./writes/all";
import { fieldsOf } from "./writes/entries";

let people: People;

beforeAll(async () => {
  people = await everyKindOfPerson();
});

fact("forged origins: a form from anywhere else changes nothing", async ({ tried, found }) => {
  for (const { action, prepare } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    const before = await fingerprint();
    for (const [forgery, headers] of Object.entries(forgeries)) {
      for (const way of ["script", "form"] satisfies Way[]) {
        tried();
        const outcome = await act(by, action, fields, { way, headers });
        // Without script every answer is a page: what went through leads on.
        const isLet = !isTurnedAway(outcome) && (way === "script" || outcome.led !== null);
        if (isLet) found(`${action} by ${way}, ${forgery}: ${saidIn(outcome)}`);
        if (outcome.status >= 500) found(`${action} by ${way}, ${forgery}: answered ${outcome.status}`);
      }
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} from elsewhere changed ${changed}`);
  }
});

fact("wrong methods: a form sent by any method but its own changes nothing", async ({ tried, found }) => {
  for (const { action, prepare } of someOf(writes)) {
    const { by, fields } = await prepare(people);
    const before = await fingerprint();
    for (const { method, headers } of wrongMethods) {
      tried();
      const outcome = await act(by, action, fields, { method, headers: { ...ownOrigin, ...headers } });
      if (outcome.state !== null) found(`${action} by ${method}: ${saidIn(outcome)}`);
      if (outcome.status >= 500) found(`${action} by ${method}: answered ${outcome.status}`);
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`${action} by a wrong method changed ${changed}`);
  }
});

type Sent = { path: string; body: string; type?: string };

/** Sends it with every forgery and every wrong method; what may change is looked at once. */
async function forge(visitor: Visitor, sent: Sent, { tried, found }: Trying): Promise<void> {
  const type = { "content-type": sent.type ?? "application/x-www-form-urlencoded" };
  const before = await fingerprint();
  const all = [
    ...Object.values(forgeries).map((headers) => ({ method: "POST", headers })),
    ...wrongMethods.map(({ method, headers }) => ({ method, headers: { ...ownOrigin, ...headers } })),
  ];
  for (const { method, headers } of all) {
    tried();
    const { status } = await ask(visitor, sent.path, { method, headers: { ...headers, ...type }, body: sent.body });
    if (status >= 500) found(`${method} ${sent.path} with ${JSON.stringify(headers)}: answered ${status}`);
  }
  const changed = changedTables(before, await fingerprint());
  if (changed.length > 0) found(`${sent.path} changed ${changed}`);
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

/** The token of next-auth's own forms, with the cookie it belongs to. */
async function csrfToken(visitor: Visitor): Promise<string> {
  const told = await ask(visitor, "/api/auth/csrf");
  keepCookies(visitor, told);
  return (JSON.parse(told.text) as { csrfToken: string }).csrfToken;
}

/** What is sent to an address rather than to a form: each is forged, and then goes through as it should. */
fact("forged requests to the addresses of programs change nothing", async (trying) => {
  const { tried, found } = trying;
  const goesThrough = async (what: string, visitor: Visitor, { path, body }: Sent) => {
    const before = await fingerprint();
    const headers = { ...ownOrigin, "content-type": "application/x-www-form-urlencoded" };
    tried();
    const told = await ask(visitor, path, { method: "POST", headers, body });
    if (changedTables(before, await fingerprint()).length === 0) found(`${what} changes nothing: ${told.status}`);
  };
  const stranger: Visitor = { ...(await createAccount("contributor")), cookies: new Map() };
  const credentials = { handle: stranger.handle, passphrase };
  const signIn = {
    path: "/api/auth/callback/credentials",
    body: form({ ...credentials, csrfToken: await csrfToken(stranger) }),
  };
  await forge(stranger, signIn, trying);
  const author = await newcomer("contributor");
  const signOut = { path: "/api/auth/signout", body: form({ csrfToken: await csrfToken(author) }) };
  await forge(author, signOut, trying);
  for (const [what, { of }] of Object.entries(outboxSendings)) {
    const kept = { path: "/api/outbox", body: form({ ...(await of(author)), account: accountMark(author.id) }) };
    await forge(author, kept, trying);
    await goesThrough(`${what} from an outbox`, author, kept);
  }
  await goesThrough("signing in by the library's address", stranger, signIn);
  await goesThrough("signing out by the library's address", author, signOut);
});

fact("forged tokens: none, made up, somebody else's, or of another build change nothing", async ({ tried, found }) => {
  const stranger: Visitor = { ...(await createAccount("contributor")), cookies: new Map() };
  const others = await csrfToken({ ...stranger, cookies: new Map() });
  const own = await csrfToken(stranger);
  const author = await newcomer("contributor");
  const session = author.cookies.get("next-auth.session-token") ?? "";
  const before = await fingerprint();
  const headers = { ...ownOrigin, "content-type": "application/x-www-form-urlencoded" };
  for (const csrf of ["", "made-up", others, own.slice(1), own.toUpperCase(), `${own}0`]) {
    tried();
    const body = form({ handle: stranger.handle, passphrase, ...(csrf === "" ? {} : { csrfToken: csrf }) });
    const told = await ask(stranger, "/api/auth/callback/credentials", { method: "POST", headers, body });
    if (told.headers["set-cookie"]?.some((line) => line.includes("session-token=ey")))
      found(`signed in with "${csrf}"`);
  }
  const [head = "", ...rest] = session.split(".");
  const forgedSessions = [
    ...["", "null", "{}", session.slice(0, -4), `${session}A`, [head, ...rest.slice(1)].join(".")],
    ...[[head, ...rest].toReversed().join("."), Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url")],
    ...[`${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sid":"x"}').toString("base64url")}.`],
    ...[author.id, "a".repeat(3000), "..%2f..%2f", "%00", session.toLowerCase()],
  ];
  for (const forged of forgedSessions) {
    const visitor = { ...author, cookies: new Map([["next-auth.session-token", forged]]) };
    tried(2);
    const page = await ask(visitor, "/en/account");
    if (page.status !== 307) found(`the session "${forged.slice(0, 20)}" opened a page: ${page.status}`);
    const sent = { ...fieldsOf(typedFigure()), submissionKey: randomUUID(), intent: "submit" };
    const outcome = await act(visitor, "saveRecordAction", sent, { headers: ownOrigin });
    if (!isTurnedAway(outcome)) found(`the session "${forged.slice(0, 20)}" sent a form: ${saidIn(outcome)}`);
  }
  for (const id of ["0".repeat(42), "7f".repeat(21), "x", "__proto__", "constructor"]) {
    tried();
    const outcome = await act(author, "saveRecordAction", {}, { id });
    if (outcome.status >= 500 || outcome.state?.ok) found(`the action "${id}": ${saidIn(outcome)}`);
  }
  const changed = changedTables(before, await fingerprint());
  if (changed.length > 0) found(`changed ${changed}`);
});
