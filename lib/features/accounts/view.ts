import { type Actor, can, ROLES, type Role, type Verb } from "@/lib/domain/can";
import { formatDayTime, formatFullDay } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";

type StoredSession = { label: string; idHash: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date };
export type SessionLine = { label: string; isThis: boolean; since: string; lastSeen: string; until: string };

/** Sessions of one account, this browser's first. */
export function sessionsView(rows: StoredSession[], currentHash: string, locale: Locale): SessionLine[] {
  return rows
    .map(({ label, idHash, createdAt, lastSeenAt, expiresAt }) => ({
      label,
      isThis: idHash === currentHash,
      since: hour(createdAt, locale),
      lastSeen: hour(lastSeenAt, locale),
      until: formatFullDay(expiresAt.getTime(), locale, "UTC"),
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}

type StoredPasskey = { id: string; name: string; createdAt: Date };
export type PasskeyLine = { id: string; name: string; since: string };

export function passkeysView(rows: StoredPasskey[], locale: Locale): PasskeyLine[] {
  return rows.map(({ id, name, createdAt }) => ({ id, name, since: hour(createdAt, locale) }));
}

type StoredInvitation = {
  id: string;
  role: Role;
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedBy: string | null;
  revokedAt: Date | null;
  note: string | null;
};
export type InvitationState = "open" | "used" | "revoked" | "expired";
export type InvitationLine = {
  id: string;
  role: Role;
  state: InvitationState;
  made: string;
  until: string;
  by: string | null;
  usedBy: string | null;
  note: string | null;
};

export function invitationState(
  row: Pick<StoredInvitation, "usedAt" | "revokedAt" | "expiresAt">,
  now: Date,
): InvitationState {
  if (row.usedAt) return "used";
  if (row.revokedAt) return "revoked";
  return row.expiresAt > now ? "open" : "expired";
}

export function invitationsView(rows: StoredInvitation[], locale: Locale, now: Date): InvitationLine[] {
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    state: invitationState(row, now),
    made: formatFullDay(row.createdAt.getTime(), locale, "UTC"),
    until: hour(row.expiresAt, locale),
    by: row.createdBy,
    usedBy: row.usedBy,
    note: row.note,
  }));
}

type StoredAccount = {
  id: string;
  handle: string;
  role: Role;
  active: boolean;
  createdAt: Date;
  invitedBy: string | null;
  sessionCount: number;
  secured: boolean;
  suspension: { at: Date | null; reason: string | null } | null;
};
export type AccountLine = Omit<StoredAccount, "createdAt" | "suspension"> & {
  since: string;
  isOwn: boolean;
  suspension: { since: string | null; reason: string | null } | null;
};

export function accountsView(rows: StoredAccount[], actorId: string, locale: Locale): AccountLine[] {
  return rows.map(({ createdAt, suspension, ...row }) => ({
    ...row,
    since: formatFullDay(createdAt.getTime(), locale, "UTC"),
    suspension: suspension && {
      since: suspension.at && formatFullDay(suspension.at.getTime(), locale, "UTC"),
      reason: suspension.reason,
    },
    isOwn: row.id === actorId,
  }));
}

/** The roles this actor may give to somebody, in the order of the table of roles. */
export function givenRoles(actor: Actor): Role[] {
  return ROLES.filter((role) => can(actor, "invite", { role }).allowed);
}

export type Place = "contribute" | "moderate" | "log" | "tree" | "invitations" | "waves" | "admin";
const places: [Place, Verb, string][] = [
  ["contribute", "save_entry", "/contribute"],
  ["moderate", "see_queue", "/moderate"],
  ["log", "read_audit_log", "/moderate/log"],
  ["tree", "see_invitation_tree", "/moderate/people"],
  ["waves", "manage_waves", "/admin/waves"],
  ["admin", "see_accounts", "/admin"],
];

/** Where the account page leads: only to what this role may do. */
export function placesView(actor: Actor, locale: Locale): { place: Place; href: string }[] {
  const open = places.filter(([, verb]) => can(actor, verb).allowed);
  const shown = open.map(([place, , path]) => ({ place, href: `/${locale}${path}` }));
  if (givenRoles(actor).length === 0) return shown;
  const invitations = actor.role === "admin" ? "/admin/invitations" : "/account/invitations";
  return [...shown, { place: "invitations", href: `/${locale}${invitations}` }];
}

function hour(at: Date, locale: Locale): string {
  return `${formatDayTime(at.getTime(), locale, "UTC")} UTC`;
}
