import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

const BOX =
  "w-full min-h-11 border border-rule-2 bg-paper px-3 py-2 text-ink aria-invalid:border-danger aria-invalid:border-2";

type FieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
};

/** Ids of what describes a control, for `aria-describedby`; undefined when nothing does. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [parts.hint ? `${id}-hint` : null, parts.error ? `${id}-error` : null].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** A labelled control with its hint and its error, tied together by id. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="mb-5 max-w-prose">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1 font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Described = { id: string; label: string; hint?: string | undefined; error?: string | undefined };

export function TextField({ id, label, hint, error, ...rest }: Described & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={BOX}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

export function TextArea({ id, label, hint, error, ...rest }: Described & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={4}
        className={BOX}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

function options(of: readonly (Option | OptionGroup)[]): ReactNode {
  return of.map((one) =>
    "options" in one ? (
      <optgroup key={one.label} label={one.label}>
        {options(one.options)}
      </optgroup>
    ) : (
      <option key={one.value} value={one.value}>
        {one.label}
      </option>
    ),
  );
}

export function SelectField({
  id,
  label,
  hint,
  error,
  options: offered,
  ...rest
}: Described & { options: readonly (Option | OptionGroup)[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={BOX}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      >
        {options(offered)}
      </select>
    </Field>
  );
}
