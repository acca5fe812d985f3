import { beforeEach, expect, test, vi } from "vitest";
import { revokeInvitationAction } from "@/lib/features/accounts/actions/people";
import { signInAction } from "@/lib/features/accounts/actions/sign-in";
import { openClient, withClient } from "@/lib/server/db";
import { freePort } from "@/lib/server/launch/free-port";
import { firstAdministrator, invited, passphrase } from "./support/accounts";
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

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

const typed = { locale: "ru", next: "/ru/contribute", handle: "Aigerim", passphrase };

beforeEach(() => {
  request.headers = new Headers({ "sec-fetch-site": "same-origin" });
  request.cookies.clear();
});

test("the right passphrase leads to where one wanted to go, with a cookie that names nobody", () =>
  database.rolledBack(async () => {
    await invited(await firstAdministrator(), "contributor", "Chingiz");
    const leading = signInAction(null, form({ ...typed, handle: "Chingiz" }));
    await expect(leading).rejects.toMatchObject({ digest: expect.stringContaining(";/ru/contribute;") });
    expect([...request.cookies.keys()]).toEqual(["next-auth.session-token", "turnout.known-browser"]);
    expect(JSON.stringify([...request.cookies.values()])).not.toMatch(/chingiz|contributor/i);
  }));

test("who has a second factor is led to the second step, in a browser that is not known before", () =>
  database.rolledBack(async () => {
    await firstAdministrator();
    const leading = signInAction(null, form(typed));
    const address = ";/ru/sign-in/second-step?next=%2Fru%2Fcontribute;";
    await expect(leading).rejects.toMatchObject({ digest: expect.stringContaining(address) });
    expect([...request.cookies.keys()]).toEqual(["next-auth.session-token"]);
  }));

test("a wrong one keeps the pseudonym and forgets the passphrase", () =>
  database.rolledBack(async () => {
    await firstAdministrator();
    const { passphrase: _, ...kept } = typed;
    expect(await signInAction(null, form({ ...typed, passphrase: "another one entirely" }))).toEqual({
      ok: false,
      fieldErrors: {},
      formError: "sign_in_wrong",
      values: kept,
    });
    expect(request.cookies.size).toBe(0);
  }));

test("a database that is down is said so, and what was typed is kept", async () => {
  const client = openClient(`postgresql://nobody:nothing@127.0.0.1:${await freePort()}/none`, 1);
  const answer = await withClient(client, () => signInAction(null, form(typed)));
  await client.$disconnect();
  expect(answer).toMatchObject({ ok: false, formError: "database_down", values: { handle: "Aigerim" } });
  expect(JSON.stringify(answer)).not.toContain(passphrase);
});

test("a form from another site does nothing", () =>
  database.rolledBack(async () => {
    await firstAdministrator();
    request.headers = new Headers({ "sec-fetch-site": "cross-site", origin: "https://evil.example" });
    expect(await signInAction(null, form(typed))).toMatchObject({ ok: false, formError: "other_origin" });
    expect(request.cookies.size).toBe(0);
  }));

test("who is not signed in is told so and keeps what was typed", () =>
  database.rolledBack(async () => {
    const invitationId = "01900000-0000-7000-8000-000000000000";
    const answer = await revokeInvitationAction(null, form({ invitationId }));
    expect(answer).toMatchObject({ ok: false, formError: "signed_out", values: { invitationId } });
  }));
