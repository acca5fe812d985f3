import { beforeEach, expect, test, vi } from "vitest";
import { POST as askToConfirmRoute } from "@/app/api/passkeys/confirm/route";
import { POST as askToSignInRoute } from "@/app/api/passkeys/sign-in/route";
import { signInByPasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { createInvitationAction } from "@/lib/features/accounts/actions/people";
import { suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { askForNewPasskey, askToConfirm, askToSignIn } from "@/lib/features/accounts/mutations/ask-passkey";
import { completeByPasskey } from "@/lib/features/accounts/mutations/complete-sign-in";
import { addPasskey, removePasskey, renamePasskey } from "@/lib/features/accounts/mutations/passkeys";
import { resetSecondFactor } from "@/lib/features/accounts/mutations/reset-second-factor";
import { removeSecondFactor } from "@/lib/features/accounts/mutations/set-up-second-factor";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { signInByPasskey } from "@/lib/features/accounts/mutations/sign-in-by-passkey";
import { verifyAuditChain } from "@/lib/server/audit";
import { keepSignIn } from "@/lib/server/auth";
import type { DatabaseClient } from "@/lib/server/db";
import { newChallenge } from "@/lib/server/passkey-challenge";
import { tokenHash } from "@/lib/server/secrets";
import { findLiveSession } from "@/lib/server/sessions";
import { firstAdministrator, invited, type Person, passphrase, suspension } from "./support/accounts";
import { type Device, newDevice, type Twist, withPasskey } from "./support/passkeys";
import { testDatabase } from "./support/test-database";

// What the framework would hand to a route and an action; the database is real.
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
const sameSite = { "sec-fetch-site": "same-origin" };
const wrong = { ok: false, because: "passkey" };

beforeEach(() => {
  request.headers = new Headers(sameSite);
  request.cookies.clear();
});

const sessionOf = ({ id, sessionId }: Person) => ({ userId: id, idHash: tokenHash(sessionId) });

async function asked() {
  const question = await askToSignIn();
  if (question === null) throw new Error("No passkeys here");
  return { challenge: question.options.challenge, kept: question.kept };
}

async function signInWith(device: Device, twist: Twist = {}) {
  const { challenge, kept } = await asked();
  return signInByPasskey({ typed: device.answer(challenge, twist), kept });
}

const verbsOf = async (tx: DatabaseClient) =>
  (await tx.auditEvent.findMany({ orderBy: { seq: "asc" }, select: { verb: true } })).map(({ verb }) => verb);

test("a passkey signs in by itself, says nothing of the account, and the log tells of it", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const other = await signIn({ handle: "Chingiz", passphrase, knownBrowser: null });
    const question = await askForNewPasskey(sessionOf(chingiz), "grey phone");
    expect(JSON.stringify(question)).not.toMatch(new RegExp(`chingiz|${chingiz.id}`, "i"));
    expect(question).toMatchObject({
      options: { attestation: "none", rp: { id: "localhost" }, authenticatorSelection: { residentKey: "required" } },
    });
    const device = await withPasskey(chingiz);
    expect(device.recoveryCodes).toHaveLength(10);
    expect(other.ok && (await findLiveSession(other.session.sessionId))).toBeNull();

    const signedIn = await signInWith(device);
    if (!signedIn.ok) throw new Error(signedIn.because);
    const session = await findLiveSession(signedIn.session.sessionId);
    expect(session).toMatchObject({ awaitsSecondFactor: false, confirmedUntil: null, user: { hasPasskey: true } });
    expect(await signIn({ handle: "Chingiz", passphrase, knownBrowser: null })).toMatchObject({
      session: { awaitsSecondFactor: true },
    });
    expect(await verbsOf(tx)).toEqual(expect.arrayContaining(["account.add_passkey", "session.confirm"]));
    expect(await verifyAuditChain(tx)).toBeNull();
    const row = await tx.passkey.findUniqueOrThrow({ where: { id: device.id } });
    expect(Object.keys(row)).toEqual(["id", "userId", "publicKey", "signCount", "name", "createdAt"]);
  }));

