"use client";
import { useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/contribute/entry-problem";
import { useProblemText } from "@/components/contribute/use-entry-form";
import { formPageOf, type OutboxItem } from "@/lib/shared/outbox/item";
import { limitsSaid, problemsOfItem } from "./item-problems";

/** What the moderators could not take in something that waits, as it was said when it was kept, and the way to put it right. */
export function NotReady({ item }: { item: OutboxItem }) {
  const t = useTranslations("outbox.list");
  const labelOf = useFieldLabel();
  const problem = useProblemText(limitsSaid(item));
  const wrong = Object.entries(problemsOfItem(item));
  const form = formPageOf(item);
  if (wrong.length === 0) return null;
  return (
    <div className="my-3 border-s-4 border-rule-2 bg-paper-2 px-4 py-2">
      <p>{t("notReady")}</p>
      <ul className="list-disc ps-5">
        {wrong.map(([name, code]) => (
          <li key={name}>
            {labelOf(name)}: {problem(code)}
          </li>
        ))}
      </ul>
      {form === null ? null : (
        <a href={form} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center font-semibold">
          {t("putRight")}
        </a>
      )}
    </div>
  );
}
