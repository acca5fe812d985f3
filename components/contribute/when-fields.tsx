"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/field";
import { AS_OF_PRECISIONS, PARTS_OF_DAY } from "@/lib/features/entries/schema/choices";
import { Part } from "./says-fields";
import { TypedDay } from "./typed-day";
import { TypedChoice, TypedText } from "./typed-fields";
import { type FormTools, useHasScript } from "./use-entry-form";

type Props = {
  tools: FormTools;
  possible: { from: string; until: string };
  untilToday?: boolean;
  /** What to say of the date instead of which dates of the wave are possible. */
  dateHint?: string | undefined;
};

/** When, no finer than the source knows it. `untilToday`: what may count until now, where everybody is counted. */
export function WhenFields({ tools, possible, untilToday = true, dateHint }: Props) {
  const t = useTranslations("entries");
  const typed = tools.typed("precision") || "day";
  const [precision, setPrecision] = useState(typed);
  const hasScript = useHasScript();
  return (
    <>
      <TypedDay
        tools={tools}
        name="date"
        label={t("fields.date")}
        hint={`${t("hints.date")} ${dateHint ?? t(untilToday ? "hints.possibleDates" : "hints.possibleDatesOnly", possible)}`}
        placeholder="2022-01-04"
      />
      <SelectField
        key={typed}
        id={tools.idOf("precision")}
        name="precision"
        label={t("fields.precision")}
        hint={t("hints.precision")}
        error={tools.errorOf("precision")}
        defaultValue={typed}
        onChange={(event) => setPrecision(event.target.value)}
        options={AS_OF_PRECISIONS.map((one) => ({ value: one, label: t(`precisions.${one}`) }))}
      />
      <Part isShown={!hasScript || precision === "part_of_day"} legend={t("form.onlyPart")}>
        <TypedChoice
          tools={tools}
          name="partOfDay"
          label={t("fields.partOfDay")}
          options={PARTS_OF_DAY.map((part) => ({ value: part, label: t(`parts.${part}`) }))}
        />
      </Part>
      <Part isShown={!hasScript || precision === "hour"} legend={t("form.onlyHour")}>
        <TypedText tools={tools} name="hour" label={t("fields.hour")} hint={t("hints.hour")} />
      </Part>
    </>
  );
}
