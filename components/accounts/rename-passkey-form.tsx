"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { renamePasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { typedText } from "@/lib/shared/action-state";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

/** What was typed stays typed while the form asks for the second step. */
export function RenamePasskeyForm({ passkeyId, name }: { passkeyId: string; name: string }) {
  const t = useTranslations("security.passkeys");
  const form = useFormAction(renamePasskeyAction);
  const typed = typedText(form.state, "name", name);
  return (
    <form action={form.send} className="inline-block" noValidate>
      <FormProblem form={form} labels={{ name: t("name") }} />
      <input type="hidden" name="passkeyId" value={passkeyId} />
      <span className="inline-flex flex-wrap items-center gap-2">
        <input
          key={`${name} ${typed}`}
          id={form.idOf("name")}
          name="name"
          defaultValue={typed}
          maxLength={40}
          autoComplete="off"
          aria-label={t("nameOf", { name })}
          aria-invalid={form.errorOf("name") ? true : undefined}
          className="min-h-11 w-48 border border-rule-2 bg-paper px-2 font-semibold"
        />
        <Button type="submit" className="text-sm">
          {t("rename")}
          <span className="sr-only">: {name}</span>
        </Button>
      </span>
    </form>
  );
}
