"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import { uploadFileAction } from "@/lib/features/imports/actions";
import { IMPORT_KINDS } from "@/lib/features/imports/schema/fields";
import { type ActionState, typedText } from "@/lib/shared/action-state";
import { EncodingField, FileField } from "./file-fields";
import { ImportForm } from "./import-form";

type Option = { value: string; label: string };
type Props = { locale: string; waves: Option[]; megabytes: number; rows: string };

export function UploadForm(props: Props) {
  const t = useTranslations("imports.upload");
  return (
    <ImportForm action={uploadFileAction} label={t("aria")} megabytes={props.megabytes}>
      {(state) => <UploadFields {...props} state={state} />}
    </ImportForm>
  );
}

function UploadFields({ locale, waves, megabytes, rows, state }: Props & { state: ActionState }) {
  const t = useTranslations("imports");
  const kinds = IMPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const signs = (["comma", "semicolon", "tab", "bar"] as const).map((value) => ({
    ...{ value, label: t(`separators.${value}`) },
  }));
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <Select name="waveId" label={t("upload.waveId")} options={waves} state={state} />
      <Select name="kind" label={t("upload.kind")} options={kinds} state={state} />
      <FileField label={t("upload.file")} hint={t("upload.fileHint", { megabytes, rows })} />
      <TextArea
        id={useId()}
        name="text"
        label={t("upload.text")}
        hint={t("upload.textHint")}
        defaultValue={typedText(state, "text")}
        rows={5}
        spellCheck={false}
      />
      <EncodingField state={state} />
      <Select
        name="separator"
        label={t("upload.separator")}
        options={[{ value: "", label: t("upload.find") }, ...signs]}
        state={state}
      />
      <Button type="submit" tone="strong">
        {t("upload.send")}
      </Button>
    </>
  );
}

type SelectProps = { name: string; label: string; options: Option[]; state: ActionState };

function Select({ name, label, options, state }: SelectProps) {
  const chosen = typedText(state, name, options[0]?.value ?? "");
  return <SelectField key={chosen} id={useId()} name={name} label={label} defaultValue={chosen} options={options} />;
}
