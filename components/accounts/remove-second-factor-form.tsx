"use client";
import { useTranslations } from "next-intl";
import { removeSecondFactorAction } from "@/lib/features/accounts/actions/second-factor";
import { OneButtonForm } from "./one-button-form";

/** For roles that may do without: the way back to the passphrase alone. */
export function RemoveSecondFactorForm() {
  const t = useTranslations("security.setUp");
  return (
    <section aria-labelledby="remove-factor" className="mt-12">
      <h2 id="remove-factor" className="mb-2 text-2xl">
        {t("remove")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("removeLead")}</p>
      <OneButtonForm action={removeSecondFactorAction} values={{}} label={t("remove")} tone="danger" />
    </section>
  );
}
