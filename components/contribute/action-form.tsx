"use client";
import { useTranslations } from "next-intl";
import type { Option, OptionGroup } from "@/components/ui/field";
import { EntryFrame, type FrameProps } from "./entry-frame";
import { FormSection } from "./form-section";
import { TypedDay } from "./typed-day";
import { TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import type { FormTools } from "./use-entry-form";
import { WhenFields } from "./when-fields";

export type ActionChoices = Record<
  "actionType" | "stoppage" | "scope" | "certainty" | "workforceId" | "place",
  (Option | OptionGroup)[]
>;
type ActionFormProps = { frame: FrameProps; choices: ActionChoices };

/** One page, top to bottom as one thinks of it: what, who, where, when, how sure, where it stands. */
export function ActionForm({ frame, choices }: ActionFormProps) {
  const t = useTranslations("entries");
  return (
    <EntryFrame frame={frame} aria={t("action.aria")} recordKind="action">
      {(form) => (
        <>
          <FormSection title={t("action.what")}>
            <Choices tools={form} names={["actionType", "stoppage", "scope"]} choices={choices} />
            <TypedFlag tools={form} name="general" label={t("fields.general")} />
            <TypedFlag tools={form} name="political" label={t("fields.political")} />
          </FormSection>
          <FormSection title={t("action.who")}>
            <Choices tools={form} names={["workforceId"]} choices={choices} />
            <TypedText
              tools={form}
              name="participants"
              label={t("fields.participants")}
              hint={t("hints.participants")}
            />
          </FormSection>
          <FormSection title={t("action.where")}>
            <Choices tools={form} names={["place"]} choices={choices} />
          </FormSection>
          <FormSection title={t("form.when")}>
            <WhenFields tools={form} possible={frame.possibleInWords} untilToday={false} />
            <TypedDay
              tools={form}
              name="endDate"
              label={`${t("fields.endDate")} (${t("form.optional")})`}
              hint={t("hints.endDate")}
            />
            <TypedFlag tools={form} name="openEnd" label={t("fields.openEnd")} />
          </FormSection>
          <FormSection title={t("action.sure")}>
            <Choices tools={form} names={["certainty"]} choices={choices} />
          </FormSection>
        </>
      )}
    </EntryFrame>
  );
}

type ChoicesProps = { tools: FormTools; names: (keyof ActionChoices)[]; choices: ActionChoices };

function Choices({ tools, names, choices }: ChoicesProps) {
  const t = useTranslations("entries.fields");
  return names.map((name) => (
    <TypedChoice key={name} tools={tools} name={name} label={t(name)} options={choices[name]} />
  ));
}
