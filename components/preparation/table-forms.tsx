"use client";
import { useTranslations } from "next-intl";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { addRowAction, fillTableAction } from "@/lib/features/preparation/actions";
import type { TableName } from "@/lib/features/preparation/schema/tables";
import { PreparationProblem } from "./form-problem";
import { type Options, RowFields } from "./row-fields";
import { TypedArea, useFieldLabel } from "./typed-fields";
import { usePreparationForm } from "./use-preparation-form";

type Props = { waveId: string; table: TableName; options: Options };

export function AddRowForm({ waveId, table, options }: Props) {
  const t = useTranslations("preparation.tables");
  const form = usePreparationForm(addRowAction);
  const labelOf = useFieldLabel();
  return (
    <details open={form.state !== null} className="mb-3">
      <summary className="min-h-11 py-2">{t("addOne")}</summary>
      <form action={form.send} noValidate aria-label={`${t(table)}: ${t("addOne")}`}>
        <PreparationProblem form={form} labelOf={labelOf} />
        {form.state?.ok ? <Notice tone="done">{t("added")}</Notice> : null}
        <input type="hidden" name="waveId" value={waveId} />
        <input type="hidden" name="table" value={table} />
        <RowFields form={form} table={table} options={options} />
        <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
        <Button type="submit" tone="strong">
          {t("add")}
        </Button>
      </form>
    </details>
  );
}

/** The first button checks, also for whoever presses Enter; nothing is written before every row is in order. */
export function FillTableForm({ waveId, table, columns }: { waveId: string; table: TableName; columns: string[] }) {
  const t = useTranslations("preparation");
  const form = usePreparationForm(fillTableAction);
  const labelOf = useFieldLabel();
  const { state } = form;
  const said = state?.ok ? state.said : null;
  const typed = said ? { ...form, typed: (name: string) => (name === "csv" ? said.csv : "") } : form;
  return (
    <details open={state !== null}>
      <summary className="min-h-11 py-2">{t("tables.fill")}</summary>
      <form action={form.send} noValidate aria-label={`${t(`tables.${table}`)}: ${t("tables.fill")}`}>
        <PreparationProblem form={form} labelOf={labelOf} />
        {said ? (
          <Notice tone="done">{t(said.written ? "tables.written" : "tables.checked", { count: said.count })}</Notice>
        ) : null}
        <input type="hidden" name="waveId" value={waveId} />
        <input type="hidden" name="table" value={table} />
        <TypedArea
          key={typed.typed("csv")}
          form={typed}
          name="csv"
          label={t("fields.csv")}
          hint={t("hints.csv", { columns: columns.join(", ") })}
          rows={8}
        />
        <ConfirmField state={state} id={form.idOf("secondStepCode")} />
        <p className="flex flex-wrap gap-3">
          <Button type="submit" name="intent" value="check">
            {t("tables.check")}
          </Button>
          <Button type="submit" name="intent" value="write" tone="strong">
            {t("tables.write")}
          </Button>
        </p>
      </form>
    </details>
  );
}
