import { expect, test } from "vitest";
import { listSessions } from "@/lib/features/accounts/data";
import { restoreAccount, suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { changePassphrase } from "@/lib/features/accounts/mutations/change-passphrase";
import {
  endOwnSession,
  endOwnSessions,
  endSessionById,
  endSessionsOf,
} from "@/lib/features/accounts/mutations/sessions";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { tokenHash } from "@/lib/server/secrets";
import { findLiveSession, noteSessionUse } from "@/lib/server/sessions";
import { firstAdministrator, invited, passphrase, suspension } from "./support/accounts";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const hourMs = 3_600_000;

async function signedIn(handle: string, words = passphrase): Promise<{ sessionId: string; label: string }> {
  const answer = await signIn({ handle, passphrase: words, knownBrowser: null });
  if (!answer.ok) throw new Error(answer.because);
  return answer.session;
}

test("a session that was ended is dead, by its owner's list, by signing out and by an administrator", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const [byList, bySigningOut] = [await signedIn("Chingiz"), await signedIn("chingiz")];
    expect(await endOwnSession(chingiz.id, byList.label)).toEqual({ ok: true, count: 1 });
    expect(await endOwnSession(chingiz.id, byList.label)).toEqual({ ok: false, because: "gone" });
    await endSessionById(bySigningOut.sessionId);
    expect(await findLiveSession(byList.sessionId)).toBeNull();
    expect(await findLiveSession(bySigningOut.sessionId)).toBeNull();
    expect(await findLiveSession(chingiz.sessionId)).not.toBeNull();
    expect(await endSessionsOf(admin.id, chingiz.id)).toEqual({ ok: true, count: 1 });
    expect(await findLiveSession(chingiz.sessionId)).toBeNull();
  }));

test("nobody ends somebody else's session but an administrator", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const chingiz = await invited(admin, "contributor", "Chingiz");
    expect(await endOwnSession(bolat.id, chingiz.label)).toEqual({ ok: false, because: "gone" });
    expect(await endSessionsOf(bolat.id, chingiz.id)).toEqual({ ok: false, because: "role" });
    expect(await endSessionsOf(chingiz.id, admin.id)).toEqual({ ok: false, because: "role" });
    expect(await findLiveSession(chingiz.sessionId)).not.toBeNull();
  }));

test("all others end and the one that asks stays", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const other = await signedIn("Aigerim");
    expect(await endOwnSessions(admin.id, tokenHash(admin.sessionId))).toEqual({ ok: true, count: 1 });
    expect(await findLiveSession(other.sessionId)).toBeNull();
    expect(await listSessions(admin.id)).toHaveLength(1);
  }));

test("a session ends by itself: unused for three days, or after its last day", () =>
  database.rolledBack(async () => {
    const { sessionId } = await invited(await firstAdministrator(), "contributor", "Chingiz");
    const at = (hours: number) => new Date(Date.now() + hours * hourMs);
    expect(await findLiveSession(sessionId, at(71))).not.toBeNull();
    expect(await findLiveSession(sessionId, at(74))).toBeNull();
  }));

test("use is remembered by the hour and keeps a session alive, but not past its last day", () =>
  database.rolledBack(async (tx) => {
    const { sessionId } = await invited(await firstAdministrator(), "contributor", "Chingiz");
    const idHash = tokenHash(sessionId);
    const dayAgo = new Date(Math.floor(Date.now() / hourMs) * hourMs - 24 * hourMs);
    await tx.session.update({ where: { idHash }, data: { lastSeenAt: dayAgo } });
    const before = await findLiveSession(sessionId);
    if (before === null) throw new Error("no session");
    await noteSessionUse(before);
    const after = await tx.session.findUniqueOrThrow({ where: { idHash } });
    expect(after.lastSeenAt.getTime() % hourMs).toBe(0);
    expect(after.lastSeenAt.getTime()).toBeGreaterThan(dayAgo.getTime());
    await tx.session.update({ where: { idHash }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await findLiveSession(sessionId)).toBeNull();
  }));

test("expired sessions leave with the next sign-in", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    await tx.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await signedIn("Aigerim");
    expect(await tx.session.count({ where: { userId: admin.id } })).toBe(1);
  }));

test("a suspended account is out at once and cannot come back in until it is restored", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    expect(await suspendAccount(admin.id, chingiz.id, suspension)).toEqual({ ok: true });
    expect(await findLiveSession(chingiz.sessionId)).toBeNull();
    expect(await signIn({ handle: "Chingiz", passphrase, knownBrowser: null })).toEqual({
      ok: false,
      because: "suspended",
      message: suspension.message,
    });
    const guessed = await signIn({ handle: "Chingiz", passphrase: "not the one at all", knownBrowser: null });
    expect(guessed).toEqual({ ok: false, because: "wrong" });
    const kept = () => tx.user.findUniqueOrThrow({ where: { id: chingiz.id } });
    expect(await kept()).toMatchObject({ suspensionReason: suspension.reason, suspendedAt: expect.any(Date) });
    expect(await endOwnSessions(chingiz.id, null)).toEqual({ ok: false, because: "suspended" });
    expect(await restoreAccount(admin.id, chingiz.id)).toEqual({ ok: true });
    expect(await kept()).toMatchObject({ suspensionReason: null, suspensionMessage: null, suspendedAt: null });
    expect(await findLiveSession((await signedIn("Chingiz")).sessionId)).not.toBeNull();
  }));

test("a changed passphrase ends the other sessions, and the old one opens nothing", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const other = await signedIn("Aigerim");
    const next = "seven quiet rivers under copper";
    const change = { userId: admin.id, keptIdHash: tokenHash(admin.sessionId), current: passphrase, passphrase: next };
    expect(await changePassphrase({ ...change, current: "not the one at all" })).toEqual({
      ok: false,
      because: "wrong",
    });
    expect(await changePassphrase({ ...change, passphrase: "this is aigerim again" })).toEqual({
      ok: false,
      because: "handle",
    });
    expect(await changePassphrase({ ...change, passphrase })).toEqual({ ok: false, because: "same" });
    expect(await changePassphrase(change)).toMatchObject({ ok: true, endedSessions: 1 });
    expect(await findLiveSession(other.sessionId)).toBeNull();
    expect(await findLiveSession(admin.sessionId)).not.toBeNull();
    expect(await signIn({ handle: "Aigerim", passphrase, knownBrowser: null })).toEqual({
      ok: false,
      because: "wrong",
    });
    expect(await findLiveSession((await signedIn("Aigerim", next)).sessionId)).not.toBeNull();
  }));

test("a passphrase typed in another form of the same letters is the same", () =>
  database.rolledBack(async () => {
    await firstAdministrator();
    const { signInSchema } = await import("@/lib/features/accounts/schema");
    const wide = passphrase.replace("v", "ｖ");
    const typed = signInSchema.parse({ locale: "en", handle: " AIGERIM ", passphrase: wide });
    expect((await signIn({ ...typed, knownBrowser: null })).ok).toBe(true);
  }));
