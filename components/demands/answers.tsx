import { Section } from "@/components/dashboard/section";
import type { MatrixView } from "@/lib/features/demands/view/matrix";
import type { DemandContext } from "@/lib/features/demands/view/matrix-context";

type Props = { view: MatrixView; words: DemandContext["words"] };

/** What was offered or granted, in the order it happened; how far it went is said in the words of the record. */
export function Answers({ view: { answers, unanswered }, words }: Props) {
  return (
    <Section id="answers" title={words("answers.title")} subtitle={words("answers.lead")}>
      <ol>
        {answers.map(({ key, when, kindLabel, event, demand, target, outcome }) => (
          <li key={key} className="grid gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[11rem_1fr]">
            <p className="text-sm text-ink-2">
              {when}
              <span className="block">{kindLabel}</span>
            </p>
            <div>
              <p>{event.href === null ? event.text : <a href={event.href}>{event.text}</a>}</p>
              <p className="text-sm">
                {words("answers.to")} {demand.href === null ? demand.text : <a href={demand.href}>{demand.text}</a>}
                {target === null ? null : ` · ${target}`}
              </p>
              {outcome === null ? null : <p className="text-sm">{outcome}</p>}
            </div>
          </li>
        ))}
      </ol>
      {unanswered > 0 ? (
        <p className="mt-2 text-sm text-ink-2">{words("answers.none", { count: unanswered })}</p>
      ) : null}
    </Section>
  );
}
