"use client";
import { useTranslations } from "next-intl";
import type { SentForm } from "@/components/forms/use-sent-form";
import { Notice } from "@/components/ui/notice";
import { ConfirmField } from "./confirm-field";
import { useProblemText } from "./use-form-action";

type Props<T extends object> = {
  form: SentForm<T>;
  labels?: Record<string, string>;
  /** Whether the form is itself the second step, and has the field for its code. */
  isSecondStep?: boolean;
};

/** What is wrong with a form, at its head, with a link to each field that was refused; and the code it may ask for. */
export function FormProblem<T extends object>({ form, labels = {}, isSecondStep = false }: Props<T>) {
  const t = useTranslations("accounts.errors");
  const problem = useProblemText();
  const { state, idOf } = form;
  if (state === null || state.ok || state.formError === null) return null;
  const refused = Object.entries(state.fieldErrors).filter(([name]) => labels[name] !== undefined);
  return (
    <>
      <Notice tone="problem" id={idOf("problem")}>
        <p className="font-semibold">{problem(state.formError)}</p>
        {refused.length > 0 ? (
          <ul className="mt-1">
            {refused.map(([name, key]) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>{labels[name]}</a>: {problem(key)}
              </li>
            ))}
          </ul>
        ) : null}
        {state.errorId ? <p className="mt-1 text-sm">{t("error_id", { id: state.errorId })}</p> : null}
      </Notice>
      {isSecondStep ? null : (
        <ConfirmField
          state={state}
          id={idOf("secondStepCode")}
          hasPassphrase={labels.currentPassphrase !== undefined}
        />
      )}
    </>
  );
}
