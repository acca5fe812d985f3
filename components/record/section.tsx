import type { ReactNode } from "react";

type Props = { id: string; title: string; lead?: string; children: ReactNode };

/** A part of a record's or workforce's page, with an anchor. No landmark: the tables inside are, under the same names. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section id={id} className="mt-10 scroll-mt-6 border-t border-ink pt-3">
      <h2 className="text-xl sm:text-2xl">{title}</h2>
      {lead ? <p className="mt-1 max-w-prose text-sm text-ink-2">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
