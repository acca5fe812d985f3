import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { InvitationLine } from "@/lib/features/accounts/view";
import { NoteText } from "./note-text";

/** Invitations nobody came by: who made each, for which role, and whether it can still be used. */
export async function UnusedInvitations({ invitations }: { invitations: InvitationLine[] }) {
  const t = await getTranslations("accounts");
  const own = await getTranslations("security.invitation");
  const desk = await getTranslations("moderate-desk.people");
  const columns = [
    { key: "role", label: t("role") },
    { key: "by", label: t("invitations.by") },
    { key: "made", label: t("invitations.madeOn") },
    { key: "state", label: t("invitations.state") },
    { key: "note", label: own("note") },
  ];
  const rows = invitations.map(({ id, role, by, made, state, until, note }) => ({
    key: id,
    cells: {
      role: t(`roles.${role}`),
      by: by ?? t("invitations.byTurnout"),
      made,
      state: t(`invitations.states.${state}`, { until, usedBy: "" }),
      note: note === null ? "" : <NoteText note={note} />,
    },
  }));
  return <StackedTable caption={desk("unused")} columns={columns} rows={rows} empty={desk("noneUnused")} />;
}
