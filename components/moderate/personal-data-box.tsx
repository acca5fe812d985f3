"use client";
import { useTranslations } from "next-intl";
import type { FormTools } from "@/components/contribute/use-entry-form";
import type { PersonalData } from "@/lib/domain/personal-data";

type Props = {
  personal: PersonalData[];
  /** Fields, as readers know them, in which words were taken down and would stand again. */
  putBack: string[];
  tools: FormTools;
};

/** What seems to lead to a person, with the box that says it was read: without it nothing is published. */
export function PersonalDataBox({ personal, putBack, tools }: Props) {
  const t = useTranslations("audit.personal");
  if (personal.length === 0 && putBack.length === 0) return null;
  const id = tools.idOf("looked");
  return (
    <fieldset className="mb-5 border-s-4 border-danger bg-paper-2 px-4 py-3">
      <legend className="font-semibold">{t("title")}</legend>
      <p>{t("lead")}</p>
      <ul className="my-2 list-disc ps-5">
        {personal.map(({ kind, found }) => (
          <li key={`${kind} ${found}`} className="break-words">
            {t(kind, { found })}
          </li>
        ))}
        {putBack.map((field) => (
          <li key={field} className="break-words">
            {t("putBack", { field })}
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="flex items-start gap-2 py-2">
        <input id={id} type="checkbox" name="looked" value="yes" />
        {t("looked")}
      </label>
    </fieldset>
  );
}
