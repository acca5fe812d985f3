"use client";
import { useTranslations } from "next-intl";
import type { FormTools } from "@/components/contribute/use-entry-form";
import { HiddenFields } from "@/components/ui/hidden-fields";
import type { PutBack } from "@/lib/features/entries/view/put-back";
import { namesOfRead, type ToRead } from "@/lib/features/entries/view/to-read";

type Props = {
  toRead: ToRead;
  /** The parts of records of which it tells, as readers know them. */
  partNames: Readonly<Record<string, string>>;
  tools: FormTools;
};

/** What seems to lead to a person, with the box that says it was read: without it nothing is published. */
export function PersonalDataBox({ toRead, partNames, tools }: Props) {
  const t = useTranslations("audit.personal");
  const { personal, putBack } = toRead;
  if (personal.length === 0 && putBack.length === 0) return null;
  const id = tools.idOf("looked");
  return (
    <fieldset className="mb-5 border-s-4 border-danger bg-paper-2 px-4 py-3">
      {/* Floated, it stands in the box like any line and not across its edge. */}
      <legend className="float-start w-full font-semibold">{t("title")}</legend>
      <p className="clear-both">{t("lead")}</p>
      <ul className="my-2 list-disc ps-5">
        {personal.map(({ kind, found }) => (
          <li key={`${kind} ${found}`} className="break-words">
            {t(kind, { found })}
          </li>
        ))}
        {putBack.map((one) => (
          <li key={Object.values(one).join(" ")} className="break-words">
            {putBackWords(t, one, partNames)}
          </li>
        ))}
      </ul>
      <HiddenFields values={{ shown: namesOfRead(toRead).join("\n") }} />
      <label htmlFor={id} className="flex items-start gap-2 py-2">
        <input id={id} type="checkbox" name="looked" value="yes" />
        {t("looked")}
      </label>
    </fieldset>
  );
}

function putBackWords(
  t: ReturnType<typeof useTranslations<"audit.personal">>,
  one: PutBack,
  partNames: Props["partNames"],
): string {
  switch (one.as) {
    case "part":
      return t("putBack", { field: partNames[one.part] ?? one.part });
    case "reason":
      return t("putBackReason");
    case "words":
      return t("putBackWords", { found: one.found, record: one.recordId });
    case "told":
      return t("putBackTold", { found: one.found, record: one.recordId });
    case "quote":
      return t("putBackQuote", { source: one.sourceId, record: one.recordId });
    case "said":
      return t("putBackSaid", { record: one.recordId });
  }
}
