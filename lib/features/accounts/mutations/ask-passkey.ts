import { type Asked, invitationOf, requestOf, siteOfPasskeys } from "@/lib/server/passkeys";
import { listPasskeys } from "../data/passkeys";

export type AskedPasskey = Asked<Awaited<ReturnType<typeof requestOf>>["options"]> | null;
export type InvitedPasskey = Asked<Awaited<ReturnType<typeof invitationOf>>["options"]>;

const passkeysAtMost = 10;

/** For a browser nobody is signed in with: the device knows whose passkeys it has. Null where there can be none. */
export async function askToSignIn(): Promise<AskedPasskey> {
  const site = siteOfPasskeys();
  return site && requestOf(site, "sign-in");
}

/** For the second step in one session; null for an account without a passkey. */
export async function askToConfirm({ userId, idHash }: { userId: string; idHash: string }): Promise<AskedPasskey> {
  const [site, passkeys] = [siteOfPasskeys(), await listPasskeys(userId)];
  if (site === null || passkeys.length === 0) return null;
  const ids = passkeys.map(({ id }) => id);
  return requestOf(site, `confirm\n${idHash}`, ids);
}

/** For a device that shall make one more; what it is asked is the leave to add what it answers. */
export async function askForNewPasskey(
  { userId, idHash }: { userId: string; idHash: string },
  name: string,
): Promise<({ ok: true } & InvitedPasskey) | { ok: false; because: "passkey_no_site" | "passkey_many" }> {
  const site = siteOfPasskeys();
  if (site === null) return { ok: false, because: "passkey_no_site" };
  const existing = (await listPasskeys(userId)).map(({ id }) => id);
  if (existing.length >= passkeysAtMost) return { ok: false, because: "passkey_many" };
  return { ok: true, ...(await invitationOf(site, idHash, { name, existing })) };
}
