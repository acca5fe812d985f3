"use client";
import { useTranslations } from "next-intl";
import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { EntryFrame, type FrameProps } from "./entry-frame";
import { FormSection } from "./form-section";
import { SaysFields } from "./says-fields";
import { TypedChoice, TypedText } from "./typed-fields";
import type { FormTools } from "./use-entry-form";
import { WhenFields } from "./when-fields";

type FigureFormProps = {
  frame: FrameProps;
  workforce: { id: string; name: string };
  actions: { value: string; label: string }[];
};

/** One page, top to bottom as one thinks of it: whose, when, what the source says, who claims it, where it stands. */
export function FigureForm({ frame, workforce, actions }: FigureFormProps) {
  const t = useTranslations("entries");
  return (
    <EntryFrame frame={frame} aria={t("form.aria")} recordKind="figure" hidden={{ workforceId: workforce.id }}>
      {(form) => (
        <>
          <FormSection title={t("fields.workforceId")}>
            <p id={form.idOf("workforceId")} tabIndex={-1} className="mb-4 font-semibold">
              {workforce.name}
            </p>
            <TypedChoice tools={form} name="actionId" label={t("fields.actionId")} options={actions} />
          </FormSection>
          <FormSection title={t("form.when")}>
            <WhenFields tools={form} possible={frame.possibleInWords} />
          </FormSection>
          <FormSection title={t("form.says")}>
            <SaysFields tools={form} />
            <MeasureFields tools={form} />
          </FormSection>
          <FormSection title={t("form.who")}>
            <ClaimantFields tools={form} />
          </FormSection>
        </>
      )}
    </EntryFrame>
  );
}

function MeasureFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedChoice
        tools={tools}
        name="measure"
        label={t("fields.measure")}
        withEmpty={false}
        options={MEASURES.map((measure) => ({ value: measure, label: t(`measures.${measure}`) }))}
      />
      <TypedChoice
        tools={tools}
        name="basis"
        label={t("fields.basis")}
        withEmpty={false}
        options={BASES.map((basis) => ({ value: basis, label: t(`bases.${basis}`) }))}
      />
    </>
  );
}

function ClaimantFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedChoice
        tools={tools}
        name="claimant"
        label={t("fields.claimant")}
        options={CLAIMANTS.map((claimant) => ({ value: claimant, label: t(`claimants.${claimant}`) }))}
      />
      <TypedText
        tools={tools}
        name="claimantName"
        label={`${t("fields.claimantName")} (${t("form.optional")})`}
        hint={t("hints.claimantName")}
      />
    </>
  );
}
