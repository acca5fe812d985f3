"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useId } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState, FormAction } from "@/lib/shared/action-state";

type Props = {
  action: FormAction;
  label: string;
  megabytes: number;
  className?: string;
  children: ReactNode | ((state: ActionState) => ReactNode);
};

/** A form about a file, with what was wrong with its last sending at its head. Works before scripts arrive. */
export function ImportForm({ action, label, megabytes, className, children }: Props) {
  const [state, send] = useActionState<ActionState, FormData>(action, null);
  const id = useId();
  useEffect(() => {
    if (state && !state.ok) document.getElementById(id)?.focus();
  }, [state, id]);
  return (
    <form action={send} noValidate aria-label={label} className={className}>
      <ImportProblem state={state} id={id} megabytes={megabytes} />
      {typeof children === "function" ? children(state) : children}
    </form>
  );
}

function ImportProblem({ state, id, megabytes }: { state: ActionState; id: string; megabytes: number }) {
  const t = useTranslations("imports.problems");
  const general = useTranslations("accounts.errors");
  if (state === null || state.ok) return null;
  const said = (key: string) => {
    if (t.has(key as "empty")) return t(key as "too_large", { megabytes });
    return general.has(key as "invalid") ? general(key as "invalid") : general("invalid");
  };
  const [[field = "", key] = [], ...others] = Object.entries(state.fieldErrors);
  const line = others.length === 0 ? /^(\d+)\./.exec(field)?.[1] : undefined;
  return (
    <Notice tone="problem" id={id}>
      <p className="font-semibold">
        {line === undefined ? null : `${t("line", { line })} `}
        {said(key ?? state.formError ?? "invalid")}
      </p>
      {state.errorId ? <p className="mt-1 text-sm">{general("error_id", { id: state.errorId })}</p> : null}
    </Notice>
  );
}
