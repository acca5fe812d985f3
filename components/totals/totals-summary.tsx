import { Section } from "@/components/dashboard/section";
import type { MeasureView } from "@/lib/features/totals/view";
import type { TotalsWords } from "@/lib/features/totals/view/totals-context";

type Props = {
  title: string;
  lead: string;
  more: { href: string; label: string };
  measures: readonly MeasureView[];
  /** Where a total has its working. */
  workingHref: (anchor: string) => string;
  words: TotalsWords;
};

/** What can be added, in short: each sum leads to what it is made of and what it lacks. */
export function TotalsSummary({ title, lead, more, measures, workingHref, words }: Props) {
  return (
    <Section id="totals" title={title} subtitle={lead} more={more}>
      <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {measures.map((view) => (
          <div key={view.key} className="border-t border-rule pt-2">
            <dt className="text-sm text-ink-2">
              {words(`kind.${view.kind}`)} · {view.title}
            </dt>
            <dd className="font-serif text-lg">
              <a href={workingHref(view.key)}>{view.summary}</a>
            </dd>
            {view.general ? <dd className="text-sm text-ink-2">{view.general}</dd> : null}
            {view.totals.map((total) => (
              <dd key={total.key} className="mt-2 text-sm">
                <a href={workingHref(total.key)} className="font-semibold">
                  {total.title}: {total.amount ?? words("noNumber")}
                </a>
                <span className="block text-ink-2">{total.sentences.join(" ")}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}
