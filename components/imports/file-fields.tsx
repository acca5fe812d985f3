"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { describedBy, Field, SelectField } from "@/components/ui/field";
import { ENCODINGS } from "@/lib/features/imports/schema/encodings";
import { type ActionState, typedText } from "@/lib/shared/action-state";

/** A file of the browser; what was chosen cannot be kept by any form. */
export function FileField({ label, hint }: { label: string; hint?: string }) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        type="file"
        name="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-describedby={describedBy(id, { hint })}
      />
    </Field>
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
