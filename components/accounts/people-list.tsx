import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
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
      since: (
        <span className="block @2xl:min-w-28">
          {account.invitedBy ? t("people.invitedBy", { day: account.since, handle: account.invitedBy }) : account.since}
        </span>
      ),
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
  return (
    <>
      <OneButtonForm
        action={restoreAccountAction}
        values={{ userId: account.id }}
        label={t("restore")}
        about={account.handle}
        done={t("restored", { handle: account.handle })}
        isOver={account.active}
      >
        {account.active ? null : <Suspended suspension={account.suspension} />}
      </OneButtonForm>
      {account.active ? <SuspendForm userId={account.id} handle={account.handle} /> : null}
    </>
  );
}

async function Suspended({ suspension }: Pick<AccountLine, "suspension">) {
  const t = await getTranslations("accounts.people");
  return (
    <span>
      {t("suspended")}
      {suspension === null ? null : (
        <span className="block text-sm text-ink-2">
          {suspension.since}
          {suspension.reason ? `: ${suspension.reason}` : ""}
        </span>
      )}
    </span>
  );
}

async function SecondFactorForm({ account }: { account: AccountLine }) {
  const t = await getTranslations("security.people");
  const isSet = t(account.secured ? "isSet" : "isNot");
  if (account.isOwn) return isSet;
  return (
    <OneButtonForm
      action={resetSecondFactorAction}
      values={{ userId: account.id }}
      label={t("reset")}
      about={account.handle}
      done={t("wasReset", { handle: account.handle })}
      isOver={!account.secured}
    >
      <span>{isSet}</span>
    </OneButtonForm>
  );
}

async function SessionsForm({ account }: { account: AccountLine }) {
  const t = await getTranslations("accounts.people");
  const count = t("sessionCount", { count: account.sessionCount });
  if (account.isOwn) return count;
  return (
    <OneButtonForm
      action={endSessionsOfAction}
      values={{ userId: account.id }}
      label={t("endSessions")}
      about={account.handle}
      done={t("ended", { handle: account.handle })}
      isOver={account.sessionCount === 0}
    >
      <span>{count}</span>
    </OneButtonForm>
  );
}
