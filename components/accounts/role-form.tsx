"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/domain/can";
import { setRoleAction } from "@/lib/features/accounts/actions/people";
import { typedText } from "@/lib/shared/action-state";
import { Done } from "./done";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

type Props = { account: { id: string; handle: string; role: Role }; roles: Role[] };

/** What was chosen stays chosen while the form asks for the second step. */
export function RoleForm({ account, roles }: Props) {
  const t = useTranslations("accounts");
  const form = useFormAction(setRoleAction);
  const chosen = typedText(form.state, "role", account.role);
  return (
    <form action={form.send} className="inline-block">
      <FormProblem form={form} />
      <input type="hidden" name="userId" value={account.id} />
      <span className="inline-flex flex-wrap items-center gap-2">
        <select
          key={`${account.role} ${chosen}`}
          name="role"
          defaultValue={chosen}
          aria-label={t("people.roleOf", { handle: account.handle })}
          className="min-h-11 border border-rule-2 bg-paper px-2"
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </select>
        <Button type="submit" className="text-sm">
          {t("people.setRole")}
          <span className="sr-only">: {account.handle}</span>
        </Button>
      </span>
      {form.state?.ok ? (
        <Done>{t("people.roleIs", { handle: account.handle, role: t(`roles.${account.role}`) })}</Done>
      ) : null}
    </form>
  );
}
