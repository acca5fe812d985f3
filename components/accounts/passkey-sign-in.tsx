"use client";
import { useLocale, useTranslations } from "next-intl";
import { useHasScript } from "@/components/contribute/use-entry-form";
import { signInByPasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { useCanAskDevice } from "./ask-device";
import { FormProblem } from "./form-problem";
import { PasskeyButton } from "./passkey-button";
import { SuspendedNotice } from "./suspended-notice";
import { useFormAction } from "./use-form-action";

/** Both steps at once, by a passkey of the device. Without scripts it says what works instead. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations("security.passkeys");
  const locale = useLocale();
  const [canAsk, hasScript] = [useCanAskDevice(), useHasScript()];
  const form = useFormAction(signInByPasskeyAction);
  return (
    <section aria-labelledby="passkey" className="mt-10">
      <h2 id="passkey" className="mb-2 text-2xl">
        {t("signInTitle")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("signInLead")}</p>
      {canAsk ? null : <p className="max-w-prose">{t(hasScript ? "unsupported" : "noScript")}</p>}
      <form action={form.send}>
        <FormProblem form={form} />
        <SuspendedNotice state={form.state} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <PasskeyButton question="sign-in" name="passkeyAnswer" state={form.state} />
      </form>
    </section>
  );
}
