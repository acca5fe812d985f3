"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ActionState } from "@/lib/shared/action-state";
import { askPasskey, type DeviceAnswer, type Question, useCanAskDevice } from "./ask-device";

type Props = {
  question: Question;
  /** The field of the form around it that carries the answer. */
  name: string;
  /** What the form was answered last: an answer of a device is good for one sending. */
  state: ActionState;
};

/**
 * Has a passkey answer into the form around it. A form that can be sent in one way is sent at once; where there are
 * several buttons, such as approving and rejecting, their owner presses one.
 */
export function PasskeyButton({ question, name, state }: Props) {
  const t = useTranslations("security.passkeys");
  const canAsk = useCanAskDevice();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ to: ActionState; what: DeviceAnswer | null } | null>(null);
  const current = said?.to === state ? said : null;
  const answer = current?.what && "answer" in current.what ? current.what.answer : "";
  useEffect(() => {
    if (answer !== "") sendIfOneWay(field.current?.form ?? null);
  }, [answer]);
  if (!canAsk) return null;
  const ask = async () => {
    setSaid({ to: state, what: null });
    setSaid({ to: state, what: await askPasskey(question) });
  };
  const problem = current?.what && "problem" in current.what ? current.what.problem : null;
  return (
    <div className="mb-5 max-w-prose">
      <input ref={field} type="hidden" name={name} value={answer} />
      <Button onClick={ask} aria-disabled={current !== null && current.what === null}>
        {t("use")}
      </Button>
      <p role="status" className={`mt-2 ${problem ? "font-semibold text-danger" : "text-ink-2"}`}>
        {problem ? t(`problems.${problem}`) : null}
        {answer === "" ? null : t("answered")}
        {current && current.what === null ? t("asking") : null}
      </p>
    </div>
  );
}

function sendIfOneWay(form: HTMLFormElement | null): void {
  const ways = form?.querySelectorAll<HTMLButtonElement>("button[type=submit]") ?? [];
  if (ways.length < 2) form?.requestSubmit(ways[0]);
}
