"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps, InputHTMLAttributes } from "react";
import type { SentForm } from "@/components/forms/use-sent-form";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";

// biome-ignore lint/suspicious/noExplicitAny: what an answer tells beside is of no matter to a field
type AnyForm = SentForm<any>;
type Named = { form: AnyForm; name: string; label: string; hint?: string | undefined };

export function TypedText({
  form,
  name,
  label,
  hint,
  ...rest
}: Named & Omit<InputHTMLAttributes<HTMLInputElement>, "form" | "id" | "name">) {
  return (
    <TextField
      {...{ id: form.idOf(name), name, label, hint, error: form.errorOf(name) }}
      defaultValue={form.typed(name)}
      maxLength={200}
      {...rest}
    />
  );
}

export function TypedArea({ form, name, label, hint, rows = 4 }: Named & { rows?: number }) {
  const field = { id: form.idOf(name), name, label, hint, error: form.errorOf(name) };
  return <TextArea {...field} defaultValue={form.typed(name)} rows={rows} spellCheck={false} />;
}

type Choice = Named & { options: ComponentProps<typeof SelectField>["options"]; empty?: string };

/** A select; the key keeps what was chosen when the browser sets the form back after an answer. */
export function TypedChoice({ form, name, label, hint, options, empty }: Choice) {
  const chosen = form.typed(name);
  const none = empty === undefined ? [] : [{ value: "", label: empty }];
  return (
    <SelectField
      key={chosen}
      {...{ id: form.idOf(name), name, label, hint, error: form.errorOf(name) }}
      defaultValue={chosen}
      options={[...none, ...options]}
    />
  );
}

export function TypedFlag({ form, name, label }: Named) {
  const isSet = form.typed(name) === "yes";
  return (
    <p className="mb-5">
      <label htmlFor={form.idOf(name)} className="inline-flex min-h-11 items-center gap-3">
        <input
          key={String(isSet)}
          id={form.idOf(name)}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={isSet}
        />
        {label}
      </label>
    </p>
  );
}

/** One field for each language; one of them is enough. */
export function InEachLanguage({
  form,
  name,
  area = false,
}: {
  form: AnyForm;
  name: "name" | "summary" | "occupation";
  area?: boolean;
}) {
  const t = useTranslations("preparation");
  return (
    <>
      {name === "name" ? <p className="mb-3 max-w-prose text-sm text-ink-2">{t("hints.names")}</p> : null}
      {LOCALES.map((locale) => {
        const label = t(`fields.${name}`, { language: LANGUAGE_NAMES[locale] });
        const field = { form, name: `${name}_${locale}`, label };
        return area ? <TypedArea key={locale} {...field} /> : <TypedText key={locale} {...field} lang={locale} />;
      })}
    </>
  );
}

/** The label of a field by its name, for the list of what is wrong. */
export function useFieldLabel(): (name: string) => string | null {
  const t = useTranslations("preparation.fields");
  return (name) => {
    const [, base = name, language] = /^(name|summary|occupation)_(\w\w)$/.exec(name) ?? [];
    if (!t.has(base as "slug")) return null;
    const locale = LOCALES.find((one) => one === language);
    return t(base as "name", { language: locale ? LANGUAGE_NAMES[locale] : "" });
  };
}
