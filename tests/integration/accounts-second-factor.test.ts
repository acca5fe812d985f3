import { describe, expect, test } from "vitest";
import { secretToSetUp } from "@/lib/features/accounts/data/second-factor";
import { suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { completeSignIn } from "@/lib/features/accounts/mutations/complete-sign-in";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import {
  makeRecoveryCodes,
  removeSecondFactor,
  setUpAuthenticator,
} from "@/lib/features/accounts/mutations/set-up-second-factor";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { verifyAuditChain } from "@/lib/server/audit";
import { tokenHash } from "@/lib/server/secrets";
import { findLiveSession } from "@/lib/server/sessions";
import { codeAt } from "@/lib/server/totp";
import {
  firstAdministrator,
  invited,
  joinWithoutApp,
  type Person,
  passphrase,
  setUpApp,
  suspension,
} from "./support/accounts";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const halfMinute = 30_000;
const wrong = { ok: false, because: "wrong" };

type Half = { userId: string; idHash: string; knownBrowser: null };

/** The right passphrase typed in a browser nobody knows: the second step is still to come. */
async function halfSignedIn(person: Person): Promise<Half> {
  const answer = await signIn({ handle: person.handle, passphrase, knownBrowser: null });
  if (!answer.ok || !answer.session.awaitsSecondFactor) throw new Error(`${person.handle} has no second step`);
  expect(answer.knownBrowser).toBeNull();
  return { userId: person.id, idHash: tokenHash(answer.session.sessionId), knownBrowser: null };
}

/** The code of the app that was set up in this session, some half minutes from now. */
function codeOf({ id, sessionId }: Person, halfMinutes = 0): string {
  const { secret } = secretToSetUp({ userId: id, idHash: tokenHash(sessionId) }, null);
  return codeAt(secret, Date.now() + halfMinutes * halfMinute);
}

const awaits = async ({ idHash }: Half) =>
  (await database.client.session.findUniqueOrThrow({ where: { idHash } })).awaitsSecondFactor;

test("until the second step is set up an administrator may do nothing of the role, then everything", () =>
  database.rolledBack(async () => {
    const admin = await joinWithoutApp("Aigerim");
    expect(await createInvitation(admin.id, "moderator")).toEqual({ ok: false, because: "second_factor" });
    expect(await suspendAccount(admin.id, admin.id, suspension)).toEqual({ ok: false, because: "second_factor" });
    const { recoveryCodes } = await setUpApp(admin);
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await createInvitation(admin.id, "moderator")).ok).toBe(true);
    const session = await findLiveSession(admin.sessionId);
    const freshForMs = (session?.confirmedUntil?.getTime() ?? 0) - Date.now();
    expect(freshForMs).toBeGreaterThan(14 * 60_000);
    expect(freshForMs).toBeLessThan(21 * 60_000);
  }));

test("the secret stays the same while somebody mistypes, and is another one in another session and for another app", () =>
  database.rolledBack(async (tx) => {
    const admin = await joinWithoutApp("Aigerim");
    const asked = { userId: admin.id, idHash: tokenHash(admin.sessionId) };
    const { secret, uri } = secretToSetUp(asked, null);
    expect(await setUpAuthenticator(asked, "000000")).toEqual(wrong);
    expect(secretToSetUp(asked, null).secret).toBe(secret);
    expect(secretToSetUp({ ...asked, idHash: tokenHash("another") }, null).secret).not.toBe(secret);
    expect(uri).not.toMatch(/aigerim/i);
    await setUpApp(admin);
    const app = await tx.authenticator.findUniqueOrThrow({ where: { userId: admin.id } });
    expect(app.sealedSecret).not.toContain(secret);
    expect(secretToSetUp(asked, app.sealedSecret).secret).not.toBe(secret);
  }));

test("setting it up ends the sessions in other browsers", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const other = await signIn({ handle: "Chingiz", passphrase, knownBrowser: null });
    if (!other.ok) throw new Error(other.because);
    await setUpApp(chingiz);
    expect(await findLiveSession(other.session.sessionId)).toBeNull();
    expect(await findLiveSession(chingiz.sessionId)).not.toBeNull();
  }));

test("a contributor may take it away again, a moderator may not", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const bolat = await invited(admin, "moderator", "Bolat");
    expect(await removeSecondFactor(chingiz.id)).toEqual({ ok: false, because: "no_factor" });
    await setUpApp(chingiz);
    expect(await removeSecondFactor(chingiz.id)).toMatchObject({ ok: true });
    expect(await tx.recoveryCode.count({ where: { userId: chingiz.id } })).toBe(0);
    expect(await signIn({ handle: "Chingiz", passphrase, knownBrowser: null })).toMatchObject({
      session: { awaitsSecondFactor: false },
    });
    expect(await removeSecondFactor(bolat.id)).toEqual({ ok: false, because: "factor_required" });
  }));

