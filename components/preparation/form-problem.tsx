"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type PreparationForm, usePreparationProblem } from "./use-preparation-form";

type Props<T extends object> = { form: PreparationForm<T>; labelOf: (name: string) => string | null };

/** What is wrong with a form, at its head, with a link to each field that was refused; rows of CSV by their lines. */
export function PreparationProblem<T extends object>({ form, labelOf }: Props<T>) {
  const t = useTranslations("preparation.tables");
  const general = useTranslations("accounts.errors");
  const problem = usePreparationProblem();
  const { state, idOf } = form;
  if (state === null || state.ok || state.formError === null) return null;
  return (
    <Notice tone="problem" id={idOf("problem")}>
      <p className="font-semibold">{problem(state.formError)}</p>
      <ul className="mt-1">
        {Object.entries(state.fieldErrors).map(([name, key]) => {
          const [, line, field = name] = /^(\d+)\.(.+)$/.exec(name) ?? [];
          const label = labelOf(field) ?? field;
          return (
            <li key={name}>
              {line === undefined ? <a href={`#${idOf(field)}`}>{label}</a> : `${t("line", { line })}, ${label}`}:{" "}
              {problem(key)}
            </li>
          );
        })}
      </ul>
      {state.errorId ? <p className="mt-1 text-sm">{general("error_id", { id: state.errorId })}</p> : null}
    </Notice>
  );
}
