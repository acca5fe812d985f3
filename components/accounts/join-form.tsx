"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { joinAction } from "@/lib/features/accounts/actions/sign-in";
import { typedText } from "@/lib/shared/action-state";
import { FormProblem } from "./form-problem";
import { PassphraseField } from "./passphrase-field";
import { SixWords } from "./six-words";
import { useFormAction } from "./use-form-action";

export function JoinForm({ token, suggestion }: { token: string; suggestion: string }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const form = useFormAction(joinAction);
  const labels = { handle: t("handle"), passphrase: t("passphrase") };
  return (
    <form action={form.send} noValidate>
      {/* The Enter key presses the first button of a form, which must not be the one for other words. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <FormProblem form={form} labels={labels} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <TextField
        id={form.idOf("handle")}
        name="handle"
        label={labels.handle}
        hint={t("join.handleHint")}
        error={form.errorOf("handle")}
        defaultValue={typedText(form.state, "handle")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <SixWords words={typedText(form.state, "suggestion", suggestion)} />
      <PassphraseField
        id={form.idOf("passphrase")}
        name="passphrase"
        label={labels.passphrase}
        hint={t("passphraseHint")}
        error={form.errorOf("passphrase")}
        autoComplete="new-password"
      />
      <Button type="submit" tone="strong">
        {t("join.submit")}
      </Button>
    </form>
  );
}
