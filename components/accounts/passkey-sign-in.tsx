"use client";
import { useLocale, useTranslations } from "next-intl";
import { signInByPasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { FormProblem } from "./form-problem";
import { PasskeyButton } from "./passkey-button";
import { useFormAction } from "./use-form-action";

/** Both steps at once, by a passkey of the device. Without scripts it says what works instead. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations("security.passkeys");
  const locale = useLocale();
  const form = useFormAction(signInByPasskeyAction);
  return (
    <section aria-labelledby="passkey" className="mt-10">
      <h2 id="passkey" className="mb-2 text-2xl">
        {t("signInTitle")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("signInLead")}</p>
      <noscript>
        <p className="max-w-prose">{t("noScript")}</p>
      </noscript>
      <form action={form.send}>
        <FormProblem form={form} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <PasskeyButton question="sign-in" name="passkeyAnswer" label={t("signIn")} state={form.state} />
      </form>
    </section>
  );
}
