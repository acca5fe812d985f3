import { expect, test } from "vitest";
import { findRestoration, listAdministrators } from "@/lib/features/accounts/data/restoration";
import { setRole } from "@/lib/features/accounts/mutations/administer";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import { offerRestoration, restoreAdministrator } from "@/lib/features/accounts/mutations/restore-administrator";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { verifyAuditChain } from "@/lib/server/audit";
import { findLiveSession } from "@/lib/server/sessions";
import { sentenceOf, whoIsMeant } from "@/prisma/restore-administrator";
import { firstAdministrator, invited, passphrase, setUpApp } from "./support/accounts";
import { withPasskey } from "./support/passkeys";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const another = "nine lanterns carry the velvet otter";
const gone = { ok: false, because: "gone" };

async function offered(handle: string) {
  const offer = await offerRestoration(handle);
  if (!offer.ok) throw new Error(offer.because);
  return offer;
}

test("the machine's owner lets a lone administrator in again, who sets another passphrase and another second step", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    await withPasskey(admin);
    const handle = whoIsMeant(undefined, await listAdministrators());
    const offer = await offered(` ${handle.toLowerCase()} `);
    expect(offer.endedSessions).toBe(1);
    expect(await findLiveSession(admin.sessionId)).toBeNull();
    expect(sentenceOf(offer, handle, "http://localhost:3000")).toContain(`/en/restore/${offer.token}\n`);
    expect(JSON.stringify(await tx.restoration.findMany())).not.toContain(offer.token);
    expect(await findRestoration(offer.token)).toEqual({ handle: "Aigerim" });

    const holdsName = { ok: false, because: "handle" };
    expect(await restoreAdministrator(offer.token, "the one of aigerim and nobody else")).toEqual(holdsName);
    const back = await restoreAdministrator(offer.token, another);
    if (!back.ok) throw new Error(back.because);
    expect(await restoreAdministrator(offer.token, passphrase)).toEqual(gone);
    expect(await tx.recoveryCode.count()).toBe(0);
    expect(await findLiveSession(back.session.sessionId)).toMatchObject({
      user: { secured: false, hasPasskey: false },
    });
    expect(await createInvitation(admin.id, "moderator")).toEqual({ ok: false, because: "second_factor" });
    await setUpApp({ id: admin.id, sessionId: back.session.sessionId });
    expect(await createInvitation(admin.id, "moderator")).toMatchObject({ ok: true });
    expect(await signIn({ handle, passphrase, knownBrowser: null })).toEqual({ ok: false, because: "wrong" });

    const lines = await tx.auditEvent.findMany({ where: { verb: { contains: "restor" } }, orderBy: { seq: "asc" } });
    expect(lines.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ["account.offer_restoration", null],
      ["account.restore_access", admin.id],
    ]);
    expect(await verifyAuditChain(tx)).toBeNull();
  }));

test("it ends the session of whoever got in meanwhile; a later link, a day and a lost role end the link", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const saule = await invited(admin, "admin", "Saule");
    expect(() => whoIsMeant(undefined, ["Aigerim", "Saule"])).toThrow(/There are: Aigerim, Saule/);
    const [first, second] = [await offered("Saule"), await offered("Saule")];
    expect(await restoreAdministrator(first.token, another)).toEqual(gone);
    await tx.authenticator.deleteMany({ where: { userId: saule.id } });
    const thief = await signIn({ handle: "Saule", passphrase, knownBrowser: null });
    expect(await restoreAdministrator(second.token, another)).toMatchObject({ ok: true });
    expect(thief.ok && (await findLiveSession(thief.session.sessionId))).toBeNull();

    const late = await offered("Saule");
    await tx.restoration.updateMany({ data: { expiresAt: new Date() } });
    expect(await restoreAdministrator(late.token, passphrase)).toEqual(gone);
    const demoted = await offered("Saule");
    expect(await setRole(admin.id, saule.id, "moderator")).toEqual({ ok: true });
    expect(await restoreAdministrator(demoted.token, passphrase)).toEqual(gone);
    expect(await offerRestoration("Saule")).toEqual({ ok: false, because: "role" });
    expect(await offerRestoration("Nobody")).toEqual({ ok: false, because: "unknown" });
    for (const because of ["role", "unknown", "suspended"] as const)
      expect(sentenceOf({ ok: false, because }, "Saule", "")).not.toContain("/restore/");
  }));

test("a link used twice at the same moment lets one in", async () => {
  const { token } = await database.committed(async () => offered((await firstAdministrator()).handle));
  const results = await database.race(
    () => restoreAdministrator(token, another),
    () => restoreAdministrator(token, passphrase),
  );
  const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
  expect(answers.toSorted()).toEqual([false, true]);
});
