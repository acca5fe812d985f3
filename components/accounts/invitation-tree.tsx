import { getTranslations } from "next-intl/server";
import type { TreeNode } from "@/lib/features/accounts/view/invitation-tree";

/** Deeper than this a list is no longer set in, so that a phone still shows names. */
const deepest = 6;

/** Who invited whom as lists in lists, which a screen reader counts and walks; each inviter's can be closed. */
export async function InvitationTree({ nodes, depth = 0 }: { nodes: TreeNode[]; depth?: number }) {
  const t = await getTranslations("security.tree");
  const roles = await getTranslations("accounts.roles");
  return (
    <ul className={depth > 0 && depth < deepest ? "ms-2 border-s border-rule-2 ps-4 sm:ms-4" : ""}>
      {nodes.map(({ id, handle, role, state, invited, below }) => {
        const name = (
          <>
            <span className="font-semibold break-words">{state === "deleted" ? t("deleted") : handle}</span>
            {state === "deleted" ? null : <span className="text-ink-2"> {roles(role)}</span>}
            {state === "suspended" ? <span className="text-danger"> {t("suspended")}</span> : null}
          </>
        );
        return (
          <li key={id} className="py-1">
            {invited.length === 0 ? (
              <p className="py-1">{name}</p>
            ) : (
              <details open>
                <summary className="min-h-11 cursor-pointer py-2">
                  {name} <span className="text-sm text-ink-2">{t("invited", { count: invited.length, below })}</span>
                </summary>
                <InvitationTree nodes={invited} depth={depth + 1} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
