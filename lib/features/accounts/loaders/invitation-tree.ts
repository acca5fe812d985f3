import { can } from "@/lib/domain/can";
import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { listInvitations } from "../data";
import { readTreeRows } from "../data/invitation-tree";
import { type InvitationLine, invitationsView } from "../view";
import { invitationTree, type TreeNode } from "../view/invitation-tree";

export type TreePage = {
  roots: TreeNode[];
  count: number;
  /** Invitations that nobody has used yet, with what became of each. */
  unused: InvitationLine[];
};

/** Who invited whom, for those who have to know how independent two people are. */
export async function loadInvitationTree(locale: Locale): Promise<TreePage> {
  const actor = await requireRole(locale, "see_invitation_tree", `/${locale}/moderate/people`);
  // Who wrote a note was told that it is for them and the administrators.
  const notesOf = can(actor, "see_accounts").allowed ? null : actor.id;
  const rows = await readTreeRows(notesOf);
  const invitations = (await listInvitations(null)).filter(({ usedAt }) => usedAt === null);
  const own = invitations.map(({ createdById, note, ...row }) => ({
    ...row,
    note: notesOf === null || createdById === notesOf ? note : null,
  }));
  return { roots: invitationTree(rows), count: rows.length, unused: invitationsView(own, locale, new Date()) };
}
