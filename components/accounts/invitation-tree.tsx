import { getLocale, getTranslations } from "next-intl/server";
import type { TreeNode } from "@/lib/features/accounts/view/invitation-tree";
import { formatFullDay } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";
import { NoteText } from "./note-text";

/** Deeper than this a list is no longer set in, so that a phone still shows names. */
const deepest = 6;

/** Who invited whom as lists in lists, which a screen reader counts and walks; each inviter's can be closed. */
export async function InvitationTree({ nodes, depth = 0 }: { nodes: TreeNode[]; depth?: number }) {
  const t = await getTranslations("security.tree");
  return (
    <ul className={depth > 0 && depth < deepest ? "ms-2 border-s border-rule-2 ps-4 sm:ms-4" : ""}>
      {nodes.map((node) => (
        <li key={node.id} id={node.id} className="scroll-mt-4 py-1 target:bg-paper-2">
          {node.invited.length === 0 ? (
            <>
              <p className="pt-1">
                <Name node={node} />
              </p>
              <Dates node={node} />
            </>
          ) : (
            <details open>
              <summary className="min-h-11 cursor-pointer py-2">
                <Name node={node} />{" "}
                <span className="text-sm text-ink-2">
                  {t("invited", { count: node.invited.length, below: node.below })}
                </span>
              </summary>
              <Dates node={node} />
              <InvitationTree nodes={node.invited} depth={depth + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

async function Name({ node: { handle, role, state } }: { node: TreeNode }) {
  const t = await getTranslations("security.tree");
  const roles = await getTranslations("accounts.roles");
  return (
    <>
      <span className="font-semibold break-words">{state === "deleted" ? t("deleted") : handle}</span>
      {state === "deleted" ? null : <span className="text-ink-2"> {roles(role)}</span>}
      {state === "suspended" ? <span className="text-danger"> {t("suspended")}</span> : null}
    </>
  );
}

/** When somebody came and what they were last made, by the day; and what was noted of their invitation. */
async function Dates({ node: { joinedAt, roleSince, note } }: { node: TreeNode }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("moderate-desk.people");
  const day = (at: Date) => formatFullDay(at.getTime(), locale, "UTC");
  return (
    <p className="pb-1 text-sm text-ink-2">
      {t("joined", { day: day(joinedAt) })}
      {roleSince === null ? null : `, ${t("roleSince", { day: day(roleSince) })}`}
      {note === null ? null : (
        <>
          {", "}
          {t("note")}: <NoteText note={note} />
        </>
      )}
    </p>
  );
}
