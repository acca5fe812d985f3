import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listAccounts, listInvitations, listSessions } from "@/lib/features/accounts/data";
import { readTreeRows } from "@/lib/features/accounts/data/invitation-tree";
import { restoreAccount, setRole, suspendAccount } from "@/lib/features/accounts/mutations/administer";
import { deleteAccount } from "@/lib/features/accounts/mutations/delete-account";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import { resetSecondFactor } from "@/lib/features/accounts/mutations/reset-second-factor";
import { signIn } from "@/lib/features/accounts/mutations/sign-in";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { canonicalJson, verifyAuditChain } from "@/lib/server/audit";
import { findLiveSession } from "@/lib/server/sessions";
import { firstAdministrator, invited, join, passphrase, setUpApp, suspension } from "./support/accounts";
import { submittedEntry, typedFigure } from "./support/entries";
import { uploaded } from "./support/imports";
import { withSql } from "./support/sql";
import { testDatabase } from "./support/test-database";

const database = testDatabase("record");
const hourMs = 3_600_000;

test("a deleted account leads to nobody; what was sent goes on, what was unfinished is withdrawn, and the chain holds", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator();
    const bolat = await invited(admin, "moderator", "Bolat");
    const made = await createInvitation(bolat.id, "contributor", { days: 3, note: "who repairs bicycles" });
    if (!made.ok) throw new Error(made.because);
    const chingiz = await join(made.token, "Chingiz");
    await setUpApp(chingiz);
    const sent = await submittedEntry(chingiz.id);
    const payload = typedFigure({ number: "1 300" });
    const draft = await saveDraft(chingiz.id, { submissionKey: randomUUID(), payload, submit: false });
    if ("refused" in draft) throw new Error(draft.refused);

    const batchId = await uploaded(chingiz.id, "who,where\nthe bicycle repairer,Aktau");
    await tx.importBatch.update({
      where: { id: batchId },
      data: { state: "checking", worker: randomUUID(), mapping: { fixed: { claimant_name: "the bicycle repairer" } } },
    });
    await tx.entryNews.create({ data: { readerId: chingiz.id, entryId: sent } });

    expect(await deleteAccount(chingiz.id, "not the passphrase at all")).toEqual({ ok: false, because: "wrong" });
    expect(await deleteAccount(chingiz.id, passphrase)).toEqual({ ok: true });
    expect(await deleteAccount(chingiz.id, passphrase)).toEqual({ ok: false, because: "suspended" });

    const row = await tx.user.findUniqueOrThrow({ where: { id: chingiz.id } });
    expect(row.handle).toMatch(/^deleted-[a-z0-9]{1,8}$/);
    expect(JSON.stringify(row)).not.toMatch(/chingiz/i);
    expect(await findLiveSession(chingiz.sessionId)).toBeNull();
    expect(await tx.session.count({ where: { userId: chingiz.id } })).toBe(0);
    expect(await tx.recoveryCode.count({ where: { userId: chingiz.id } })).toBe(0);
    expect((await signIn({ handle: "Chingiz", passphrase, knownBrowser: chingiz.knownBrowser })).ok).toBe(false);
    expect(JSON.stringify(await listInvitations(null))).not.toContain("bicycles");
    expect((await listAccounts()).map(({ id }) => id)).not.toContain(chingiz.id);
    expect((await readTreeRows(null)).find(({ id }) => id === chingiz.id)).toMatchObject({ state: "deleted" });

    const file = await tx.importBatch.findUniqueOrThrow({ where: { id: batchId } });
    expect(file).toMatchObject({
      state: "forgotten",
      worker: null,
      fileName: "",
      fileHash: "",
      header: [],
      columns: [],
    });
    expect(file.mapping).toBeNull();
    expect(await tx.importRow.count({ where: { batchId } })).toBe(0);
    expect(await tx.entryNews.count({ where: { readerId: chingiz.id } })).toBe(0);
    // Nor does the log confirm a guess.
    const guess = { id: chingiz.id, handle: "Chingiz", role: "contributor", state: "active" };
    const afterHash = createHash("sha256").update(canonicalJson(guess)).digest("hex");
    expect(await tx.auditEvent.count({ where: { objectId: chingiz.id, verb: "account.create" } })).toBe(1);
    expect(await tx.auditEvent.count({ where: { afterHash } })).toBe(0);

    expect(await tx.entry.findUniqueOrThrow({ where: { id: draft.entry.id } })).toMatchObject({ state: "withdrawn" });
    const dana = await invited(admin, "moderator", "Dana");
    expect(await approveEntry(dana.id, { entryId: sent, seenVersion: 1 })).toMatchObject({
      entry: { state: "published" },
    });
    // Nobody is left to read that it was decided.
    expect(await tx.entryNews.count({ where: { readerId: chingiz.id } })).toBe(0);
    expect(await restoreAccount(admin.id, chingiz.id)).toEqual({ ok: false, because: "gone" });
    expect(await setRole(admin.id, chingiz.id, "admin")).toEqual({ ok: false, because: "gone" });
    // The pseudonym is free again, for somebody who is somebody else.
    expect((await invited(admin, "contributor", "Chingiz")).id).not.toBe(chingiz.id);
    expect(await verifyAuditChain(tx)).toBeNull();
  }));