describe("with one account, for real", () => {
  let admin: Person;

  test("a code is taken once, a later one after it, an earlier one no more", () =>
    database.committed(async () => {
      admin = await firstAdministrator();
      const [first, second] = [await halfSignedIn(admin), await halfSignedIn(admin)];
      // The code of this half minute set the app up.
      expect(await completeSignIn({ ...first, code: codeOf(admin) })).toEqual(wrong);
      expect(await awaits(first)).toBe(true);
      const next = codeOf(admin, 1);
      expect(await completeSignIn({ ...first, code: next })).toMatchObject({ ok: true });
      expect(await awaits(first)).toBe(false);
      for (const code of [next, codeOf(admin), codeOf(admin, -1), codeOf(admin, 4), "123", "x"])
        expect(await completeSignIn({ ...second, code })).toEqual(wrong);
      expect(await completeSignIn({ ...second, code: " " })).toEqual({ ok: false, because: "needed" });
      expect(await awaits(second)).toBe(true);
    }));

  test("a recovery code sent twice at the same moment opens one session, ten times out of ten", async () => {
    for (const code of admin.recoveryCodes) {
      const [one, other] = await database.committed(async () => [await halfSignedIn(admin), await halfSignedIn(admin)]);
      if (!one || !other) throw new Error("no sessions");
      const results = await database.race(
        () => completeSignIn({ ...one, code }),
        () => completeSignIn({ ...other, code: code.toLowerCase().replaceAll("-", " ") }),
      );
      const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
      expect(answers.toSorted()).toEqual([false, true]);
    }
    const left = await database.client.recoveryCode.count({ where: { userId: admin.id, usedAt: null } });
    expect(left).toBe(0);
  });

  test("after ten wrong codes none is looked at, and a recovery code still opens", () =>
    database.committed(async () => {
      const made = await makeRecoveryCodes(admin.id);
      if (!made.ok) throw new Error(made.because);
      const half = await halfSignedIn(admin);
      const guesses = Array.from({ length: 30 }, (_, at) => completeSignIn({ ...half, code: String(100_000 + at) }));
      const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? "ok" : answer.because));
      expect(answers.filter((answer) => answer === "wrong").length).toBeLessThanOrEqual(10);
      expect(answers.filter((answer) => answer === "limited").length).toBeGreaterThanOrEqual(20);
      expect(answers).not.toContain("ok");
      const code = made.recoveryCodes[0] ?? "";
      const completed = await completeSignIn({ ...half, code });
      if (!completed.ok) throw new Error(completed.because);
      // The browser that is known now is counted by itself: its code is looked at.
      const again = { ...(await halfSignedIn(admin)), knownBrowser: completed.knownBrowser };
      expect(await completeSignIn({ ...again, code: "000000" })).toEqual(wrong);
      expect(await completeSignIn({ ...again, knownBrowser: null, code: "000000" })).toEqual({
        ok: false,
        because: "limited",
      });
    }));

  test("new recovery codes put the old ones out of use, and none stands in the database", () =>
    database.committed(async () => {
      const [older, newer] = [await makeRecoveryCodes(admin.id), await makeRecoveryCodes(admin.id)];
      if (!older.ok || !newer.ok) throw new Error("no codes");
      const half = await halfSignedIn(admin);
      for (const code of older.recoveryCodes) expect(await completeSignIn({ ...half, code })).toEqual(wrong);
      const kept = JSON.stringify(await database.client.recoveryCode.findMany());
      for (const code of newer.recoveryCodes) {
        expect(kept).not.toContain(code);
        expect(kept).not.toContain(code.replaceAll("-", ""));
      }
    }));

  test("the database refuses a code taken twice and a decision without a second factor by itself", async () => {
    const sql = (text: string) => withSql(database.url, (client) => client.query(text));
    await expect(sql("UPDATE authenticators SET last_step = last_step")).rejects.toThrow(/code_taken_before/);
    await expect(sql("UPDATE recovery_codes SET used_at = NULL WHERE used_at IS NOT NULL")).resolves.toBeDefined();
    await expect(
      sql("UPDATE sessions SET awaits_second_factor = true, confirmed_until = now() WHERE ended_at IS NULL"),
    ).rejects.toThrow(/sessions_one_step_after_the_other/);
    expect(await verifyAuditChain(database.client)).toBeNull();
  });
});
