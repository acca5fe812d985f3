import { randomBytes, randomUUID } from "node:crypto";
import { mustBeSecured, type Role } from "@/lib/domain/can";
import { provideSettings } from "@/lib/env";
import { openClient, withClient } from "@/lib/server/db";
import { hashPassphrase } from "@/lib/server/passphrase";
import { tokenHash } from "@/lib/server/secrets";
import { secretText } from "@/lib/server/totp";
import { handleKey } from "@/lib/shared/handle";
import { createSecondFactors } from "@/prisma/seed/factories";
import { act, type Outcome } from "./acting";
import { site, type Visitor } from "./asking";
import { saidIn } from "./refused";
import { AUTH_SECRET } from "./start-site";

export const passphrase = "velvet otter carries nine lanterns";
provideSettings({ authSecret: AUTH_SECRET, databaseUrl: site.databaseUrl });

export const client = openClient(site.databaseUrl, 2);

/** Does in the database under test what the product's own writes do. */
export const written = <T>(work: () => Promise<T>): Promise<T> => withClient(client, work);

type GivenRole = Exclude<Role, "reader">;
let hashed: Promise<string> | undefined;

/** An account of the role, with a second factor where the role asks for one unless told otherwise. */
export async function createAccount(role: GivenRole, secured = mustBeSecured(role)): Promise<Visitor> {
  hashed ??= hashPassphrase(passphrase);
  const handle = `${role}-${randomUUID().replaceAll(/\d/g, "")}`;
  const row = { handle, handleKey: handleKey(handle), role, passphraseHash: await hashed };
  const { id } = await client.user.create({ data: row, select: { id: true } });
  if (secured) await createSecondFactors(client, [id]);
  return { handle, id, cookies: new Map() };
}

/** A recovery code of the account, as if made earlier. */
export async function recoveryCodeOf({ id }: Pick<Visitor, "id">): Promise<string> {
  const code = secretText(Uint8Array.from(randomBytes(10)));
  await client.recoveryCode.create({ data: { userId: id, codeHash: tokenHash(code) } });
  return code;
}

/** Gives the passphrase at the form of signing in; where it led. */
export function givePassphrase(visitor: Visitor): Promise<Outcome> {
  return act(visitor, "signInAction", { locale: "en", handle: visitor.handle, passphrase });
}

/** Signs in as the form does, with the second step where the account has one. */
export async function signIn(visitor: Visitor): Promise<Visitor> {
  let outcome = await givePassphrase(visitor);
  if (outcome.led?.includes("/sign-in/second-step")) {
    const code = await recoveryCodeOf(visitor);
    outcome = await act(visitor, "secondStepAction", { locale: "en", code });
  }
  if (outcome.led === null) throw new Error(`${visitor.handle} could not sign in: ${saidIn(outcome)}`);
  return visitor;
}

export async function newcomer(role: GivenRole, secured?: boolean): Promise<Visitor> {
  return signIn(await createAccount(role, secured));
}

/** The same person in another browser. */
export function inOtherBrowser(visitor: Visitor): Promise<Visitor> {
  return signIn({ ...visitor, cookies: new Map() });
}

/** Those who try: one of each, signed in; the suspended one kept a session that nobody ended. */
export async function everyKindOfPerson() {
  const [contributor, moderator, admin, auditor] = [
    await newcomer("contributor"),
    await newcomer("moderator"),
    await newcomer("admin"),
    await newcomer("auditor"),
  ];
  const [suspended, unsecured] = [await newcomer("moderator"), await newcomer("moderator", false)];
  await client.user.update({ where: { id: suspended.id }, data: { state: "suspended" } });
  const nobody: Visitor = { handle: "nobody", id: "", cookies: new Map() };
  return { nobody, contributor, moderator, admin, auditor, suspended, unsecured };
}

export type People = Awaited<ReturnType<typeof everyKindOfPerson>>;
export type Who = keyof People;
