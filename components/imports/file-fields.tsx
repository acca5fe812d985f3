"use client";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { useKeptFiles } from "@/components/forms/use-kept-files";
import { describedBy, Field, SelectField } from "@/components/ui/field";
import { ENCODINGS } from "@/lib/features/imports/schema/encodings";
import type { Letters } from "@/lib/features/imports/view/letters";
import { type ActionState, typedText } from "@/lib/shared/action-state";

/** A file of the browser; with scripts what was chosen stays chosen when the form comes back. */
export function FileField({ label, hint }: { label: string; hint?: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<FileList | null>(null);
  useKeptFiles(field, chosen);
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        ref={field}
        id={id}
        type="file"
        name="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-describedby={describedBy(id, { hint })}
        onChange={({ currentTarget }) => {
          chosen.current = currentTarget.files;
        }}
      />
    </Field>
  );
}

/** The same cells in each way their letters may be written: only a person sees which of them makes sense. */
export function LettersField({ letters, legend }: { letters: Letters; legend: string }) {
  return (
    <fieldset className="mb-5 max-w-prose">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {letters.map(({ encoding, samples }) => (
        <label key={encoding} className="flex min-h-11 items-start gap-3 border-b border-rule py-2">
          <input type="radio" name="encoding" value={encoding} />
          <span className="min-w-0 break-words">
            {samples.join(" · ")} <span className="block text-sm text-ink-2">{encoding}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** How the letters of a file are written, for whoever knows it. */
export function EncodingField({ state }: { state: ActionState }) {
  const t = useTranslations("imports.upload");
  const chosen = typedText(state, "encoding");
  const known = ENCODINGS.map((value) => ({ value, label: value }));
  return (
    <SelectField
      key={chosen}
      id={useId()}
      name="encoding"
      label={t("encoding")}
      defaultValue={chosen}
      options={[{ value: "", label: t("find") }, ...known]}
    />
  );
}
