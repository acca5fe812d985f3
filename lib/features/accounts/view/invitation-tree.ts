import type { Role } from "@/lib/domain/can";

export type TreeRow = {
  id: string;
  handle: string;
  role: Role;
  state: "active" | "suspended" | "deleted";
  invitedById: string | null;
  joinedAt: Date;
  /** When it was last given another role; null where it never was. */
  roleSince: Date | null;
  /** The note of the invitation it came by, for those whose note it is. */
  note: string | null;
};
export type TreeNode = Omit<TreeRow, "invitedById"> & {
  invited: TreeNode[];
  /** Everybody below, however far. */
  below: number;
};

/** Who invited whom, from those nobody invited; in the order in which the rows came. */
export function invitationTree(rows: readonly TreeRow[]): TreeNode[] {
  const nodes = new Map(rows.map(({ invitedById, ...row }) => [row.id, { ...row, invited: [], below: 0 } as TreeNode]));
  const roots: TreeNode[] = [];
  for (const { id, invitedById } of rows) {
    const node = nodes.get(id);
    const inviter = invitedById === null ? undefined : nodes.get(invitedById);
    if (node) (inviter?.invited ?? roots).push(node);
  }
  for (const root of roots) countBelow(root);
  return roots;
}

/** Without recursion: a chain of invitations may be longer than the stack. */
function countBelow(root: TreeNode): void {
  const order: TreeNode[] = [root];
  for (const node of order) order.push(...node.invited);
  for (const node of order.toReversed()) {
    node.below = node.invited.reduce((sum, { below }) => sum + below + 1, 0);
  }
}
