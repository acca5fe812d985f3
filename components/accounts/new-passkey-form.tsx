"use client";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useState } from "react";
import { useHasScript } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { addPasskeyAction, beginPasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import { type DeviceProblem, makePasskey, useCanAskDevice } from "./ask-device";
import { FormProblem } from "./form-problem";
import { OwnPassphraseField } from "./own-passphrase-field";
import { RecoveryCodeList } from "./recovery-codes";
import { useFormAction } from "./use-form-action";

/** Asks for the leave to add a passkey, then the device for one, and sends what it made. `isFirst`: the first factor of the account. */
export function NewPasskeyForm({ isFirst }: { isFirst: boolean }) {
  const t = useTranslations("security.passkeys");
  const setUp = useTranslations("security.setUp");
  const [canAsk, hasScript] = [useCanAskDevice(), useHasScript()];
  const begin = useFormAction(beginPasskeyAction);
  const add = useFormAction(addPasskeyAction);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const begun = begin.state?.ok ? begin.state : null;
  const { send } = add;
  useEffect(() => {
    if (begun === null) return;
    let isLeft = false;
    void makePasskey(begun.options).then((made) => {
      if (isLeft) return;
      setProblem("problem" in made ? made.problem : null);
      if ("problem" in made) return;
      const sent = new FormData();
      sent.set("name", begun.name);
      sent.set("passkeyAnswer", made.answer);
      startTransition(() => send(sent));
    });
    return () => {
      isLeft = true;
    };
  }, [begun, send]);
  if (!canAsk) return <p className="max-w-prose">{t(hasScript ? "unsupported" : "noScript")}</p>;
  return (
    <>
      {add.state?.ok ? <Added recoveryCodes={add.state.recoveryCodes} /> : <FormProblem form={add} />}
      {problem ? <Notice tone="problem">{t(`problems.${problem}`)}</Notice> : null}
      <form action={begin.send} noValidate onSubmit={() => setProblem(null)}>
        <FormProblem
          form={begin}
          labels={{ name: t("name"), ...(isFirst ? { currentPassphrase: setUp("passphrase") } : {}) }}
        />
        <TextField
          id={begin.idOf("name")}
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          error={begin.errorOf("name")}
          defaultValue={begin.typed("name")}
          maxLength={40}
          autoComplete="off"
          required
        />
        {isFirst ? <OwnPassphraseField form={begin} /> : null}
        <Button type="submit">{t("add")}</Button>
      </form>
    </>
  );
}

function Added({ recoveryCodes }: { recoveryCodes: string[] }) {
  const t = useTranslations("security.passkeys");
  return (
    <>
      <Notice tone="done">{t("added")}</Notice>
      {recoveryCodes.length > 0 ? <RecoveryCodeList codes={recoveryCodes} /> : null}
    </>
  );
}