test("a file that was being withdrawn is withdrawn to its end, and one forgotten before is not forgotten again", () =>
  database.rolledBack(async (tx) => {
    const chingiz = await invited(await firstAdministrator(), "contributor", "Chingiz");
    const entriesOf = async (state: "withdrawing" | "done" | "forgotten", number: string) => {
      const batchId = await uploaded(chingiz.id, `who,where\n${number},Aktau`);
      const entryId = await submittedEntry(chingiz.id, { number });
      await tx.entry.update({ where: { id: entryId }, data: { batchId } });
      await tx.importBatch.update({ where: { id: batchId }, data: { state } });
      return { batchId, entryId };
    };
    const begun = await entriesOf("withdrawing", "1 401");
    const sent = await entriesOf("done", "1 402");
    const before = await entriesOf("forgotten", "1 403");
    expect(await deleteAccount(chingiz.id, passphrase)).toEqual({ ok: true });
    const stateOf = async ({ entryId: id }: { entryId: string }) =>
      (await tx.entry.findUniqueOrThrow({ where: { id } })).state;
    expect([await stateOf(begun), await stateOf(sent), await stateOf(before)]).toEqual([
      "withdrawn",
      "submitted",
      "submitted",
    ]);
    const verbsOf = async ({ batchId: objectId }: { batchId: string }) =>
      (await tx.auditEvent.findMany({ where: { objectId }, orderBy: { seq: "asc" } })).map(({ verb }) => verb);
    expect((await verbsOf(begun)).slice(-2)).toEqual(["import.entries_withdrawn", "import.forget"]);
    expect((await verbsOf(sent)).at(-1)).toBe("import.forget");
    expect(await verbsOf(before)).not.toContain("import.forget");
    expect(await verifyAuditChain(tx)).toBeNull();
  }));

test("an administrator takes a lost second step away: sessions end, and the role can do nothing until it is set up", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator("Zhanar");
    const bolat = await invited(admin, "moderator", "Bolat");
    expect(await resetSecondFactor(bolat.id, admin.id)).toEqual({ ok: false, because: "role" });
    expect(await resetSecondFactor(admin.id, admin.id)).toEqual({ ok: false, because: "own_account" });
    expect(await resetSecondFactor(admin.id, bolat.id)).toEqual({ ok: true });
    expect(await resetSecondFactor(admin.id, bolat.id)).toEqual({ ok: false, because: "no_factor" });
    expect(await findLiveSession(bolat.sessionId)).toBeNull();
    expect(await createInvitation(bolat.id, "contributor")).toEqual({ ok: false, because: "second_factor" });
    expect(await signIn({ handle: "Bolat", passphrase, knownBrowser: null })).toMatchObject({
      mustSetUp: true,
      session: { awaitsSecondFactor: false },
    });
  }));

