import type { ReactNode } from "react";

type Props = { id: string; title: string; lead?: string; children: ReactNode };

/** A part of a record's or workforce's page, with an anchor. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10 scroll-mt-6 border-t border-ink pt-3">
      <h2 id={`${id}-title`} className="text-xl sm:text-2xl">
        {title}
      </h2>
      {lead ? <p className="mt-1 max-w-prose text-sm text-ink-2">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
