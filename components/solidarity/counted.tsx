import { Section } from "@/components/dashboard/section";
import type { CountedSentence } from "@/lib/features/solidarity/view/counted";
import type { SolidarityWords } from "@/lib/features/solidarity/view/solidarity-context";

/** How support meets the strikes of the record: each counted once, and what is in no count said by name. */
export function Counted({ sentences, words }: { sentences: readonly CountedSentence[]; words: SolidarityWords }) {
  if (sentences.length === 0) return null;
  return (
    <Section id="counted" title={words("counted.title")} subtitle={words("counted.lead")}>
      {sentences.map(({ key, text, records }) => (
        <div key={key} className="mb-4 max-w-prose">
          <p>{text}</p>
          <ul className="list-disc ps-5">
            {records.map(({ text: title, href }) => (
              <li key={href}>{href === null ? title : <a href={href}>{title}</a>}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