test("answers that are not of this site, this moment, this browser and this passkey open no session", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const [device, bolats] = [await withPasskey(chingiz), await withPasskey(admin)];
    const sessions = await tx.session.count();
    const twists: Twist[] = [
      ...[{ origin: "https://evil.example" }, { origin: "http://localhost:1" }, { site: "evil.example" }],
      ...[{ verified: false }, { type: "webauthn.create" }, { signedBy: bolats }, { passkeyId: bolats.id }],
      ...[{ passkeyId: newDevice().id }, { passkeyId: "../x" }],
    ];
    // Each is counted as a wrong passphrase is, and would wait longer than the one before.
    const countedTries = async () => (await tx.rateLimiterFlexible.deleteMany()).count;
    await countedTries();
    for (const twist of twists) {
      expect(await signInWith(device, twist), JSON.stringify(twist)).toEqual(wrong);
      expect(await countedTries()).toBe(1);
    }
    const [mine, theirs] = [await asked(), await asked()];
    const old = newChallenge("sign-in", new Date(Date.now() - 301_000));
    const half = newChallenge(`confirm\n${tokenHash(chingiz.sessionId)}`);
    const tries: [string, string | null][] = [
      ...([
        [device.answer(mine.challenge), theirs.kept] as const,
        [device.answer(mine.challenge), null] as const,
      ] as const),
      ...([[device.answer("A".repeat(43)), mine.kept] as const, [device.answer(old.text), old.kept] as const] as const),
      ...([[device.answer(half.text), half.kept] as const, [device.make(mine.challenge), mine.kept] as const] as const),
      ...["", "{}", "null", "[]", '{"id":{}}', "x".repeat(20_000)].map((typed) => [typed, mine.kept] as const),
    ].map(([typed, kept]) => [typed, kept]);
    for (const [typed, kept] of tries) {
      expect(await signInByPasskey({ typed, kept }), typed).toEqual(wrong);
      expect(await countedTries()).toBe(1);
    }
    expect(await tx.session.count()).toBe(sessions);
    // The passkey itself still opens its account.
    expect(await signInWith(device)).toMatchObject({ ok: true });
  }));

test("a device that does not count signs in again and again", () =>
  database.rolledBack(async () => {
    const device = await withPasskey(await firstAdministrator(), newDevice(false));
    expect(await signInWith(device)).toMatchObject({ ok: true });
    expect(await signInWith(device)).toMatchObject({ ok: true });
  }));

test("the second step at sign-in, by a passkey of the account and of no other", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const [device, other] = [await withPasskey(admin), await withPasskey(bolat)];
    const half = await signIn({ handle: "Aigerim", passphrase, knownBrowser: null });
    if (!half.ok) throw new Error(half.because);
    const session = { userId: admin.id, idHash: tokenHash(half.session.sessionId) };
    const confirm = async (by: Device) => {
      const question = await askToConfirm(session);
      if (question === null) throw new Error("No passkey");
      expect(question.options.allowCredentials?.map(({ id }) => id)).toEqual([device.id]);
      return completeByPasskey({
        ...session,
        answer: { typed: by.answer(question.options.challenge), kept: question.kept },
      });
    };
    expect(await confirm(other)).toEqual(wrong);
    const { challenge, kept } = await asked();
    const forSignIn = { typed: device.answer(challenge), kept };
    expect(await completeByPasskey({ ...session, answer: forSignIn })).toEqual(wrong);
    expect(await findLiveSession(half.session.sessionId)).toMatchObject({ awaitsSecondFactor: true });
    expect(await confirm(device)).toMatchObject({ ok: true });
    const done = await findLiveSession(half.session.sessionId);
    expect(done?.awaitsSecondFactor).toBe(false);
    expect(done?.confirmedUntil?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
  }));

test("the addresses hand out questions to own pages alone, and the forms take their answers", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const device = await withPasskey(admin);
    const post = (headers: HeadersInit = sameSite) =>
      new Request("http://localhost:3000/api/passkeys", { method: "POST", headers });
    expect((await askToSignInRoute(post({ "sec-fetch-site": "cross-site" }))).status).toBe(403);
    expect((await askToConfirmRoute(post())).status).toBe(404);
    expect(request.cookies.size).toBe(0);

    const { challenge } = await (await askToSignInRoute(post())).json();
    const form = new FormData();
    for (const [name, value] of Object.entries({ locale: "ru", next: "/ru/admin" })) form.set(name, value);
    form.set("passkeyAnswer", device.answer(challenge));
    const leading = signInByPasskeyAction(null, form);
    await expect(leading).rejects.toMatchObject({ digest: expect.stringContaining(";/ru/admin;") });
    expect(request.cookies.get("turnout.passkey-challenge")?.value).toBe("");
    expect(await signInByPasskeyAction(null, form)).toMatchObject({ ok: false, formError: "sign_in_passkey" });

    await tx.session.updateMany({ where: { userId: admin.id }, data: { confirmedUntil: new Date(0) } });
    await keepSignIn({ sessionId: admin.sessionId, expiresAt: new Date(Date.now() + 60_000), knownBrowser: null });
    const invite = new FormData();
    for (const [name, value] of Object.entries({ locale: "en", role: "moderator", days: "7", note: "" }))
      invite.set(name, value);
    const needed = { ok: false, formError: "second_step_needed", byPasskey: true };
    expect(await createInvitationAction(null, invite)).toMatchObject(needed);
    const question = await (await askToConfirmRoute(post())).json();
    invite.set("secondStepPasskey", device.answer(question.challenge));
    expect(await createInvitationAction(null, invite)).toMatchObject({ ok: true });
    await tx.session.updateMany({ where: { userId: admin.id }, data: { confirmedUntil: new Date(0) } });
    const again = await createInvitationAction(null, invite);
    expect(again).toMatchObject({ ok: false, formError: "second_step_passkey", values: { role: "moderator" } });
    expect(JSON.stringify(again)).not.toContain("clientDataJSON");
  }));

