"use client";
import { useTranslations } from "next-intl";
import { PLACE_KINDS } from "@/lib/features/preparation/schema/choices";
import type { TableName } from "@/lib/features/preparation/schema/tables";
import { InEachLanguage, TypedChoice, TypedFlag, TypedText } from "./typed-fields";

type Option = { value: string; label: string };
export type Options = Record<"region" | "place" | "employer", Option[]>;
type Form = Parameters<typeof TypedText>[0]["form"];
type Props = { form: Form; table: TableName; options: Options };

/** The fields of one row, the same names as the columns of the table's CSV. */
export function RowFields({ form, table, options }: Props) {
  const t = useTranslations("preparation");
  const text = (name: "id" | "other_names" | "isic", hint?: string) => (
    <TypedText form={form} name={name} label={t(`fields.${name}`)} hint={hint} autoComplete="off" />
  );
  return (
    <>
      {text("id", t("hints.id"))}
      <InEachLanguage form={form} name="name" />
      {table === "workforces" ? <WorkforceFields form={form} options={options} /> : null}
      {table === "places" ? <PlaceFields form={form} regions={options.region} /> : null}
      {table === "employers" ? text("isic") : null}
      {text("other_names")}
    </>
  );
}

function WorkforceFields({ form, options }: { form: Form; options: Options }) {
  const t = useTranslations("preparation");
  return (
    <>
      <InEachLanguage form={form} name="occupation" />
      {(["employer", "region", "place"] as const).map((name) => (
        <TypedChoice key={name} form={form} name={name} label={t(`fields.${name}`)} empty="–" options={options[name]} />
      ))}
      <TypedFlag form={form} name="whole_employer" label={t("fields.whole_employer")} />
    </>
  );
}

function PlaceFields({ form, regions }: { form: Form; regions: Option[] }) {
  const t = useTranslations("preparation");
  const kinds = PLACE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <>
      <TypedChoice form={form} name="kind" label={t("fields.kind")} options={kinds} />
      <TypedChoice form={form} name="region" label={t("fields.region")} empty={t("start.choose")} options={regions} />
      <TypedText form={form} name="latitude" label={t("fields.latitude")} inputMode="decimal" />
      <TypedText form={form} name="longitude" label={t("fields.longitude")} inputMode="decimal" />
    </>
  );
}
