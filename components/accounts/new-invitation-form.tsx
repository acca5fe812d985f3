"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/domain/can";
import { createInvitationAction } from "@/lib/features/accounts/actions/people";
import { typedText } from "@/lib/shared/action-state";
import { INVITATION_DAYS } from "@/lib/shared/invitation-days";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

export function NewInvitationForm({ roles }: { roles: Role[] }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const form = useFormAction(createInvitationAction);
  const own = useTranslations("security.invitation");
  const desk = useTranslations("moderate-desk.suspension");
  const labels = { role: t("role"), days: own("until"), note: own("note") };
  const days = typedText(form.state, "days", "7");
  const chosen = typedText(form.state, "role", roles[0] ?? "contributor");
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
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
        label={labels.role}
        error={form.errorOf("role")}
        defaultValue={chosen}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <SelectField
        key={`days ${days}`}
        id={form.idOf("days")}
        name="days"
        label={labels.days}
        error={form.errorOf("days")}
        defaultValue={days}
        options={INVITATION_DAYS.map((count) => ({ value: String(count), label: own("days", { count }) }))}
      />
      <TextField
        id={form.idOf("note")}
        name="note"
        label={labels.note}
        hint={own("noteHint")}
        error={form.errorOf("note")}
        defaultValue={typedText(form.state, "note")}
        maxLength={200}
        autoComplete="off"
      />
      {form.state?.ok === false && form.state.fieldErrors.note === "note_personal" ? (
        <p className="mb-5">
          <label className="inline-flex min-h-11 items-center gap-3">
            <input type="checkbox" name="noteLooked" value="yes" />
            {desk("keepNote")}
          </label>
        </p>
      ) : null}
      <Button type="submit" tone="strong">
        {t("invitations.make")}
      </Button>
    </form>
  );
}
