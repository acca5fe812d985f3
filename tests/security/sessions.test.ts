import { beforeAll } from "vitest";
import { act } from "./support/acting";
import { ask, keepCookies, ownOrigin, type Visitor } from "./support/asking";
import { fact } from "./support/fact";
import { changedTables, fingerprint } from "./support/fingerprint";
import { someOf } from "./support/how-much";
import { outboxSendings, sendFromOutbox } from "./support/outbox";
import {
  client,
  createAccount,
  everyKindOfPerson,
  givePassphrase,
  inOtherBrowser,
  newcomer,
  type People,
  passphrase,
} from "./support/people";
import { saidIn } from "./support/refused";
import { personalRows } from "./support/role-matrix";
import { writes } from "./writes/all";
import type { Prepared } from "./writes/write";

let people: People;
let forms: (Prepared & { action: string })[];
/** What an outbox would send, by what it is. */
let kepts: [string, Record<string, string>][];

beforeAll(async () => {
  people = await everyKindOfPerson();
  forms = [];
  for (const { action, prepare, open } of someOf(writes)) if (!open) forms.push({ action, ...(await prepare(people)) });
  kepts = [];
  for (const [what, { of }] of Object.entries(outboxSendings)) kepts.push([what, await of(people.contributor)]);
});

const hourMs = 3_600_000;
const past = (hours: number) => new Date(Date.now() - hours * hourMs);
const byAdmin = (action: string) => async (visitor: Visitor) => {
  await act(people.admin, action, { userId: visitor.id, reason: "for a test" });
};
const aged = (data: { expiresAt?: Date; lastSeenAt?: Date; createdAt?: Date }) => async (visitor: Visitor) => {
  await client.session.updateMany({ where: { userId: visitor.id }, data });
};

async function signOutByAddress(visitor: Visitor): Promise<void> {
  const told = await ask(visitor, "/api/auth/csrf");
  const browser = { ...visitor, cookies: new Map(visitor.cookies) };
  keepCookies(browser, told);
  const body = new URLSearchParams(JSON.parse(told.text) as Record<string, string>).toString();
  const headers = { ...ownOrigin, "content-type": "application/x-www-form-urlencoded" };
  await ask(browser, "/api/auth/signout", { method: "POST", headers, body });
}

async function inAnother(visitor: Visitor, action: string, fields: Record<string, string> = {}): Promise<void> {
  await act(await inOtherBrowser(visitor), action, fields);
}

type Ending = { role?: "contributor" | "moderator"; end(visitor: Visitor): Promise<void> };

/** Every way in which a session ends, or in which it was never one. */
const endings: Readonly<Record<string, Ending>> = {
  "signed out": { end: async (visitor) => void (await act(visitor, "signOutAction", { locale: "en" })) },
  "signed out at the library's address": { end: signOutByAddress },
  "ended in the list": {
    end: async (visitor) => {
      const { label } = await client.session.findFirstOrThrow({ where: { userId: visitor.id } });
      await inAnother(visitor, "endSessionAction", { label });
    },
  },
  "ended with all others": { end: (visitor) => inAnother(visitor, "endOtherSessionsAction") },
  "passphrase changed": {
    end: (visitor) =>
      inAnother(visitor, "changePassphraseAction", {
        currentPassphrase: passphrase,
        passphrase: "seven quiet rivers under copper",
      }),
  },
  "account deleted": {
    end: (visitor) => inAnother(visitor, "deleteAccountAction", { locale: "en", currentPassphrase: passphrase }),
  },
  "ended by an administrator": { end: byAdmin("endSessionsOfAction") },
  suspended: { end: byAdmin("suspendAccountAction") },
  "suspended and restored": {
    end: async (visitor) => {
      await byAdmin("suspendAccountAction")(visitor);
      await byAdmin("restoreAccountAction")(visitor);
    },
  },
  "second factor reset": { role: "moderator", end: byAdmin("resetSecondFactorAction") },
  expired: { end: aged({ expiresAt: past(0) }) },
  "unused for four days": { end: aged({ lastSeenAt: past(96) }) },
  "a moderator's, unused for six hours": { role: "moderator", end: aged({ lastSeenAt: past(6) }) },
  "a moderator's of two days": { role: "moderator", end: aged({ createdAt: past(48) }) },
};

/** Asks for every page and sends every form with what the browser kept: nothing may open and nothing may change. */
async function reuse(kept: Visitor, why: string, count: { tried(): void; found(what: string): void }): Promise<void> {
  const before = await fingerprint();
  for (const { at, answers } of Object.values(personalRows)) {
    // Whoever is half signed in is led to the second step, which has a page of its own.
    if (answers.nobody !== "signs in" || at === "/en/sign-in/second-step") continue;
    count.tried();
    const { status, headers } = await ask(kept, at);
    if (status !== 307 || !String(headers.location).includes("/sign-in"))
      count.found(`${why}: ${at} answered ${status} and not ${answers.nobody}`);
  }
  for (const { action, fields } of forms) {
    count.tried();
    const outcome = await act(kept, action, fields, { headers: ownOrigin });
    if (outcome.state?.formError !== "signed_out") count.found(`${why}: ${action} ${saidIn(outcome)}`);
  }
  for (const [what, sent] of kepts) {
    count.tried();
    const { status } = await sendFromOutbox(kept, sent);
    if (status !== 401) count.found(`${why}: ${what} from an outbox is answered ${status}`);
  }
  const changed = changedTables(before, await fingerprint());
  if (changed.length > 0) count.found(`${why}: changed ${changed}`);
}

const copyOf = (visitor: Visitor): Visitor => ({ ...visitor, cookies: new Map(visitor.cookies) });

fact("ended sessions: what a browser kept opens and changes nothing", async ({ tried, found }) => {
  for (const [why, { role = "contributor", end }] of someOf(Object.entries(endings))) {
    const visitor = await newcomer(role);
    const kept = copyOf(visitor);
    tried();
    if ((await ask(kept, "/en/account")).status !== 200) found(`${why}: was no session to begin with`);
    await end(visitor);
    await reuse(kept, why, { tried, found });
  }
});

fact("half signed in: the passphrase alone opens and changes nothing", async ({ tried, found }) => {
  const moderator = await createAccount("moderator");
  await givePassphrase(moderator);
  await reuse(copyOf(moderator), "half signed in", { tried, found });
});

fact("demoted: what the role before could do is refused at once", async ({ tried, found }) => {
  for (const role of ["moderator", "admin"] as const) {
    const visitor = await newcomer(role);
    const kept = copyOf(visitor);
    await act(people.admin, "setRoleAction", { userId: visitor.id, role: "contributor" });
    for (const { at, answers } of Object.values(personalRows)) {
      if (answers[role] !== "opens" || answers.contributor === "opens") continue;
      tried();
      const { status, headers } = await ask(kept, at);
      if (!String(headers.location).includes("refused=role")) found(`${at} answered the former ${role} ${status}`);
    }
    const before = await fingerprint();
    for (const { action, may } of someOf(writes)) {
      if (!(may as readonly string[]).includes(role) || (may as readonly string[]).includes("contributor")) continue;
      const form = forms.find((one) => one.action === action);
      tried();
      const outcome = await act(kept, action, form?.fields ?? {}, { headers: ownOrigin });
      if (!["role", "not_author"].includes(outcome.state?.refusal?.refused ?? outcome.state?.formError ?? ""))
        found(`${action} by a former ${role}: ${saidIn(outcome)}`);
    }
    const changed = changedTables(before, await fingerprint());
    if (changed.length > 0) found(`a former ${role} changed ${changed}`);
  }
});
