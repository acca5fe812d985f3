"use client";
import { useLocale, useTranslations } from "next-intl";
import { EntryProblem } from "@/components/contribute/entry-problem";
import { useEntryForm } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { BULK_LIMIT, BULK_VERBS, type BulkVerb } from "@/lib/domain/bulk";
import { prepareBulkAction } from "@/lib/features/entries/actions/bulk";
import { type OfferedReason, ReasonFields } from "./reason-fields";

type Props = {
  total: number;
  query: string;
  verbs: readonly BulkVerb[];
  /** Ready reasons for these decisions. */
  templates: readonly OfferedReason[];
};

/** One decision about everything that matches: what it would change is shown before anything is decided. */
export function BulkForm({ total, query, verbs, templates }: Props) {
  const t = useTranslations("queue.bulk");
  const decide = useTranslations("entries.decide");
  const ready = useTranslations("weighing.reason");
  const locale = useLocale();
  const form = useEntryForm<object>(prepareBulkAction);
  const options = BULK_VERBS.filter((verb) => verbs.includes(verb)).map((verb) => ({
    value: verb,
    label: decide(verb),
  }));
  return (
    <details className="mt-8 border-y border-rule py-2 open:pb-6" open={form.state !== null}>
      <summary className="py-1 font-semibold">
        {total > BULK_LIMIT ? t("openMany", { limit: BULK_LIMIT, count: total }) : t("open", { count: total })}
      </summary>
      <p className="my-2 max-w-prose text-ink-2">{t("lead")}</p>
      <form action={form.send}>
        <EntryProblem
          state={form.state}
          tools={form}
          lead={t("notPrepared")}
          labels={{ reason: t("reason"), template: ready("template") }}
        />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="filter" value={query} />
        <SelectField
          key={form.typed("verb")}
          id={form.idOf("verb")}
          name="verb"
          label={t("verb")}
          error={form.errorOf("verb")}
          options={options}
          defaultValue={form.typed("verb")}
        />
        <ReasonFields
          templates={templates}
          typed={{
            reason: form.typed("reason"),
            template: form.typed("template"),
            reasonLanguage: form.typed("reasonLanguage") || locale,
          }}
          hint={t("reasonHint")}
          error={form.errorOf("reason")}
          tools={form}
        />
        <p className="mb-5">
          <label className="inline-flex min-h-11 items-center gap-3">
            <input
              key={form.typed("withHeld")}
              type="checkbox"
              name="withHeld"
              value="yes"
              defaultChecked={form.typed("withHeld") === "yes"}
            />
            {t("withHeld")}
          </label>
        </p>
        <Button type="submit" tone="strong" aria-disabled={form.isSending}>
          {t("prepare")}
        </Button>
      </form>
    </details>
  );
}
