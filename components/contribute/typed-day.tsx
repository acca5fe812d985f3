"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEvent, useState } from "react";
import { readShortYear } from "@/lib/features/entries/schema/short-years";
import { TypedText } from "./typed-fields";

type Props = ComponentProps<typeof TypedText> & {
  /** It may be of any day after the wave too. */
  untilToday?: boolean;
};

/** A day, with how it is read where its year has two digits: nobody has to guess what was guessed. */
export function TypedDay({ untilToday = false, ...field }: Props) {
  const t = useTranslations("entries.form");
  const [day, setDay] = useState<string | null>(null);
  const look = ({ currentTarget: { form, value } }: FormEvent<HTMLInputElement>) => {
    const said = new FormData(form ?? undefined);
    const one = (name: string) => String(said.get(name) ?? "");
    const isLate = untilToday || (field.name === "date" && one("basis") === "cumulative");
    const until = isLate ? undefined : one("possibleUntil") || undefined;
    setDay(one("possibleFrom") === "" ? null : readShortYear(value, { from: one("possibleFrom"), until }));
  };
  return (
    <>
      <TypedText {...field} autoComplete="off" onInput={look} />
      <p aria-live="polite" className={day === null ? "" : "-mt-4 mb-5 text-sm"}>
        {day === null ? null : t("readAs", { day })}
      </p>
    </>
  );
}
