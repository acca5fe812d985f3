import { expect, test } from "vitest";
import { lockActor } from "@/lib/features/accounts/data";
import { restoreAccount, setRole, suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import { endSessionById, endSessionsOf } from "@/lib/features/accounts/mutations/sessions";
import { appendAudit, verifyAuditChain } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { firstAdministrator, invited, passphrase, suspension } from "./support/accounts";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase();
const nobody = "01900000-0000-7000-8000-000000000000";

test("only an administrator changes accounts, and never the own one", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const erlan = await invited(admin, "auditor", "Erlan");
    for (const { id } of [bolat, chingiz, erlan]) {
      expect(await suspendAccount(id, admin.id, suspension)).toEqual({ ok: false, because: "role" });
      expect(await restoreAccount(id, admin.id)).toEqual({ ok: false, because: "role" });
      expect(await setRole(id, chingiz.id, "admin")).toEqual({ ok: false, because: "role" });
    }
    expect(await setRole(nobody, chingiz.id, "admin")).toEqual({ ok: false, because: "signed_out" });
    expect(await suspendAccount(admin.id, admin.id, suspension)).toEqual({ ok: false, because: "own_account" });
    expect(await setRole(admin.id, admin.id, "contributor")).toEqual({ ok: false, because: "own_account" });
    expect(await suspendAccount(admin.id, nobody, suspension)).toEqual({ ok: false, because: "gone" });
    expect(await setRole(admin.id, bolat.id, "moderator")).toEqual({ ok: false, because: "unchanged" });
    expect(await restoreAccount(admin.id, bolat.id)).toEqual({ ok: false, because: "unchanged" });
  }));

test("a role that changed applies to the next write", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    expect((await createInvitation(bolat.id, "contributor")).ok).toBe(true);
    expect(await setRole(admin.id, bolat.id, "contributor")).toEqual({ ok: true });
    expect(await createInvitation(bolat.id, "contributor")).toEqual({ ok: false, because: "role" });
    expect(await lockActor(tx, bolat.id)).toEqual({
      ...{ id: bolat.id, role: "contributor", active: true, secured: true, invitedById: admin.id },
    });
    expect(await suspendAccount(admin.id, bolat.id, suspension)).toEqual({ ok: true });
    expect(await createInvitation(bolat.id, "contributor")).toEqual({ ok: false, because: "suspended" });
  }));

test("an administrator who was demoted or suspended administers nothing any more", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator();
    const other = await invited(admin, "admin", "Saule");
    const chingiz = await invited(admin, "contributor", "Chingiz");
    expect(await setRole(other.id, admin.id, "moderator")).toEqual({ ok: true });
    expect(await setRole(admin.id, chingiz.id, "moderator")).toEqual({ ok: false, because: "role" });
    expect(await endSessionsOf(admin.id, chingiz.id)).toEqual({ ok: false, because: "role" });
  }));

test("two administrators who demote each other at the same moment: one stays", async () => {
  const [aigerim, saule] = await database.committed(async () => {
    const first = await firstAdministrator();
    return [first, await invited(first, "admin", "Saule")];
  });
  const admins = () => database.client.user.findMany({ where: { role: "admin", state: "active" } });
  for (let round = 0; round < 10; round += 1) {
    const results = await database.race(
      () => setRole(aigerim.id, saule.id, "contributor"),
      () =>
        round % 2 ? suspendAccount(saule.id, aigerim.id, suspension) : setRole(saule.id, aigerim.id, "contributor"),
    );
    const answers = results.map((result) => (result.status === "fulfilled" ? result.value.ok : result.reason));
    expect(answers.toSorted()).toEqual([false, true]);
    const [left, ...more] = await admins();
    expect(more).toEqual([]);
    const fallen = left?.id === aigerim.id ? saule : aigerim;
    await database.committed(async () => {
      await restoreAccount(left?.id ?? "", fallen.id);
      await setRole(left?.id ?? "", fallen.id, "admin");
    });
    expect(await admins()).toHaveLength(2);
  }
});

test("the last administrator cannot vanish by going around the code either, and the refusal has a name", async () => {
  await database.committed(async () => {
    const [one] = await database.client.user.findMany({ where: { role: "admin" } });
    await database.client.user.updateMany({ where: { id: { not: one?.id ?? "" } }, data: { role: "contributor" } });
  });
  await expect(withSql(database.url, (sql) => sql.query("UPDATE users SET state = 'suspended'"))).rejects.toThrow(
    /last_administrator/,
  );
});

test("the chain holds after all of it, also when many write at once", async () => {
  const admin = await database.client.user.findFirstOrThrow({ where: { role: "admin" } });
  await database.committed(() =>
    Promise.all(Array.from({ length: 20 }, () => createInvitation(admin.id, "contributor"))),
  );
  expect(await verifyAuditChain(database.client)).toBeNull();
  const seqs = await database.client.auditEvent.findMany({ select: { seq: true }, orderBy: { seq: "asc" } });
  expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, at) => at + 1));
});

test("a line that was changed behind everybody's back is found", async () => {
  await database.committed(() =>
    inTransaction((tx) =>
      appendAudit(tx, { actorId: null, verb: "test.write", objectType: "test", objectId: "1", before: null, after: 1 }),
    ),
  );
  await withSql(database.url, async (sql) => {
    await sql.query("ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only");
    await sql.query("UPDATE audit_events SET verb = 'test.else' WHERE seq = 3");
    await sql.query("ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only");
  });
  expect(await verifyAuditChain(database.client)).toBe(3);
});

test("a line is undone with the write it tells of", () =>
  database.rolledBack(async (tx) => {
    const before = await tx.auditEvent.count();
    const line = {
      actorId: null,
      verb: "test.write",
      objectType: "test",
      objectId: "1",
      before: null,
      after: 1,
    } as const;
    const failing = inTransaction(async (inner) => {
      await appendAudit(inner, line);
      expect(await inner.auditEvent.count()).toBe(before + 1);
      throw new Error("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await tx.auditEvent.count()).toBe(before);
  }));

test("nothing in the rows identifies anybody or tells when somebody was here to the minute", async () => {
  const owner = await database.client.user.findFirstOrThrow({ where: { role: "admin" } });
  const { rows } = await withSql(database.url, (sql) =>
    sql.query(`
      SELECT to_jsonb(t)::text AS row FROM (SELECT * FROM users) t UNION ALL SELECT to_jsonb(t)::text FROM sessions t
      UNION ALL SELECT to_jsonb(t)::text FROM invitations t UNION ALL SELECT to_jsonb(t)::text FROM audit_events t
      UNION ALL SELECT to_jsonb(t)::text FROM rate_limiter_flexible t`),
  );
  const text = rows.map(({ row }) => row).join("\n");
  expect(text).not.toContain(passphrase);
  expect(text).not.toMatch(/127\.0\.0\.1|Mozilla|@/);
  const sessions = await database.client.session.findMany();
  for (const { createdAt, lastSeenAt, expiresAt } of sessions) {
    for (const at of [createdAt, lastSeenAt, expiresAt]) expect(at.getTime() % 3_600_000).toBe(0);
  }
  const begun = await database.client.auditEvent.findMany({ where: { objectType: "session" } });
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.filter(({ actorId, verb }) => actorId === owner.id && verb === "session.begin")).toEqual([]);
  await database.committed(() => endSessionById("no such session"));
});
