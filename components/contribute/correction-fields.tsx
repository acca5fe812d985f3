"use client";
import { useTranslations } from "next-intl";
import type { RecordField } from "@/lib/domain/record-fields";
import { SOURCE_LANGUAGES } from "@/lib/features/entries/schema/choices";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import { FoldedPart } from "./folded-part";
import { TypedArea, TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import type { FormTools } from "./use-entry-form";

export type Option = { value: string; label: string };
/** One field of the record's form, with everything that is offered for it; made on the server in the reader's language. */
export type FormField = Pick<RecordField, "name" | "shape"> & {
  label: string;
  /** What stands there now, in one piece; null where nothing does. */
  now: { text: string; language: string | null } | null;
  /** What may be chosen, or the records and places that may be named. */
  options: Option[];
  /** The parts of a quantity or moment, and the languages' names of answers already there. */
  parts: { name: string; label: string; options?: Option[] }[];
  isNeeded: boolean;
};

type Props = { tools: FormTools; fields: readonly FormField[]; stands: Readonly<Record<string, string>> };

/** Every field of a kind of record, as its description has them, folded unless it is being corrected. */
export function CorrectionFields({ tools, fields, stands }: Props) {
  return fields.map((field) => (
    <FoldedPart
      key={field.name}
      label={field.label}
      now={field.now}
      isOpen={isTouched(`changes.${field.name}`, tools, stands)}
    >
      <OneField tools={tools} field={field} />
    </FoldedPart>
  ));
}

/** Whether something in a part of the form was refused, or differs from how the record stands. */
export function isTouched(part: string, tools: FormTools, stands: Props["stands"]): boolean {
  const isIn = (name: string) => name === part || name.startsWith(`${part}.`);
  if (tools.refused.some(isIn)) return true;
  const differs = (name: string) => tools.typed(name).replaceAll("\r\n", "\n").trim() !== (stands[name] ?? "").trim();
  return Object.keys(stands).some((name) => isIn(name) && differs(name));
}

function OneField({ tools, field }: { tools: FormTools; field: FormField }) {
  const t = useTranslations("corrections.form");
  const { name, shape, label, options, isNeeded } = field;
  const named = { tools, name: `changes.${name}`, label };
  switch (shape) {
    case "texts":
      return <TextsField tools={tools} name={named.name} label={label} />;
    case "flag":
      return <TypedFlag {...named} />;
    case "choice":
      return <TypedChoice {...named} options={options} withEmpty={!isNeeded} />;
    case "language":
      return <TypedChoice {...named} options={languagesWith(tools.typed(named.name))} withEmpty={!isNeeded} />;
    case "lines":
      return <TypedArea {...named} hint={t("lines")} />;
    case "reference":
      return <ReferenceField {...named} options={options} hint={t("id", { example: options[0]?.value ?? "" })} />;
    case "references":
      return <ReferenceField {...named} options={options} hint={t("ids", { example: exampleOf(options) })} />;
    case "answers":
      return <AnswersField tools={tools} field={field} />;
    case "quantity":
    case "moment":
      return <PartsField tools={tools} field={field} />;
    case "instant":
      return <TypedText {...named} hint={t("time")} autoComplete="off" />;
    default:
      return <TypedText {...named} maxLength={2000} autoComplete="off" />;
  }
}

function exampleOf(options: readonly Option[]): string {
  return options
    .slice(0, 2)
    .map(({ value }) => value)
    .join(" ");
}

/** A source may be in any language: one that is none of the usual ones stays as it is. */
export function languagesWith(tag: string): Option[] {
  const usual = Object.entries(SOURCE_LANGUAGES).map(([value, label]) => ({ value, label }));
  return tag === "" || tag in SOURCE_LANGUAGES ? usual : [...usual, { value: tag, label: tag }];
}

/** One text in every language of the interface. */
export function TextsField({ tools, name, label }: { tools: FormTools; name: string; label: string }) {
  const t = useTranslations("corrections.label");
  const form = useTranslations("corrections.form");
  const note = `${tools.idOf(name)}-each`;
  return (
    <fieldset className="mb-5 border-s-2 border-rule-2 ps-4" aria-describedby={note}>
      <legend className="mb-2 font-semibold">{label}</legend>
      <p id={note} className="mb-3 text-sm text-ink-2">
        {form("eachLanguage")}
      </p>
      {LOCALES.map((locale) => (
        <TypedArea
          key={locale}
          tools={tools}
          name={`${name}.${locale}`}
          label={t("inLanguage", { field: label, language: LANGUAGE_NAMES[locale] })}
          lang={locale}
        />
      ))}
    </fieldset>
  );
}

type Reference = { tools: FormTools; name: string; label: string; hint: string; options: readonly Option[] };

/** Named by its id; what can be named is offered while typing and listed for whoever has no scripts. */
function ReferenceField({ tools, name, label, hint, options }: Reference) {
  const list = `${tools.idOf(name)}-known`;
  return (
    <>
      <TypedText tools={tools} name={name} label={label} hint={hint} list={list} maxLength={2000} autoComplete="off" />
      <datalist id={list}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </datalist>
    </>
  );
}

function AnswersField({ tools, field: { name, label, options, parts } }: { tools: FormTools; field: FormField }) {
  const t = useTranslations("corrections.form");
  return (
    <>
      <ReferenceField
        tools={tools}
        name={`changes.${name}`}
        label={label}
        hint={t("ids", { example: exampleOf(options) })}
        options={options}
      />
      {parts.map((part) => (
        <TextsField key={part.name} tools={tools} name={`changes.${name}.${part.name}`} label={part.label} />
      ))}
    </>
  );
}

/** A quantity or a moment: what it is made of, under one heading. */
function PartsField({ tools, field: { name, label, shape, parts } }: { tools: FormTools; field: FormField }) {
  const t = useTranslations("corrections.form");
  return (
    <fieldset className="mb-5 border-s-2 border-rule-2 ps-4">
      <legend className="mb-2 font-semibold">{label}</legend>
      {shape === "moment" ? <p className="mb-3 text-sm text-ink-2">{t("time")}</p> : null}
      {parts.map((part) => {
        const one = { tools, name: `changes.${name}.${part.name}`, label: part.label };
        if (part.name === "approximate") return <TypedFlag key={part.name} {...one} />;
        if (part.name === "words") return <TypedArea key={part.name} {...one} />;
        if (part.options) return <TypedChoice key={part.name} {...one} options={part.options} />;
        return <TypedText key={part.name} {...one} autoComplete="off" />;
      })}
    </fieldset>
  );
}
