import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createInvitationAction } from "@/lib/features/accounts/actions/people";
import { secondStepAction } from "@/lib/features/accounts/actions/second-factor";
import { signInAction } from "@/lib/features/accounts/actions/sign-in";
import { firstAdministrator, passphrase } from "./support/accounts";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

// What the framework would hand to an action; the database is real.
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (name: string, value: string) => request.cookies.set(name, { value }),
  }),
}));

const database = testDatabase();
const typed = { locale: "ru", next: "/ru/contribute", handle: "Aigerim", passphrase };

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

/** While somebody else holds the table for himself alone. */
async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
  return withSql(database.url, async (sql) => {
    await sql.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    return database.committed(work).finally(() => sql.query("ROLLBACK"));
  });
}

let recoveryCodes: string[] = [];
beforeAll(async () => {
  recoveryCodes = (await database.committed(() => firstAdministrator("Aigerim"))).recoveryCodes;
});
beforeEach(() => {
  request.headers = new Headers({ "sec-fetch-site": "same-origin" });
  request.cookies.clear();
});

test.each(["users", "rate_limiter_flexible", "sessions"])(
  "signing in while %s is locked is told within seconds, and what was typed is kept",
  async (table) => {
    const answer = await whileLocked(table, () => signInAction(null, form(typed)));
    expect(answer).toMatchObject({ ok: false, formError: "database_down", values: { handle: "Aigerim" } });
    expect(JSON.stringify(answer)).not.toContain(passphrase);
  },
  10_000,
);

test.each(["invitations", "sessions", "audit_events"])(
  "a form sent while %s is locked is told within seconds, and what was typed is kept",
  async (table) => {
    const code = recoveryCodes.pop() ?? "";
    await database.committed(() => signInAction(null, form(typed)).catch(() => undefined));
    await database.committed(() => secondStepAction(null, form({ ...typed, code })).catch(() => undefined));
    expect(request.cookies.size).toBe(2);
    const sent = { locale: "ru", role: "contributor" };
    const answer = await whileLocked(table, () => createInvitationAction(null, form(sent)));
    expect(answer).toMatchObject({ ok: false, formError: "database_down", values: sent });
    expect(await database.client.invitation.count({ where: { role: "contributor" } })).toBe(0);
  },
  10_000,
);
