import { provideSettings } from "@/lib/env";
import { secretToSetUp } from "@/lib/features/accounts/data/second-factor";
import { firstAdministratorLink } from "@/lib/features/accounts/mutations";
import { acceptInvitation } from "@/lib/features/accounts/mutations/accept-invitation";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import { setUpAuthenticator } from "@/lib/features/accounts/mutations/set-up-second-factor";
import type { GivenRole } from "@/lib/features/accounts/schema";
import { tokenHash } from "@/lib/server/secrets";
import { codeAt } from "@/lib/server/totp";

provideSettings({ authSecret: "a secret of the tests and of nothing else" });

export const passphrase = "velvet otter carries nine lanterns";

/** Why somebody is suspended in a test, and what they are told. */
export const suspension = { reason: "Shared the passphrase", message: "Write to the union." };

export type Person = {
  id: string;
  handle: string;
  sessionId: string;
  label: string;
  knownBrowser: string;
  /** Empty for roles that do without a second factor. */
  recoveryCodes: string[];
};

export function tokenOf(link: string | null): string {
  return link?.split("/").at(-1) ?? "";
}

/** Somebody with an account, through the doors everybody uses; with an app where the role asks for one. */
export async function join(token: string, handle: string): Promise<Person> {
  const { mustSetUp, ...person } = await accept(token, handle);
  return mustSetUp ? { ...person, ...(await setUpApp(person)) } : person;
}

/** The first administrator before the second step is set up. */
export async function joinWithoutApp(handle: string): Promise<Person> {
  return accept(tokenOf(await firstAdministratorLink()), handle);
}

async function accept(token: string, handle: string): Promise<Person & { mustSetUp: boolean }> {
  const accepted = await acceptInvitation({ token, handle, passphrase });
  if (!accepted.ok) throw new Error(`${handle} could not join: ${accepted.because}`);
  const { userId, session, knownBrowser, mustSetUp } = accepted;
  const { sessionId, label } = session;
  return { id: userId, handle, sessionId, label, knownBrowser, recoveryCodes: [], mustSetUp };
}

/** An app for codes, with the code it shows now. */
export async function setUpApp({ id, sessionId }: Pick<Person, "id" | "sessionId">): Promise<SetUpApp> {
  const asked = { userId: id, idHash: tokenHash(sessionId) };
  const done = await setUpAuthenticator(asked, codeAt(secretToSetUp(asked, null).secret));
  if (!done.ok) throw new Error(`No app could be set up: ${done.because}`);
  return { knownBrowser: done.knownBrowser, recoveryCodes: done.recoveryCodes };
}

type SetUpApp = Pick<Person, "knownBrowser" | "recoveryCodes">;

export async function firstAdministrator(handle = "Aigerim"): Promise<Person> {
  return join(tokenOf(await firstAdministratorLink()), handle);
}

export async function invited(by: Person, role: GivenRole, handle: string): Promise<Person> {
  const made = await createInvitation(by.id, role);
  if (!made.ok) throw new Error(`${by.handle} may not invite: ${made.because}`);
  return join(made.token, handle);
}
