"use client";
import { AskedOnce } from "@/components/ui/asked-once";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { moveBatchAction } from "@/lib/features/imports/actions";
import type { ImportVerb } from "@/lib/features/imports/schema/import-states";
import { ImportForm } from "./import-form";

type Props = {
  batchId: string;
  locale: string;
  verb: ImportVerb;
  label: string;
  hint?: string | undefined;
  /** Said of what cannot be undone, with the words of the button that does it. */
  sure?: { lead: string; label: string } | undefined;
  megabytes: number;
};

/** One thing that can be done with a file. */
export function BatchButton({ batchId, locale, verb, label, hint, sure, megabytes }: Props) {
  const tone = verb === "send" ? "strong" : verb === "check" ? "plain" : "danger";
  return (
    <ImportForm action={moveBatchAction} label={label} megabytes={megabytes} className="max-w-prose">
      <HiddenFields values={{ locale, batchId, verb }} />
      {sure ? (
        <AskedOnce label={label}>
          <p className="mb-2">{sure.lead}</p>
          <Button type="submit" tone={tone}>
            {sure.label}
          </Button>
        </AskedOnce>
      ) : (
        <Button type="submit" tone={tone}>
          {label}
        </Button>
      )}
      {hint ? <p className="mt-1 text-sm text-ink-2">{hint}</p> : null}
    </ImportForm>
  );
}
