type Group = { title: string; terms: Record<string, { term: string; text: string; source: string }> };
type Props = { groups: Readonly<Record<string, Group>>; source: string };

/** Terms with what they mean and whose they are; every term is an anchor for the other pages. */
export function GlossaryGroups({ groups, source }: Props) {
  return Object.entries(groups).map(([id, { title, terms }]) => (
    <section key={id} id={id} aria-labelledby={`${id}-title`} className="mt-10 scroll-mt-6">
      <h2 id={`${id}-title`} className="border-t border-ink pt-3 text-xl sm:text-2xl">
        {title}
      </h2>
      <dl className="mt-2 max-w-4xl">
        {Object.entries(terms).map(([anchor, { term, text, source: whose }]) => (
          <div
            key={anchor}
            id={anchor}
            className="grid scroll-mt-4 gap-x-6 border-b border-rule py-3 target:bg-paper-2 sm:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt className="font-serif text-lg leading-snug font-bold">{term}</dt>
            <dd>
              <p className="max-w-prose">{text}</p>
              <p className="mt-1 text-sm text-ink-2">
                {source}: {whose}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
