"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/field";
import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { AMOUNT_UNITS, SUPPORTER_KINDS } from "@/lib/features/entries/schema/choices";
import { Part } from "./says-fields";
import { TypedArea, TypedChoice, TypedText } from "./typed-fields";
import { type FormTools, useHasScript } from "./use-entry-form";

type Option = { value: string; label: string };

type SupporterProps = { tools: FormTools; workforces: Option[]; countries: Option[] };

/** Who stood by. Without scripts the workforce is in sight too, and says when it is meant. */
export function SupporterFields({ tools, workforces, countries }: SupporterProps) {
  const t = useTranslations("entries");
  const typed = tools.typed("supporterKind");
  const [kind, setKind] = useState(typed);
  const hasScript = useHasScript();
  return (
    <>
      <SelectField
        key={typed}
        id={tools.idOf("supporterKind")}
        name="supporterKind"
        label={t("fields.supporterKind")}
        error={tools.errorOf("supporterKind")}
        defaultValue={typed}
        onChange={(event) => setKind(event.target.value)}
        options={[
          { value: "", label: t("form.choose") },
          ...SUPPORTER_KINDS.map((one) => ({ value: one, label: t(`solidarity.supporters.${one}`) })),
        ]}
      />
      <Part isShown={!hasScript || kind === "workforce"} legend={t("solidarity.onlyWorkforce")}>
        <TypedChoice
          tools={tools}
          name="workforceId"
          label={t("solidarity.workforce")}
          hint={t("hints.supporterWorkforce")}
          options={workforces}
        />
      </Part>
      <TypedText tools={tools} name="supporterName" label={t("fields.supporterName")} hint={t("hints.supporterName")} />
      <TypedChoice tools={tools} name="fromCountry" label={t("fields.fromCountry")} options={countries} />
    </>
  );
}

/** For whom, and whether the support was itself something that is on record: then it is never counted twice. */
export function EndFields({ tools, actions }: { tools: FormTools; actions: Option[] }) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedChoice
        tools={tools}
        name="supported"
        label={t("fields.supported")}
        options={[{ value: "wave", label: t("solidarity.wholeWave") }, ...actions]}
      />
      <TypedChoice
        tools={tools}
        name="asActionId"
        label={`${t("fields.asActionId")} (${t("form.optional")})`}
        hint={t("hints.asActionId")}
        options={actions}
      />
    </>
  );
}

/** Most support has no amount, so it is asked for behind a summary that opens without scripts too. */
export function AmountFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  const names = ["amountUnit", "lower", "upper", "unknownReason", "words"];
  const isOpen = names.some((name) => tools.typed(name) !== "" || tools.errorOf(name) !== undefined);
  return (
    <details open={isOpen} className="mb-5">
      <summary className="min-h-11 py-2">{t("solidarity.amount")}</summary>
      <div className="border-s-2 border-rule-2 ps-4">
        <TypedChoice
          tools={tools}
          name="amountUnit"
          label={t("fields.amountUnit")}
          options={AMOUNT_UNITS.map((unit) => ({ value: unit, label: t(`solidarity.units.${unit}`) }))}
        />
        <p className="mb-3 text-sm text-ink-2">{t("hints.range")}</p>
        <TypedText tools={tools} name="lower" label={t("fields.lower")} inputMode="decimal" />
        <TypedText tools={tools} name="upper" label={t("fields.upper")} inputMode="decimal" />
        <TypedChoice
          tools={tools}
          name="unknownReason"
          label={t("fields.unknownReason")}
          options={UNKNOWN_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        />
        <TypedArea tools={tools} name="words" label={t("fields.words")} />
      </div>
    </details>
  );
}
