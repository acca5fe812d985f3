import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readTreeRows } from "../data/invitation-tree";
import { invitationTree, type TreeNode } from "../view/invitation-tree";

/** Who invited whom, for those who have to know how independent two people are. */
export async function loadInvitationTree(locale: Locale): Promise<{ roots: TreeNode[]; count: number }> {
  await requireRole(locale, "see_invitation_tree", `/${locale}/moderate/people`);
  const rows = await readTreeRows();
  return { roots: invitationTree(rows), count: rows.length };
}
