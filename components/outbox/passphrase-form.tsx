"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type Props = {
  label: string;
  button: string;
  /** Whether a new passphrase is chosen, which is typed twice. */
  isNew?: boolean;
  /** Null when it went well, else the key of what is wrong. */
  onSend: (passphrase: string) => Promise<string | null>;
  children?: ReactNode;
};

/** A form that never leaves the page: the passphrase goes to no server. */
export function PassphraseForm({ label, button, isNew = false, onSend, children }: Props) {
  const t = useTranslations("outbox.passphrase");
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget);
    const [passphrase, again] = [String(typed.get("passphrase")), String(typed.get("again") ?? "")];
    if (isNew && passphrase !== again) return setProblem("differs");
    setIsBusy(true);
    setProblem(await onSend(passphrase).catch(() => "failed"));
    setIsBusy(false);
  };
  const kind = { type: "password", required: true, autoComplete: isNew ? "new-password" : "current-password" };
  return (
    <form onSubmit={send} className="max-w-prose">
      {problem ? <Notice tone="problem">{t(problem as "differs")}</Notice> : null}
      <TextField
        id={`${id}passphrase`}
        name="passphrase"
        label={label}
        hint={isNew ? t("hint") : undefined}
        {...kind}
      />
      {isNew ? <TextField id={`${id}again`} name="again" label={t("again")} {...kind} /> : null}
      {children}
      <Button type="submit" tone="strong" aria-disabled={isBusy}>
        {isBusy ? t("busy") : button}
      </Button>
    </form>
  );
}
