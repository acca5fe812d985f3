import type { Fact } from "@/lib/features/records/view/fact";
import { PartText } from "./part-text";

/** What is recorded, label by label. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="max-w-3xl">
      {facts.map((fact) => (
        <div
          key={fact.label}
          className="grid gap-x-6 border-b border-rule py-2 last:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-sm text-ink-2 sm:pt-0.5">{fact.label}</dt>
          {fact.values.map((value) => (
            <dd key={`${value.href} ${value.text}`} className="min-w-0 sm:col-start-2">
              <PartText part={value} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
