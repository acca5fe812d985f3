"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/shared/action-state";
import { PasskeyButton } from "./passkey-button";

type Props = {
  state: ActionState;
  id: string;
  /** Whether the form has a passphrase, which is never given back and must be typed again. */
  hasPassphrase?: boolean;
};

/**
 * The field for a code, and a button for a passkey, inside a form whose action asks for the second step once more (`confirmedAction`): there from
 * the first refusal on, so that the form with all that was typed goes on as soon as it is sent with a code.
 */
export function ConfirmField({ state, id, hasPassphrase = false }: Props) {
  const t = useTranslations("security.confirm");
  if (state === null || state.ok) return null;
  if (!state.formError?.startsWith("second_step_") && state.asksStep !== true) return null;
  const byPasskey = state.byPasskey === true;
  return (
    <>
      {byPasskey ? <PasskeyButton question="confirm" name="secondStepPasskey" state={state} /> : null}
      <TextField
        id={id}
        name="secondStepCode"
        label={t("label")}
        hint={t(hasPassphrase ? "hintWithPassphrase" : "hint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required={!byPasskey}
      />
    </>
  );
}
