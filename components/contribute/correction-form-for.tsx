import { getLocale, getTranslations } from "next-intl/server";
import { PRECISIONS } from "@/lib/domain/moment";
import { UNITS, UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { fieldOf, kindOf } from "@/lib/domain/record-diff";
import type { RecordField, ReferenceTo } from "@/lib/domain/record-fields";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { type ChangeContext, choiceWords } from "@/lib/features/corrections/view/change-words";
import { presentValue } from "@/lib/features/corrections/view/present-value";
import { namedChanges } from "@/lib/features/entries/view/correction-entry";
import { sourceChoices } from "@/lib/features/entries/view/form-choices";
import { clockOf } from "@/lib/features/entries/view/record-clock";
import { type Answers, correctableFields, formOf, quantityParts } from "@/lib/features/entries/view/record-form";
import { allRecords, findRecord } from "@/lib/features/records/view/find";
import { listedTitle } from "@/lib/features/records/view/titles";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { FormField, Option } from "./correction-fields";
import { CorrectionForm, type CorrectionFormProps } from "./correction-form";

type Props = Pick<CorrectionFormProps, "of" | "initial" | "canSave" | "kind"> & { row: RecordRow; said: ChangeContext };

/** The form of one record, made from the description of its kind. */
export async function CorrectionFormFor({ row, said, ...form }: Props) {
  const { context } = said;
  const { record } = context;
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = {
    said,
    reasons: UNKNOWN_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
    optionsOf: (to: ReferenceTo) => referable(to, said),
  };
  return (
    <CorrectionForm
      {...form}
      initial={{ ...form.initial, reasonLanguage: form.initial.reasonLanguage || locale }}
      record={{ waveId: record.wave.id, id: row.id, revision: row.revision }}
      stands={namedChanges(formOf(row, clockOf(row, record)))}
      fields={form.kind === "retraction" ? [] : correctableFields(row).map((field) => formField(field, row, words))}
      citations={row.citations.map(({ sourceId }) => ({ sourceId, title: titleOfSource(record, sourceId) }))}
      reliabilities={(["a", "b", "c"] as const).map((value) => ({
        value,
        label: `${value.toUpperCase()}: ${context.words(`reliability.${value}`)}`,
      }))}
      knownSources={sourceChoices(record)}
    />
  );
}

function titleOfSource(record: WaveRecord, id: string): string {
  return record.sources.find((source) => source.id === id)?.title ?? id;
}

/** As many as can be offered; any other is named by its id all the same. */
const MOST_OFFERED = 500;

function referable(to: ReferenceTo, { context }: ChangeContext): Option[] {
  const { record, locale } = context;
  const named = (rows: readonly { id: string; names: Parameters<typeof plainText>[0] }[]) =>
    rows.slice(0, MOST_OFFERED).map(({ id, names }) => ({ value: id, label: plainText(names, locale) }));
  if (to === "region") return named(record.regions);
  if (to === "locality") return named(record.localities);
  if (to === "employer") return named(record.employers);
  return allRecords(record)
    .filter(({ kind, row }) => kind === to && row.state === "published")
    .slice(0, MOST_OFFERED)
    .flatMap(({ row }) => {
      const found = findRecord(record, row.id);
      return found ? [{ value: row.id, label: listedTitle(found, context).text }] : [];
    });
}

type Words = { said: ChangeContext; reasons: Option[]; optionsOf: (to: ReferenceTo) => Option[] };

function formField(field: RecordField, row: RecordRow, { said, reasons, optionsOf }: Words): FormField {
  const { name, shape, options = [], to, isNeeded = false } = field;
  const where = { name, kind: kindOf(row) };
  return {
    ...{ name, shape, isNeeded, label: said.words(`fields.${name}` as "fields.note") },
    now: presentValue(row, name, said),
    options: to ? optionsOf(to) : options.map((value) => ({ value, label: choiceWords(where, value, said) })),
    parts: partsOf(field, row, { said, reasons }),
  };
}

function partsOf({ name, shape }: RecordField, row: RecordRow, { said: { words }, reasons }: Omit<Words, "optionsOf">) {
  if (shape === "moment") {
    const precisions = PRECISIONS.map((value) => ({ value, label: words(`precisions.${value}`) }));
    return (["earliest", "latest", "precision"] as const).map((part) => ({
      ...{ name: part, label: words(`parts.${part}`) },
      ...(part === "precision" ? { options: precisions } : {}),
    }));
  }
  if (shape === "quantity") {
    const units = UNITS.map((value) => ({ value, label: words(`units.${value}`) }));
    const offered: Partial<Record<string, Option[]>> = { unit: units, unknown: reasons };
    return quantityParts(name).map((part) => ({
      ...{ name: part, label: words(`parts.${part}`) },
      ...(offered[part] ? { options: offered[part] } : {}),
    }));
  }
  if (shape !== "answers") return [];
  const field = words("fields.answers");
  return (fieldOf(row, name) as Answers).map(({ demandId }) => ({
    name: demandId,
    label: words("label.of", { field, id: demandId }),
  }));
}
