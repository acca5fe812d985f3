import type { ReactNode } from "react";

/** What somebody proposes, field by field; a field without a value has no line. */
export function ProposedFacts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="mb-6 grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
      {rows
        .filter(([, value]) => value !== null && value !== "")
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
