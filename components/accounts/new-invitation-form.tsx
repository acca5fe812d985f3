"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/domain/can";
import { createInvitationAction } from "@/lib/features/accounts/actions/people";
import { typedText } from "@/lib/shared/action-state";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

export function NewInvitationForm({ roles }: { roles: Role[] }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const form = useFormAction(createInvitationAction);
  const chosen = typedText(form.state, "role", roles[0] ?? "contributor");
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={{ role: t("role") }} />
      {form.state?.ok ? (
        <Notice tone="done" title={t("invitations.made")}>
          <output className="my-2 block font-mono break-all select-all">{form.state.link}</output>
          <p>{t("invitations.madeFor", { role: t(`roles.${form.state.role}`), until: form.state.until })}</p>
          <p className="mt-2">{t("invitations.onceOnly")}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="locale" value={locale} />
      <SelectField
        key={chosen}
        id={form.idOf("role")}
        name="role"
        label={t("role")}
        error={form.errorOf("role")}
        defaultValue={chosen}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <Button type="submit" tone="strong">
        {t("invitations.make")}
      </Button>
    </form>
  );
}
