type Props = { label: string; items: readonly { id: string; title: string }[] };

/** Where each part of a long page begins. */
export function Contents({ label, items }: Props) {
  return (
    <nav aria-label={label} className="mb-8 max-w-3xl border-y border-rule py-3 text-sm">
      <ul className="gap-x-8 sm:columns-2">
        {items.map(({ id, title }) => (
          <li key={id} className="break-inside-avoid">
            <a href={`#${id}`} className="inline-block py-1">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
