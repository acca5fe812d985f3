import { beforeEach, expect, test, vi } from "vitest";
import { deleteAccountAction } from "@/lib/features/accounts/actions/own-account";
import { beginPasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { setUpAuthenticatorAction } from "@/lib/features/accounts/actions/second-factor";
import { secretToSetUp } from "@/lib/features/accounts/data/second-factor";
import { confirmPassphrase } from "@/lib/features/accounts/mutations/confirm-passphrase";
import { keepSignIn } from "@/lib/server/auth";
import { tokenHash } from "@/lib/server/secrets";
import { codeAt } from "@/lib/server/totp";
import { firstAdministrator, invited, type Person, passphrase } from "./support/accounts";
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
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const database = testDatabase();

beforeEach(() => {
  request.headers = new Headers({ "sec-fetch-site": "same-origin" });
  request.cookies.clear();
});

const openSessionOf = ({ sessionId }: Person) =>
  keepSignIn({ sessionId, expiresAt: new Date(Date.now() + 60_000), knownBrowser: null });

const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

test("an open session alone adds no first factor, neither a passkey nor an app: the passphrase is asked for", () =>
  database.rolledBack(async (tx) => {
    const chingiz = await invited(await firstAdministrator(), "contributor", "Chingiz");
    await openSessionOf(chingiz);
    const { secret } = secretToSetUp({ userId: chingiz.id, idHash: tokenHash(chingiz.sessionId) }, null);
    const ways = [
      (typed: object) => beginPasskeyAction(null, formOf({ name: "grey phone", ...typed })),
      (typed: object) => setUpAuthenticatorAction(null, formOf({ code: codeAt(secret), ...typed })),
    ];
    const refused = (key: string) => ({ ok: false, fieldErrors: { currentPassphrase: key } });
    for (const add of ways) {
      expect(await add({})).toMatchObject(refused("passphrase_missing"));
      expect(await add({ currentPassphrase: "" })).toMatchObject(refused("passphrase_missing"));
      expect(await add({ currentPassphrase: "not the one of Chingiz" })).toMatchObject(refused("passphrase_wrong"));
    }
    expect(await tx.authenticator.count({ where: { userId: chingiz.id } })).toBe(0);
    for (const add of ways) expect(await add({ currentPassphrase: passphrase })).toMatchObject({ ok: true });
  }));

test("whoever knows the passphrase is not slowed by the tries before it, however often it is asked for", () =>
  database.rolledBack(async (tx) => {
    const chingiz = await invited(await firstAdministrator(), "contributor", "Chingiz");
    const counters = await tx.rateLimiterFlexible.count();
    expect(await confirmPassphrase(chingiz.id, "not the one of Chingiz")).toEqual({ ok: false, because: "wrong" });
    expect(await tx.rateLimiterFlexible.count()).toBe(counters + 1);
    expect(await confirmPassphrase(chingiz.id, passphrase)).toEqual({ ok: true });
    expect(await tx.rateLimiterFlexible.count()).toBe(counters);
  }));

test("a form that was asked for the second step keeps its field while something else is missing", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    await openSessionOf(admin);
    await tx.session.updateMany({ where: { userId: admin.id }, data: { confirmedUntil: new Date(0) } });
    const send = (typed: object) => deleteAccountAction(null, formOf({ locale: "en", ...typed }));
    expect(await send({ currentPassphrase: passphrase })).toMatchObject({ formError: "second_step_needed" });
    expect(await send({ secondStepCode: "123456" })).toMatchObject({ formError: "check_fields", asksStep: true });
    expect(await send({})).not.toHaveProperty("asksStep");
  }));
