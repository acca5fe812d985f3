import { randomUUID } from "node:crypto";
import { secretToSetUp } from "@/lib/features/accounts/data/second-factor";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import { codeAt } from "@/lib/server/totp";
import type { Visitor } from "../support/asking";
import {
  client,
  createAccount,
  givePassphrase,
  inOtherBrowser,
  newcomer,
  passphrase,
  recoveryCodeOf,
  written,
} from "../support/people";
import { ANY_ACCOUNT, EVERYBODY, NOTHING, type Write } from "./write";

const otherPassphrase = "seven quiet rivers under copper";

function sessionOf({ id }: Visitor) {
  return client.session.findFirstOrThrow({ where: { userId: id }, select: { idHash: true, label: true } });
}

async function invitationOf({ id }: Visitor) {
  const made = await written(() => createInvitation(id, "contributor"));
  if (!made.ok) throw new Error(made.because);
  return made;
}

/** What an administrator does with the account of somebody else. */
function onAccount(action: string, subject: () => Promise<Visitor>, more: object = {}): Write {
  return {
    ...{ action, may: ["admin"], ids: { userId: NOTHING } },
    prepare: async ({ admin }) => ({ by: admin, fields: { userId: (await subject()).id } }),
    ...more,
  };
}

const suspendedAccount = async () => {
  const account = await createAccount("contributor");
  await client.user.update({ where: { id: account.id }, data: { state: "suspended" } });
  return account;
};

export const ownAccountWrites: Write[] = [
  {
    ...{ action: "signInAction", may: EVERYBODY, open: true, repeatable: true },
    prepare: async () => {
      const { handle } = await createAccount("contributor");
      return { by: { handle, id: "", cookies: new Map() }, fields: { locale: "en", handle, passphrase } };
    },
  },
  {
    ...{ action: "secondStepAction", may: EVERYBODY, open: true },
    prepare: async () => {
      const by = await createAccount("moderator");
      await givePassphrase(by);
      return { by, fields: { locale: "en", code: await recoveryCodeOf(by) } };
    },
  },
  {
    ...{ action: "signOutAction", may: EVERYBODY, open: true },
    prepare: async () => ({ by: await newcomer("contributor"), fields: { locale: "en" } }),
  },
  {
    ...{ action: "joinAction", may: EVERYBODY, open: true, ids: { token: "no-such-token-at-all" } },
    prepare: async ({ admin }) => {
      const { token } = await invitationOf(admin);
      const handle = `joins ${randomUUID().replaceAll(/[^a-f]/g, "")}`;
      const by = { handle, id: "", cookies: new Map<string, string>() };
      return { by, fields: { locale: "en", token, handle, passphrase } };
    },
  },
  {
    ...{ action: "changePassphraseAction", may: ANY_ACCOUNT },
    prepare: async () => {
      const fields = { currentPassphrase: passphrase, passphrase: otherPassphrase };
      return { by: await newcomer("contributor"), fields };
    },
  },
  {
    ...{ action: "deleteAccountAction", may: ANY_ACCOUNT, confirmed: true },
    prepare: async () => ({
      by: await newcomer("moderator"),
      fields: { locale: "en", currentPassphrase: passphrase },
    }),
  },
  {
    ...{ action: "endSessionAction", may: ANY_ACCOUNT, ids: { label: NOTHING } },
    prepare: async () => {
      const first = await newcomer("contributor");
      const { label } = await sessionOf(first);
      return { by: await inOtherBrowser(first), fields: { label } };
    },
  },
  {
    ...{ action: "endOtherSessionsAction", may: ANY_ACCOUNT, repeatable: true },
    prepare: async () => ({ by: await inOtherBrowser(await newcomer("contributor")), fields: {} }),
  },
  {
    ...{ action: "setUpAuthenticatorAction", may: ANY_ACCOUNT },
    prepare: async () => {
      const by = await newcomer("contributor");
      const { idHash } = await sessionOf(by);
      const { secret } = secretToSetUp({ userId: by.id, idHash }, null);
      return { by, fields: { code: codeAt(secret), currentPassphrase: passphrase } };
    },
  },
  {
    ...{ action: "makeRecoveryCodesAction", may: ANY_ACCOUNT, confirmed: true, repeatable: true },
    prepare: async () => ({ by: await newcomer("moderator"), fields: {} }),
  },
  {
    ...{ action: "removeSecondFactorAction", may: ANY_ACCOUNT, confirmed: true },
    prepare: async () => {
      // For contributors it is asked for each time, so that the log tells nothing of when they were here.
      const by = await newcomer("contributor", true);
      return { by, fields: { secondStepCode: await recoveryCodeOf(by) } };
    },
  },
];

export const peopleWrites: Write[] = [
  {
    ...{ action: "createInvitationAction", may: ["moderator", "admin"], confirmed: true, repeatable: true },
    prepare: async ({ moderator }) => ({
      by: moderator,
      fields: { locale: "en", role: "contributor", days: "7", note: "for nobody" },
    }),
  },
  {
    ...{ action: "revokeInvitationAction", may: ["admin"], ids: { invitationId: NOTHING } },
    prepare: async ({ admin }) => ({
      by: admin,
      fields: { invitationId: (await invitationOf(await newcomer("admin"))).invitationId },
    }),
  },
  {
    ...{ action: "suspendAccountAction", may: ["admin"], ids: { userId: NOTHING }, confirmed: true },
    prepare: async ({ admin }) => ({
      by: admin,
      fields: { userId: (await createAccount("contributor")).id, reason: "for a test" },
    }),
  },
  onAccount("restoreAccountAction", suspendedAccount, { confirmed: true }),
  onAccount("endSessionsOfAction", () => newcomer("contributor"), { repeatable: true }),
  onAccount("resetSecondFactorAction", () => createAccount("moderator"), { confirmed: true }),
  {
    ...{ action: "setRoleAction", may: ["admin"], ids: { userId: NOTHING }, confirmed: true },
    prepare: async ({ admin }) => ({
      by: admin,
      fields: { userId: (await createAccount("contributor")).id, role: "moderator" },
    }),
  },
];
