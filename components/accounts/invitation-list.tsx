import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import { revokeInvitationAction } from "@/lib/features/accounts/actions/people";
import type { InvitationLine } from "@/lib/features/accounts/view";
import { NoteText } from "./note-text";
import { OneButtonForm } from "./one-button-form";

export async function InvitationList({ invitations }: { invitations: InvitationLine[] }) {
  const t = await getTranslations("accounts");
  const own = await getTranslations("security.invitation");
  const columns = [
    { key: "role", label: t("role") },
    { key: "by", label: t("invitations.by") },
    { key: "made", label: t("invitations.madeOn") },
    { key: "state", label: t("invitations.state") },
    { key: "note", label: own("note") },
    { key: "revoke", label: t("invitations.withdraw") },
  ];
  const rows = invitations.map(({ id, role, state, made, until, by, usedBy, note }) => ({
    key: id,
    cells: {
      role: t(`roles.${role}`),
      by: by ?? t("invitations.byTurnout"),
      made,
      state: t(`invitations.states.${state}`, { until, usedBy: usedBy ?? "" }),
      note: note === null ? "" : <NoteText note={note} />,
      revoke:
        state === "open" ? (
          <OneButtonForm
            action={revokeInvitationAction}
            values={{ invitationId: id }}
            label={t("invitations.withdrawOne")}
            about={`${t(`roles.${role}`)}, ${made}`}
          />
        ) : null,
    },
  }));
  return (
    <StackedTable
      caption={t("invitations.listTitle")}
      captionHidden
      columns={columns}
      rows={rows}
      empty={t("invitations.none")}
    />
  );
}
