import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/contribute/stacked-table";
import type { Role } from "@/lib/domain/can";
import {
  endSessionsOfAction,
  resetSecondFactorAction,
  restoreAccountAction,
} from "@/lib/features/accounts/actions/people";
import type { AccountLine } from "@/lib/features/accounts/view";
import { OneButtonForm } from "./one-button-form";
import { RoleForm } from "./role-form";
import { SuspendForm } from "./suspend-form";

type Props = { accounts: AccountLine[]; roles: Role[] };

/** Every account with what an administrator may change of it; one's own is only shown. */
export async function PeopleList({ accounts, roles }: Props) {
  const t = await getTranslations("accounts");
  const own = await getTranslations("security.setUp");
  const columns = [
    { key: "handle", label: t("handle") },
    { key: "role", label: t("role") },
    { key: "since", label: t("people.since") },
    { key: "state", label: t("people.state") },
    { key: "second", label: own("manage") },
    { key: "sessions", label: t("people.sessions") },
  ];
  const rows = accounts.map((account) => ({
    key: account.id,
    cells: {
      handle: <span className="font-semibold">{account.handle}</span>,
      role: account.isOwn ? t(`roles.${account.role}`) : <RoleForm account={account} roles={roles} />,
      since: account.invitedBy
        ? t("people.invitedBy", { day: account.since, handle: account.invitedBy })
        : account.since,
      state: account.isOwn ? t("people.you") : <StateForm account={account} />,
      second: <SecondFactorForm account={account} />,
      sessions: <SessionsForm account={account} />,
    },
  }));
  return (
    <StackedTable caption={t("people.title")} captionHidden columns={columns} rows={rows} empty={t("people.none")} />
  );
}

async function StateForm({ account }: { account: AccountLine }) {
  const t = await getTranslations("accounts.people");
  const values = { userId: account.id };
  return account.active ? (
    <SuspendForm key="suspend" userId={account.id} handle={account.handle} />
  ) : (
    <OneButtonForm
      key="restore"
      action={restoreAccountAction}
      values={values}
      label={t("restore")}
      about={account.handle}
    >
      <span>
        {t("suspended")}
        {account.suspension === null ? null : (
          <span className="block text-sm text-ink-2">
            {account.suspension.since}
            {account.suspension.reason ? `: ${account.suspension.reason}` : ""}
          </span>
        )}
      </span>
    </OneButtonForm>
  );
}

async function SecondFactorForm({ account }: { account: AccountLine }) {
  const t = await getTranslations("security.people");
  const isSet = t(account.secured ? "isSet" : "isNot");
  if (account.isOwn || !account.secured) return isSet;
  return (
    <OneButtonForm
      action={resetSecondFactorAction}
      values={{ userId: account.id }}
      label={t("reset")}
      about={account.handle}
    >
      <span>{isSet}</span>
    </OneButtonForm>
  );
}

async function SessionsForm({ account }: { account: AccountLine }) {
  const t = await getTranslations("accounts.people");
  const count = t("sessionCount", { count: account.sessionCount });
  if (account.isOwn || account.sessionCount === 0) return count;
  return (
    <OneButtonForm
      action={endSessionsOfAction}
      values={{ userId: account.id }}
      label={t("endSessions")}
      about={account.handle}
    >
      <span>{count}</span>
    </OneButtonForm>
  );
}
