import { expect, test } from "vitest";
import { firstAdministratorLink } from "@/lib/features/accounts/mutations";
import { acceptInvitation } from "@/lib/features/accounts/mutations/accept-invitation";
import { setRole, suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { createInvitation, revokeInvitation } from "@/lib/features/accounts/mutations/invitations";
import type { GivenRole } from "@/lib/features/accounts/schema";
import { verifyAuditChain } from "@/lib/server/audit";
import { findLiveSession } from "@/lib/server/sessions";
import { firstAdministrator, invited, join, passphrase, suspension, tokenOf } from "./support/accounts";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const nobody = "01900000-0000-7000-8000-000000000000";
const roles: GivenRole[] = ["contributor", "moderator", "admin", "auditor"];

test("the first administrator comes by the last link printed, and there is no second one", () =>
  database.rolledBack(async () => {
    const [older, newer] = [await firstAdministratorLink(), await firstAdministratorLink()];
    expect(newer).toMatch(/^https?:\/\/[^/]+\/en\/join\/[\w-]{43}$/);
    expect(await acceptInvitation({ token: tokenOf(older), handle: "Aigerim", passphrase })).toEqual({
      ok: false,
      because: "gone",
    });
    const admin = await join(tokenOf(newer), "Aigerim");
    expect((await findLiveSession(admin.sessionId))?.user).toEqual({
      ...{ id: admin.id, handle: "Aigerim", role: "admin", active: true, secured: true, invitedById: null },
      hasPasskey: false,
    });
    expect(await firstAdministratorLink()).toBeNull();
  }));

test("a first administrator's link dies when somebody else became administrator", () =>
  database.rolledBack(async (tx) => {
    const link = await firstAdministratorLink();
    await tx.user.create({
      data: { handle: "Other", handleKey: "other", passphraseHash: "$argon2id$none", role: "admin" },
    });
    const accepted = await acceptInvitation({ token: tokenOf(link), handle: "Aigerim", passphrase });
    expect(accepted).toEqual({ ok: false, because: "gone" });
  }));

test("administrators give any role, moderators only the contributor's, the others none", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const moderator = await invited(admin, "moderator", "Bolat");
    const contributor = await invited(moderator, "contributor", "Chingiz");
    const auditor = await invited(admin, "auditor", "Erlan");
    const given = async (id: string) => {
      const able: GivenRole[] = [];
      for (const role of roles) if ((await createInvitation(id, role)).ok) able.push(role);
      return able;
    };
    expect(await given(admin.id)).toEqual(roles);
    expect(await given(moderator.id)).toEqual(["contributor"]);
    expect(await given(contributor.id)).toEqual([]);
    expect(await given(auditor.id)).toEqual([]);
    expect(await given(nobody)).toEqual([]);
  }));

test("a link works once, and not after it was withdrawn", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const used = await createInvitation(admin.id, "contributor");
    const withdrawn = await createInvitation(admin.id, "contributor");
    const late = await createInvitation(admin.id, "contributor");
    if (!used.ok || !withdrawn.ok || !late.ok) throw new Error("no invitations");
    await join(used.token, "Chingiz");
    expect(await revokeInvitation(admin.id, withdrawn.invitationId)).toEqual({ ok: true });
    expect(await revokeInvitation(admin.id, withdrawn.invitationId)).toEqual({ ok: false, because: "gone" });
    expect(await revokeInvitation(admin.id, used.invitationId)).toEqual({ ok: false, because: "gone" });
    await tx.$executeRaw`
      UPDATE invitations SET created_at = now() - interval '8 days', expires_at = now() - interval '1 day'
      WHERE id = ${late.invitationId}::uuid`;
    for (const { token } of [used, withdrawn, late]) {
      expect(await acceptInvitation({ token, handle: "Somebody", passphrase })).toEqual({ ok: false, because: "gone" });
    }
  }));

test("whose invitation may be withdrawn by whom", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const [bolat, dana] = [await invited(admin, "moderator", "Bolat"), await invited(admin, "moderator", "Dana")];
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const made = await createInvitation(bolat.id, "contributor");
    if (!made.ok) throw new Error("no invitation");
    expect(await revokeInvitation(chingiz.id, made.invitationId)).toEqual({ ok: false, because: "role" });
    expect(await revokeInvitation(dana.id, made.invitationId)).toEqual({ ok: false, because: "role" });
    expect(await revokeInvitation(nobody, made.invitationId)).toEqual({ ok: false, because: "signed_out" });
    expect(await revokeInvitation(admin.id, made.invitationId)).toEqual({ ok: true });
  }));

test("a link dies with the right of whoever made it", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const [bolat, dana] = [await invited(admin, "moderator", "Bolat"), await invited(admin, "moderator", "Dana")];
    const fromBolat = await createInvitation(bolat.id, "contributor");
    const fromDana = await createInvitation(dana.id, "contributor");
    if (!fromBolat.ok || !fromDana.ok) throw new Error("no invitations");
    await suspendAccount(admin.id, bolat.id, suspension);
    await setRole(admin.id, dana.id, "contributor");
    for (const { token } of [fromBolat, fromDana]) {
      expect(await acceptInvitation({ token, handle: "Somebody", passphrase })).toEqual({ ok: false, because: "gone" });
    }
  }));

test.each([["aigerim"], ["Аigerim"], ["AIGER1M"], ["a.i-g_e rim"], ["Aïgerim"]])(
  "%s looks like Aigerim and is refused, without using up the link",
  (lookalike) =>
    database.rolledBack(async () => {
      const admin = await firstAdministrator("Aigerim");
      const made = await createInvitation(admin.id, "contributor");
      if (!made.ok) throw new Error("no invitation");
      const refused = await acceptInvitation({ token: made.token, handle: lookalike, passphrase });
      expect(refused).toEqual({ ok: false, because: "handle_taken" });
      expect((await join(made.token, "Chingiz")).handle).toBe("Chingiz");
    }),
);

test("a link sent twice at the same moment makes one account", async () => {
  const admin = await database.committed(() => firstAdministrator());
  for (let round = 0; round < 10; round += 1) {
    const made = await database.committed(() => createInvitation(admin.id, "contributor"));
    if (!made.ok) throw new Error("no invitation");
    const accept = (handle: string) => () => acceptInvitation({ token: made.token, handle, passphrase });
    const results = await database.race(accept(`left ${round} a`), accept(`right ${round} b`));
    const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
    expect(answers.toSorted()).toEqual([false, true]);
    expect(await database.client.user.count({ where: { invitedById: admin.id } })).toBe(round + 1);
  }
  expect(await verifyAuditChain(database.client)).toBeNull();
});

test("two who want the same pseudonym at the same moment: one has it", async () => {
  const admin = await database.client.user.findFirstOrThrow({ where: { role: "admin" } });
  const [one, other] = await database.committed(() =>
    Promise.all([createInvitation(admin.id, "contributor"), createInvitation(admin.id, "contributor")]),
  );
  if (!one?.ok || !other?.ok) throw new Error("no invitations");
  const results = await database.race(
    () => acceptInvitation({ token: one.token, handle: "Marina", passphrase }),
    () => acceptInvitation({ token: other.token, handle: "rnarina", passphrase }),
  );
  const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
  expect(answers.toSorted()).toEqual([false, true]);
});
