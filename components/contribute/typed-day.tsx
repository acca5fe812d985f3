"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { readShortYear } from "@/lib/features/entries/schema/short-years";
import { TypedText } from "./typed-fields";

type Props = ComponentProps<typeof TypedText> & {
  /** It may be of any day after the wave too. */
  untilToday?: boolean;
};

/** A day, with how it is read where its year has two digits: nobody has to guess what was guessed. */
export function TypedDay({ untilToday = false, ...field }: Props) {
  const t = useTranslations("entries.form");
  const place = useRef<HTMLParagraphElement>(null);
  const [day, setDay] = useState<string | null>(null);
  const { name } = field;
  // What else is answered in the form decides which days are possible.
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = () => setDay(readIn(new FormData(form), name, untilToday));
    look();
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("change", look);
    };
  }, [name, untilToday]);
  return (
    <>
      <TypedText {...field} autoComplete="off" />
      <p ref={place} aria-live="polite" className={day === null ? "" : "-mt-4 mb-5 text-sm"}>
        {day === null ? null : t("readAs", { day })}
      </p>
    </>
  );
}

function readIn(form: FormData, name: string, untilToday: boolean): string | null {
  const one = (asked: string) => String(form.get(asked) ?? "");
  const isLate = untilToday || (name === "date" && one("basis") === "cumulative");
  const until = isLate ? undefined : one("possibleUntil") || undefined;
  return one("possibleFrom") === "" ? null : readShortYear(one(name), { from: one("possibleFrom"), until });
}