test("sessions of moderators end sooner, unused or not, also of who became one since", () =>
  database.rolledBack(async (tx) => {
    const admin = await firstAdministrator("Zhanar");
    const bolat = await invited(admin, "moderator", "Bolat");
    const chingiz = await invited(admin, "contributor", "Chingiz");
    const isLive = async ({ sessionId }: { sessionId: string }) => (await findLiveSession(sessionId)) !== null;
    const set = (hours: { createdAt?: number; lastSeenAt?: number }) =>
      tx.session.updateMany({
        data: Object.fromEntries(
          Object.entries(hours).map(([name, count]) => [name, new Date(Date.now() - count * hourMs)]),
        ),
      });
    expect([await isLive(bolat), await isLive(chingiz)]).toEqual([true, true]);
    await set({ lastSeenAt: 6 });
    expect([await isLive(bolat), await isLive(chingiz)]).toEqual([false, true]);
    await set({ createdAt: 26, lastSeenAt: 0 });
    expect([await isLive(bolat), await isLive(chingiz)]).toEqual([false, true]);
    expect(await listSessions(bolat.id)).toEqual([]);
    await setRole(admin.id, chingiz.id, "moderator");
    expect(await isLive(chingiz)).toBe(false);
    await setRole(admin.id, chingiz.id, "contributor");
    await set({ lastSeenAt: 74 });
    expect(await isLive(chingiz)).toBe(false);
  }));

test("the note of an invitation is its inviter's and the administrators', and the term is the one chosen", () =>
  database.rolledBack(async () => {
    const admin = await firstAdministrator("Zhanar");
    const [bolat, dana] = [await invited(admin, "moderator", "Bolat"), await invited(admin, "moderator", "Dana")];
    const made = await createInvitation(bolat.id, "contributor", { days: 1, note: "the second miner" });
    if (!made.ok) throw new Error(made.because);
    expect(Math.round((made.expiresAt.getTime() - Date.now()) / hourMs)).toBe(24);
    const seenBy = async (who: string | null) => (await listInvitations(who)).map(({ note }) => note).filter(Boolean);
    expect([await seenBy(bolat.id), await seenBy(dana.id), await seenBy(null)]).toEqual([
      ["the second miner"],
      [],
      ["the second miner"],
    ]);
    await suspendAccount(admin.id, bolat.id, suspension);
    const noteOf = async (who: string | null) =>
      (await readTreeRows(who)).map(({ note }) => note).filter((note) => note !== null);
    expect(await noteOf(dana.id)).not.toContain("the second miner");
    const tree = (await readTreeRows(null)).map(({ handle, state, invitedById }) => [handle, state, invitedById]);
    expect(tree.slice(-3)).toEqual([
      ["Zhanar", "active", null],
      ["Bolat", "suspended", admin.id],
      ["Dana", "active", admin.id],
    ]);
  }));

test("the last administrator cannot be deleted, nor two who delete themselves at the same moment", async () => {
  const [aigerim, saule] = await database.committed(async () => {
    const first = await firstAdministrator();
    return [first, await invited(first, "admin", "Saule")];
  });
  const results = await database.race(
    () => deleteAccount(aigerim.id, passphrase),
    () => deleteAccount(saule.id, passphrase),
  );
  const answers = results.map((result) => (result.status === "fulfilled" ? result.value : result.reason));
  expect(answers.toSorted((one) => (one.ok ? -1 : 1))).toEqual([
    { ok: true },
    { ok: false, because: "last_administrator" },
  ]);
  const [left, ...more] = await database.client.user.findMany({ where: { role: "admin", state: "active" } });
  expect(more).toEqual([]);
  expect(await database.committed(() => deleteAccount(left?.id ?? "", passphrase))).toEqual({
    ok: false,
    because: "last_administrator",
  });
  const sql = (text: string) => withSql(database.url, (client) => client.query(text));
  await expect(
    sql("UPDATE users SET role = 'contributor', state = 'suspended', deleted_at = now() WHERE role = 'admin'"),
  ).rejects.toThrow(/last_administrator/);
  await expect(sql("UPDATE users SET state = 'active' WHERE deleted_at IS NOT NULL")).rejects.toThrow(
    /account_deleted/,
  );
  expect(await verifyAuditChain(database.client)).toBeNull();
});
