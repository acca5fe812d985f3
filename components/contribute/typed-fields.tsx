"use client";
import { useTranslations } from "next-intl";
import type { InputHTMLAttributes } from "react";
import { type Option, type OptionGroup, SelectField, TextArea, TextField } from "@/components/ui/field";
import type { FormTools } from "./use-entry-form";

type Named = { tools: FormTools; name: string; label: string; hint?: string | undefined };

function described({ tools, name, label, hint }: Named) {
  return { id: tools.idOf(name), name, label, hint, error: tools.errorOf(name) };
}

export function TypedText({
  tools,
  name,
  label,
  hint,
  ...rest
}: Named & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name">) {
  return (
    <TextField
      {...described({ tools, name, label, hint })}
      defaultValue={tools.typed(name)}
      maxLength={300}
      {...rest}
    />
  );
}

export function TypedArea({ tools, name, label, hint, lang }: Named & { lang?: string }) {
  return (
    <TextArea
      {...described({ tools, name, label, hint })}
      defaultValue={tools.typed(name)}
      maxLength={2000}
      rows={3}
      {...(lang ? { lang } : {})}
    />
  );
}

export type Choice = Named & {
  options: (Option | OptionGroup)[];
  withEmpty?: boolean;
  onChosen?: (value: string) => void;
};

/** A select; the key keeps what was chosen when the browser sets the form back after an answer. */
export function TypedChoice({ tools, name, label, hint, options, withEmpty = true, onChosen }: Choice) {
  const t = useTranslations("entries.form");
  const chosen = tools.typed(name);
  const empty = withEmpty ? [{ value: "", label: t("choose") }] : [];
  return (
    <SelectField
      key={chosen}
      {...described({ tools, name, label, hint })}
      defaultValue={chosen}
      {...(onChosen ? { onChange: (event) => onChosen(event.target.value) } : {})}
      options={[...empty, ...options]}
    />
  );
}

export function TypedFlag({ tools, name, label, hint }: Named) {
  const isSet = tools.typed(name) === "yes";
  const hintId = `${tools.idOf(name)}-hint`;
  return (
    <div className="mb-5">
      <label htmlFor={tools.idOf(name)} className="inline-flex min-h-11 items-center gap-3">
        <input
          key={String(isSet)}
          id={tools.idOf(name)}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={isSet}
          aria-describedby={hint ? hintId : undefined}
        />
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