test("a new passkey is taken once, of this session and of a device that made sure of its owner", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const ask = async () => {
      const question = await askForNewPasskey(sessionOf(bolat), "key");
      if (!question.ok) throw new Error(question.because);
      return { challenge: question.options.challenge, kept: question.kept };
    };
    const refused = { ok: false, because: "passkey_wrong" };
    for (const twist of [{ origin: "https://evil.example" }, { site: "evil.example" }, { verified: false }]) {
      const { challenge, kept } = await ask();
      const typed = newDevice().make(challenge, twist);
      expect(await addPasskey(sessionOf(bolat), { typed, kept }, "key")).toEqual(refused);
    }
    const { challenge, kept } = await ask();
    const device = newDevice();
    const answer = { typed: device.make(challenge), kept };
    expect(await addPasskey(sessionOf(admin), answer, "key")).toEqual(refused);
    expect(await addPasskey(sessionOf(bolat), answer, "key")).toMatchObject({ ok: true, recoveryCodes: [] });
    expect(await removePasskey(sessionOf(bolat), device.id)).toMatchObject({ ok: true });
    expect(await addPasskey(sessionOf(bolat), answer, "key")).toEqual(refused);
    expect(await tx.passkey.count()).toBe(0);
    for (let at = 0; at < 10; at += 1) await withPasskey(bolat);
    expect(await askForNewPasskey(sessionOf(bolat), "key")).toEqual({ ok: false, because: "passkey_many" });
  }));

test("removed, it opens nothing; the last factor stays where the role asks for one", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const [bolats, chingizs] = [await withPasskey(bolat), await withPasskey(chingiz)];
    expect(await renamePasskey(chingiz.id, bolats.id, "mine")).toEqual({ ok: false, because: "gone" });
    expect(await removePasskey(sessionOf(chingiz), bolats.id)).toEqual({ ok: false, because: "gone" });
    expect(await renamePasskey(bolat.id, bolats.id, "blue key")).toEqual({ ok: true });

    await tx.authenticator.delete({ where: { userId: bolat.id } });
    expect(await removePasskey(sessionOf(bolat), bolats.id)).toEqual({ ok: false, because: "factor_required" });
    expect(await removeSecondFactor(bolat.id)).toEqual({ ok: false, because: "factor_required" });
    const second = await withPasskey(bolat);
    const opened = await signInWith(second);
    expect(await removePasskey(sessionOf(bolat), bolats.id)).toMatchObject({ ok: true });
    expect(opened.ok && (await findLiveSession(opened.session.sessionId))).toBeNull();
    expect(await signInWith(bolats)).toEqual(wrong);
    expect(await signInWith(second)).toMatchObject({ ok: true });

    expect(await removePasskey(sessionOf(chingiz), chingizs.id)).toMatchObject({ ok: true });
    expect(await tx.recoveryCode.count({ where: { userId: chingiz.id } })).toBe(0);
    expect(await signInWith(chingizs)).toEqual(wrong);
    expect(await suspendAccount(admin.id, bolat.id, suspension)).toEqual({ ok: true });
    expect(await signInWith(second)).toEqual({ ok: false, because: "suspended", message: suspension.message });
    expect(await resetSecondFactor(admin.id, bolat.id)).toEqual({ ok: true });
    expect(await signInWith(second)).toEqual(wrong);
  }));

test("an answer stands once, also sent twice at the same moment, and a copied passkey that lags behind is refused and logged", async () => {
  const device = await database.committed(async () =>
    withPasskey(await invited(await firstAdministrator(), "contributor", "Chingiz")),
  );
  const { challenge, kept } = await database.committed(asked);
  const answer = { typed: device.answer(challenge), kept };
  const results = await database.race(
    () => signInByPasskey(answer),
    () => signInByPasskey(answer),
  );
  const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
  expect(answers.toSorted()).toEqual([false, true]);
  await database.committed(async () => {
    expect(await signInByPasskey(answer)).toEqual(wrong);
    expect(await signInWith(device, { count: 2 })).toEqual(wrong);
    expect(await signInWith(device, { count: 0 })).toEqual(wrong);
    expect(await signInWith(device, { count: 9 })).toMatchObject({ ok: true });
    expect((await verbsOf(database.client)).filter((verb) => verb === "account.refuse_passkey")).toHaveLength(2);
    await expect(database.client.passkey.updateMany({ data: { signCount: 1 } })).rejects.toThrow(/passkey_count/);
    const renamed = database.client.passkey.updateMany({ data: { publicKey: Buffer.from("x") } });
    await expect(renamed).rejects.toThrow(/passkey_changed/);
    expect(await verifyAuditChain(database.client)).toBeNull();
  });
});
