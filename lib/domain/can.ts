import type { Tie } from "./independence";

export const ROLES = ["reader", "contributor", "moderator", "admin", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. `id` null is somebody without an account, who is a reader; `secured`: the account has a second factor. */
export type Actor = { id: string | null; role: Role; active: boolean; secured: boolean };

/**
 * What is acted on: an entry (`authorId`, and how the actor is tied to the author), an account (`userId`), or a role
 * given to an account or an invitation.
 */
export type ActedOn = { authorId?: string | null; tie?: Tie | null; userId?: string; role?: Role };

export type Denial =
  | "signed_out"
  | "suspended"
  | "role"
  | "second_factor"
  | "own_entry"
  | `tie_${Tie}`
  | "not_author"
  | "own_account"
  | "role_not_given";
export type Verdict = { allowed: true } | { allowed: false; because: Denial };

/** One line of the table: the roles that may, and what else must be true of the thing acted on. */
type Rule = {
  roles: readonly Role[];
  /** `own`: only what the actor wrote; `others`: only what somebody else wrote; `other_account`: not one's own account. */
  object?: "own" | "others" | "other_account";
  /** Not for whoever brought the author in or was brought in by them. */
  independent?: true;
  /** Roles that may be given away, by the role that gives. */
  gives?: Partial<Record<Role, readonly Role[]>>;
};

const ANY_ACCOUNT = ["contributor", "moderator", "admin", "auditor"] as const;
const INVITED = ["contributor", "moderator", "admin", "auditor"] as const;

/** Roles that read and change what is not published: for them a passphrase alone is not enough. */
const SECURED_ROLES: readonly Role[] = ["moderator", "admin"];

export function mustBeSecured(role: Role): boolean {
  return SECURED_ROLES.includes(role);
}

/**
 * Who may do what. Reading public pages is not here, since they know no session. No line about entries names `admin`:
 * administrators run accounts and settings, and cannot approve by being administrators.
 */
export const PERMISSIONS = {
  read_own_entry: { roles: ANY_ACCOUNT, object: "own" },
  save_entry: { roles: ["contributor", "moderator"] },
  edit_entry: { roles: ANY_ACCOUNT, object: "own" },
  submit_entry: { roles: ANY_ACCOUNT, object: "own" },
  withdraw_entry: { roles: ANY_ACCOUNT, object: "own" },
  see_queue: { roles: ["moderator"] },
  read_entry: { roles: ["moderator"] },
  read_confidential_note: { roles: ["moderator"] },
  request_changes_to_entry: { roles: ["moderator"], object: "others" },
  approve_entry: { roles: ["moderator"], object: "others", independent: true },
  reject_entry: { roles: ["moderator"], object: "others" },
  mark_entry_unverifiable: { roles: ["moderator"], object: "others" },
  reopen_entry: { roles: ["moderator"], object: "others" },
  hold_entry: { roles: ["moderator"], object: "others" },
  write_about_own_entry: { roles: ANY_ACCOUNT, object: "own" },
  write_to_author: { roles: ["moderator"], object: "others" },
  erase_message: { roles: ["moderator"] },
  write_moderator_note: { roles: ["moderator"] },
  withhold_record: { roles: ["moderator"] },
  /** `authorId` is here who placed it: the second of two who answer for it. */
  confirm_withholding: { roles: ["moderator"], object: "others", independent: true },
  lift_withholding: { roles: ["moderator"] },
  invite: { roles: ["moderator", "admin"], gives: { moderator: ["contributor"], admin: INVITED } },
  see_accounts: { roles: ["admin"] },
  suspend_account: { roles: ["admin"], object: "other_account" },
  restore_account: { roles: ["admin"], object: "other_account" },
  set_role: { roles: ["admin"], object: "other_account", gives: { admin: INVITED } },
  reset_second_factor: { roles: ["admin"], object: "other_account" },
  see_invitation_tree: { roles: ["moderator", "admin"] },
  end_sessions: { roles: ["admin"] },
  end_own_sessions: { roles: ANY_ACCOUNT },
  read_audit_log: { roles: ["auditor", "moderator", "admin"] },
  manage_waves: { roles: ["admin"] },
  manage_settings: { roles: ["admin"] },
} as const satisfies Record<string, Rule>;
export type Verb = keyof typeof PERMISSIONS;

/**
 * Whether the actor may do it, asked by the interface and enforced by the write; the state of an entry is `transition`'s
 * to judge. A suspended account can do nothing. What is not known of the object (no author, no account, no role named)
 * is denied rather than assumed. Without a second factor the roles that need one may do what contributors may, and no more.
 */
export function can(actor: Actor, verb: Verb, object: ActedOn = {}): Verdict {
  const rule: Rule = PERMISSIONS[verb];
  if (actor.id === null) return deny("signed_out");
  if (!actor.active) return deny("suspended");
  if (!rule.roles.includes(actor.role)) return deny("role");
  const isEverybodys = rule.roles.includes("contributor");
  if (mustBeSecured(actor.role) && !actor.secured && !isEverybodys) return deny("second_factor");
  const wrong = wrongObject(rule, actor.id, object);
  if (wrong !== null) return deny(wrong);
  if (rule.independent && object.tie !== null) return deny(`tie_${object.tie ?? "inviter"}`);
  if (rule.gives && !rule.gives[actor.role]?.some((role) => role === object.role)) return deny("role_not_given");
  return { allowed: true };
}

function wrongObject(rule: Rule, actorId: string, object: ActedOn): Denial | null {
  switch (rule.object) {
    case "own":
      return object.authorId === actorId ? null : "not_author";
    case "others":
      return object.authorId === undefined || object.authorId === actorId ? "own_entry" : null;
    case "other_account":
      return object.userId === undefined || object.userId === actorId ? "own_account" : null;
    default:
      return null;
  }
}

function deny(because: Denial): Verdict {
  return { allowed: false, because };
}
