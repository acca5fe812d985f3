"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { makeRecoveryCodesAction } from "@/lib/features/accounts/actions/second-factor";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

export function RecoveryCodeList({ codes }: { codes: string[] }) {
  const t = useTranslations("security.setUp");
  return (
    <Notice tone="note" title={t("recovery")}>
      <p>{t("recoveryLead")}</p>
      <ul className="my-3 grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <p>{t("recoveryOnce")}</p>
    </Notice>
  );
}

/** How many recovery codes are left, and ten new ones in their place. */
export function RecoveryCodesForm({ left }: { left: number }) {
  const t = useTranslations("security.setUp");
  const form = useFormAction(makeRecoveryCodesAction);
  return (
    <form action={form.send}>
      {form.state?.ok ? (
        <RecoveryCodeList codes={form.state.recoveryCodes} />
      ) : (
        <p className="mb-3 max-w-prose">{t("recoveryLeft", { count: left })}</p>
      )}
      <FormProblem form={form} />
      <p className="mb-3 max-w-prose text-sm text-ink-2">{t("recoveryReplaced")}</p>
      <Button type="submit">{t("recoveryMake")}</Button>
    </form>
  );
}
