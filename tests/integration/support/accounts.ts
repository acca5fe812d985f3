import { provideSettings } from "@/lib/env";
import { firstAdministratorLink } from "@/lib/features/accounts/mutations";
import { acceptInvitation } from "@/lib/features/accounts/mutations/accept-invitation";
import { createInvitation } from "@/lib/features/accounts/mutations/invitations";
import type { GivenRole } from "@/lib/features/accounts/schema";

provideSettings({ authSecret: "a secret of the tests and of nothing else" });

export const passphrase = "velvet otter carries nine lanterns";

export type Person = { id: string; handle: string; sessionId: string; label: string; knownBrowser: string };

export function tokenOf(link: string | null): string {
  return link?.split("/").at(-1) ?? "";
}

/** Somebody with an account, through the doors everybody uses. */
export async function join(token: string, handle: string): Promise<Person> {
  const accepted = await acceptInvitation({ token, handle, passphrase });
  if (!accepted.ok) throw new Error(`${handle} could not join: ${accepted.because}`);
  const { userId, session, knownBrowser } = accepted;
  return { id: userId, handle, sessionId: session.sessionId, label: session.label, knownBrowser };
}

export async function firstAdministrator(handle = "Aigerim"): Promise<Person> {
  return join(tokenOf(await firstAdministratorLink()), handle);
}

export async function invited(by: Person, role: GivenRole, handle: string): Promise<Person> {
  const made = await createInvitation(by.id, role);
  if (!made.ok) throw new Error(`${by.handle} may not invite: ${made.because}`);
  return join(made.token, handle);
}
