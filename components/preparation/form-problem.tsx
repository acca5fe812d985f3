"use client";
import { useTranslations } from "next-intl";
import type { SentForm } from "@/components/forms/use-sent-form";
import { Notice } from "@/components/ui/notice";
import { rowText } from "@/lib/shared/csv-rows";
import { usePreparationProblem } from "./use-preparation-form";

type Props<T extends object> = { form: SentForm<T>; labelOf: (name: string) => string | null };

/** What is wrong with a form, at its head, with a link to each field that was refused; rows of CSV by their lines. */
export function PreparationProblem<T extends object>({ form, labelOf }: Props<T>) {
  const t = useTranslations("preparation.tables");
  const general = useTranslations("accounts.errors");
  const problem = usePreparationProblem();
  const { state, idOf } = form;
  if (state === null || state.ok || state.formError === null) return null;
  const refused = Object.entries(state.fieldErrors).map(([name, key]) => {
    const [, line = null, field = name] = /^(\d+)\.(.+)$/.exec(name) ?? [];
    return { line, field, label: labelOf(field) ?? field, said: problem(key) };
  });
  return (
    <Notice tone="problem" id={idOf("problem")}>
      <p className="font-semibold">{problem(state.formError)}</p>
      <ul className="mt-1">
        {[...Map.groupBy(refused, ({ line }) => line)].map(([line, own]) =>
          line === null ? (
            own.map(({ field, label, said }) => (
              <li key={field}>
                <a href={`#${idOf(field)}`}>{label}</a>: {said}
              </li>
            ))
          ) : (
            <li key={line} className="mt-2">
              {t("line", { line })}:{" "}
              <code className="whitespace-pre-wrap break-words text-sm">
                {rowText(form.typed("csv"), Number(line))}
              </code>
              <ul className="list-disc ps-5">
                {own.map(({ field, label, said }) => (
                  <li key={field}>
                    {label}: {said}
                  </li>
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
      {state.errorId ? <p className="mt-1 text-sm">{general("error_id", { id: state.errorId })}</p> : null}
    </Notice>
  );
}
