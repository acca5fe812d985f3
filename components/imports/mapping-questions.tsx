import { getTranslations } from "next-intl/server";
import { ANSWERS } from "@/lib/features/imports/schema/mapping";
import type { BatchPage } from "@/lib/features/imports/view";

/** What could be meant in two ways, once for a column, with the rows that made it a question. Nothing is chosen beforehand. */
export async function MappingQuestions({ page }: { page: BatchPage }) {
  const t = await getTranslations("imports");
  if (page.questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="mb-8 border-s-4 border-rule-2 bg-paper-2 px-4 py-3">
      <h3 id="questions" className="mb-3 text-xl">
        {t("questions.title")}
      </h3>
      {page.questions.map(({ column, ask, seen, header, answer, isOpen }) => {
        const name = `answer.${column}.${ask}`;
        return (
          <fieldset key={name} className="mb-4 max-w-prose" aria-describedby={isOpen ? `${name}-open` : undefined}>
            <legend className="font-semibold">{t(`questions.ask.${ask}`, { column: header })}</legend>
            <ul className="my-1 text-sm text-ink-2">
              {seen.map(({ row, cell }) => (
                <li key={row}>{t("questions.seen", { row, cell })}</li>
              ))}
            </ul>
            {ANSWERS[ask].map((value) => (
              <label key={value} className="flex min-h-11 items-center gap-3">
                <input type="radio" name={name} value={value} defaultChecked={answer === value} />
                {t(`questions.answers.${ask}.${value}` as never)}
              </label>
            ))}
            {isOpen ? (
              <p id={`${name}-open`} className="font-semibold text-danger">
                {t("mapping.unanswered")}
              </p>
            ) : null}
          </fieldset>
        );
      })}
    </section>
  );
}
