import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import { endOtherSessionsAction, endSessionAction } from "@/lib/features/accounts/actions/own-account";
import type { SessionLine } from "@/lib/features/accounts/view";
import { OneButtonForm } from "./one-button-form";

/** Where somebody is signed in, each with its end. */
export async function SessionList({ sessions }: { sessions: SessionLine[] }) {
  const t = await getTranslations("accounts.sessions");
  const columns = [
    { key: "since", label: t("since") },
    { key: "lastSeen", label: t("lastSeen") },
    { key: "until", label: t("until") },
    { key: "end", label: t("end") },
  ];
  const rows = sessions.map(({ label, isThis, since, lastSeen, until }) => ({
    key: label,
    cells: {
      since,
      lastSeen,
      until,
      end: isThis ? (
        t("thisBrowser")
      ) : (
        <OneButtonForm action={endSessionAction} values={{ label }} label={t("endOne")} about={since} />
      ),
    },
  }));
  return (
    <>
      <StackedTable caption={t("title")} captionHidden columns={columns} rows={rows} empty={t("none")} />
      {sessions.length > 1 ? (
        <div className="mt-4">
          <OneButtonForm action={endOtherSessionsAction} values={{}} label={t("endOthers")} />
        </div>
      ) : null}
    </>
  );
}
