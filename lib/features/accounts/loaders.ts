import { redirect } from "next/navigation";
import { mustBeSecured, type Role } from "@/lib/domain/can";
import { env } from "@/lib/env";
import { currentActor, halfSignedIn, requireActor, requireRole, type SignedInActor } from "@/lib/server/auth";
import { formatDayTime } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import { nextPath } from "@/lib/shared/next-path";
import { passkeySite } from "@/lib/shared/passkey-site";
import { suggestPassphrase } from "@/lib/shared/passphrase-suggestion";
import { findInvitationByToken, listAccounts, listInvitations, listSessions } from "./data";
import {
  type AccountLine,
  accountsView,
  givenRoles,
  type InvitationLine,
  invitationsView,
  placesView,
  type SessionLine,
  sessionsView,
} from "./view";

/** Where to go after signing in; whoever is signed in already goes there at once. */
export async function loadSignIn(
  locale: Locale,
  asked: string | undefined,
): Promise<{ next: string; allowsPasskeys: boolean }> {
  const next = nextPath(asked, `/${locale}/account`);
  if (await currentActor()) redirect(next);
  if (await halfSignedIn()) redirect(`/${locale}/sign-in/second-step?next=${encodeURIComponent(next)}`);
  return { next, allowsPasskeys: passkeySite(env().publicUrl) !== null };
}

export type AccountPage = {
  actor: SignedInActor;
  sessions: SessionLine[];
  places: ReturnType<typeof placesView>;
  suggestion: string;
  /** The role asks for a second step that is not set up. */
  mustSetUp: boolean;
};

export async function loadAccount(locale: Locale): Promise<AccountPage> {
  const actor = await requireActor(locale, `/${locale}/account`);
  const rows = await listSessions(actor.id);
  return {
    actor,
    sessions: sessionsView(rows, actor.sessionHash, locale),
    places: placesView(actor, locale),
    suggestion: suggestPassphrase(),
    mustSetUp: mustBeSecured(actor.role) && !actor.secured,
  };
}

export type JoinPage = { role: Role; until: string; suggestion: string };

/** Null for a link that does not work, whatever the reason. */
export async function loadJoin(locale: Locale, token: string): Promise<JoinPage | null> {
  const invitation = await findInvitationByToken(token);
  if (invitation === null) return null;
  const until = `${formatDayTime(invitation.expiresAt.getTime(), locale, "UTC")} UTC`;
  return { role: invitation.role, until, suggestion: suggestPassphrase() };
}

export async function loadPeople(locale: Locale): Promise<{ accounts: AccountLine[]; roles: Role[] }> {
  const actor = await requireRole(locale, "see_accounts", `/${locale}/admin`);
  return { accounts: accountsView(await listAccounts(), actor.id, locale), roles: givenRoles(actor) };
}

/** An administrator sees everybody's invitations, a moderator the own ones. */
export async function loadInvitations(
  locale: Locale,
  path: "/admin/invitations" | "/account/invitations",
): Promise<{ invitations: InvitationLine[]; roles: Role[] }> {
  const verb = path === "/admin/invitations" ? "see_accounts" : "invite";
  const actor = await requireRole(locale, verb, `/${locale}${path}`);
  const rows = await listInvitations(verb === "see_accounts" ? null : actor.id);
  return { invitations: invitationsView(rows, locale, new Date()), roles: givenRoles(actor) };
}
